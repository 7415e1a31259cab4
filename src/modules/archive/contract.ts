/** What crosses the wire about paper that is kept; by subject in the folder beside. */
export * from './contract/inventory.ts'
export * from './contract/requests.ts'
export * from './contract/batches.ts'
export * from './contract/keying.ts'
export * from './contract/lots.ts'
export * from './contract/searching.ts'
export * from './contract/leaving.ts'
export * from './contract/cold.ts'
