/** What crosses the wire about stores: places, what is put away and taken out, counts, what is carried out; by subject in `contract/`. */
export * from './contract/places.ts'
export * from './contract/stock.ts'
export * from './contract/stores.ts'
export * from './contract/audit.ts'
export * from './contract/temporary.ts'
