/** The rules of the counter: what is announced, what comes, what is refused, collection kits; by subject in `rules/`. */
export * from './rules/announcement.ts'
export * from './rules/announcement-code.ts'
export * from './rules/kits.ts'
export * from './rules/held.ts'
export * from './rules/apart.ts'
