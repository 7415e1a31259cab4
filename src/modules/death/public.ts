/** The door of death: what higher modules may ask of a death. */
export { deathRef, seeDeath } from './store/deaths.ts'
export type { DeathRow } from './store/deaths.ts'
