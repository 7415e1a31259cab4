/** The rules of examinations: findings, wounds, organs, what is taken from a body; by subject in `rules/`. */
export * from './rules/examination.ts'
export * from './rules/results.ts'
