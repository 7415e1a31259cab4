/** Which roles may bring in and look at imports. */
import { type Role, caseworkers } from '#identity/roles.ts'

export const importers: readonly Role[] = ['administrator', 'director', 'quality-manager', 'evidence-officer']

/** Who takes deaths out as data, without names. */
export const counters: readonly Role[] = ['director', 'quality-manager', 'death-investigator', 'pathologist']
/** Who receives and sends what concerns a death; need to know decides which. */
export const correspondents: readonly Role[] = ['death-investigator', 'pathologist']
/** Whose token may send cases: whoever may announce to the laboratory from outside. */
export const senders: readonly Role[] = ['officer', 'prosecutor', 'administrator']
/** Who decides what becomes of what waits. */
export const deciders: readonly Role[] = ['administrator', 'director', 'quality-manager', 'evidence-officer']

/** Who says whether what came, or lies in a box, is a case that was there. */
export const comparers: readonly Role[] = [...deciders, 'archivist']

/** Who lets another agency be told of acts; of what it was told, each sees what they may see. */
export const partnerKeepers: readonly Role[] = ['administrator', 'director']

/** Who writes down what a platform holds of a case, and reads it; need to know decides of which. */
export const recorders: readonly Role[] = caseworkers.filter((r) => r !== 'outside-reviewer')
