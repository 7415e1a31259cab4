/** What crosses the wire about a death whole; by subject in `contract/`. */
export * from './contract/seen.ts'
export * from './contract/certificates.ts'
export * from './contract/packs.ts'
export * from './contract/records.ts'
