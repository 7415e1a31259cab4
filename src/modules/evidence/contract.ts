/** What crosses the wire about evidence; the shapes stand by subject in `contract/`, and everybody takes them from here. */
export * from './contract/parts.ts'
export * from './contract/intake.ts'
export * from './contract/custody.ts'
export * from './contract/handling.ts'
export * from './contract/seen.ts'
export * from './contract/lists.ts'
export * from './contract/places.ts'
export * from './contract/announced.ts'
