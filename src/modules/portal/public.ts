/** The door of the portal: how a case stands for who waits, for the statistics that stand above. */
export { standingOf } from './rules.ts'
export type { CaseFacts, Standing } from './rules.ts'
