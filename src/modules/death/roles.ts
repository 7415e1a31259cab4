/** Who does what about a death by default; a laboratory’s own choice stands in its grants. */
import type { Role } from '#identity/roles.ts'

/** Takes calls and follows a death to its end. */
export const investigators: readonly Role[] = ['death-investigator', 'pathologist']
/** Decides whether the office takes a death on. */
export const deciders: readonly Role[] = ['death-investigator', 'pathologist', 'director']
/** Whoever answers the office’s telephone at night. */
export const callTakers: readonly Role[] = ['death-investigator', 'pathologist', 'morgue-attendant']
/** Receives, moves, counts and gives out bodies and their effects. */
export const morguePeople: readonly Role[] = ['morgue-attendant', 'death-investigator', 'pathologist']
/** Keeps the papers of a body. */
export const papersPeople: readonly Role[] = ['death-investigator', 'pathologist', 'morgue-attendant']
/** Decides what only a physician decides. */
export const pathologists: readonly Role[] = ['pathologist']
/** Whoever works on deaths, and those who answer for them. */
export const readers: readonly Role[] = [...callTakers, 'director', 'quality-manager', 'section-head']
/** Prepares the office for the hours without power. */
export const packers: readonly Role[] = [...callTakers, 'director', 'section-head']
