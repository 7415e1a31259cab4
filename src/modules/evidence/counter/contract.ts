/** What crosses the wire about the counter: what is announced, what comes, what is refused, collection kits; by subject in `contract/`. */
export * from './contract/intake.ts'
export * from './contract/announced.ts'
export * from './contract/kits.ts'
