/** Which roles hold which acts on a case by default; a laboratory's own choice stands in its grants. */
import { caseworkers, staff, type Role } from '#identity/roles.ts'

export const openers: readonly Role[] = [...staff, 'officer']
export const readers: readonly Role[] = [...caseworkers, 'registrar']
export const writers: readonly Role[] = caseworkers.filter((r) => r !== 'outside-reviewer')
/** Who has looked and says that a danger is not there. */
export const clearers: readonly Role[] = staff
export const keepers: readonly Role[] = ['director', 'quality-manager', 'section-head', 'evidence-officer']
export const heads: readonly Role[] = ['director', 'quality-manager', 'section-head']
export const holders: readonly Role[] = [...keepers, 'prosecutor']
export const courtPeople: readonly Role[] = [...keepers, 'prosecutor', 'officer']
/** Who tells what a court does. */
export const courtTellers: readonly Role[] = [...courtPeople, 'registrar']
export const counters: readonly Role[] = [...staff, 'observer']
