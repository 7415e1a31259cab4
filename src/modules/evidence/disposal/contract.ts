/** What crosses the wire about leaving for good; by subject in `contract/`. */
export * from './contract/disposal.ts'
