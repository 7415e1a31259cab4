/** What may be done with a death, by subject: pure. */
export * from './rules/jurisdiction.ts'
export * from './rules/body.ts'
export * from './rules/identity.ts'
export * from './rules/matching.ts'
export * from './rules/examination.ts'
export * from './rules/cause.ts'
export * from './rules/certification.ts'
export * from './rules/results.ts'
