/** The rules of leaving for good; by subject in `rules/`. */
export * from './rules/disposal.ts'
