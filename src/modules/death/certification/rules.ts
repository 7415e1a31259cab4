/** The rules of what is certified: cause, manner, doubts, inquest, relatives; by subject in `rules/`. */
export * from './rules/cause.ts'
export * from './rules/certification.ts'
