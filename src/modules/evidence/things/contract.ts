/** What crosses the wire about things: how one comes, how it is described, sealed, packed, weighed, parted and shown; by subject in `contract/`. */
export * from './contract/parts.ts'
export * from './contract/handling.ts'
export * from './contract/balance.ts'
export * from './contract/seen.ts'
export * from './contract/lists.ts'
export * from './contract/cash.ts'
export * from './contract/taking.ts'
export * from './contract/plans.ts'
