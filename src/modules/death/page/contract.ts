/** What crosses the wire about a death whole; by subject in `contract/`. */
export * from './contract/seen.ts'
