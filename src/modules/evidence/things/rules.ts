/** The rules of things: how one comes, how it is described, sealed, packed, weighed, parted and shown; by subject in `rules/`. */
export * from './rules/standing.ts'
export * from './rules/opening.ts'
export * from './rules/amounts.ts'
export * from './rules/places.ts'
export * from './rules/balance.ts'
export * from './rules/firearm.ts'
export * from './rules/cash.ts'
export * from './rules/links.ts'
