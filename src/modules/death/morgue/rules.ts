/** The rules of the morgue: bodies, places, effects, papers, release; by subject in `rules/`. */
export * from './rules/body.ts'
export * from './rules/exhumation.ts'
