/** The rules of hands: given, sent, taken to court, lost, given back; by subject in `rules/`. */
export * from './rules/hands.ts'
export * from './rules/court.ts'
