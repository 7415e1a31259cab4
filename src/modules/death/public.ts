/** The door of death: what higher modules may ask of a death. */
export { deathRef, seeDeath } from './store/deaths.ts'
export { deathToTell } from './telling.ts'
export type { DeathToTell } from './telling.ts'
export { paperOfRequest } from './paper.ts'
export type { DeathPaper } from './paper.ts'
export { importDeaths } from './importing.ts'
export type { DeathImport } from './importing.ts'
export type { DeathRow } from './store/deaths.ts'
