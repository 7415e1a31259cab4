/** What may be done with paper that is kept, and why not; by subject in the folder beside. */
export * from '../shelves/rules.ts'
export * from './rules/linking.ts'
export * from './rules/requests.ts'
export * from './rules/batches.ts'
export * from './rules/keying.ts'
export * from './rules/lots.ts'
export * from './rules/leaving.ts'
export * from './rules/cold.ts'
