/** The rules of a call: told, taken on or declined, whom the office told and asked; by subject in `rules/`. */
export * from './rules/jurisdiction.ts'
export * from './rules/places.ts'
