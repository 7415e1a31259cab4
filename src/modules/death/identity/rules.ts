/** The rules of who somebody was: words on identity, features, those who are missed; by subject in `rules/`. */
export * from './rules/identity.ts'
export * from './rules/matching.ts'
