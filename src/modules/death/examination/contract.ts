/** What crosses the wire about examinations: findings, wounds, organs, what is taken from a body; by subject in `contract/`. */
export * from './contract/examination.ts'
export * from './contract/pictures.ts'
export * from './contract/results.ts'
