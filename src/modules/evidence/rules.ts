/** The rules of custody: who may do what with a thing as it stands; pure, each no a sentence for the counter. By subject in `rules/`. */
export * from './rules/standing.ts'
export * from './rules/hands.ts'
export * from './rules/opening.ts'
export * from './rules/amounts.ts'
export * from './rules/announcing.ts'
export * from './rules/announcement-code.ts'
export * from './rules/places.ts'
export * from './rules/stock.ts'
