/** The rules of stores: places, what is put away and taken out, counts, what is carried out; by subject in `rules/`. */
export * from './rules/stock.ts'
export * from './rules/stores.ts'
export * from './rules/audit.ts'
