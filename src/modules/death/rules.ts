/** What may be done with a death, by subject: pure. */
export * from './rules/jurisdiction.ts'
