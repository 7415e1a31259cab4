/** What crosses the wire about paper that is kept; by subject in the folder beside. */
export * from './contract/inventory.ts'
export * from './contract/requests.ts'
