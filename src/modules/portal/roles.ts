/** Who looks through the portal, and who answers from inside. */
import { caseworkers, staff, type Role } from '#identity/roles.ts'

/** The customers: police and prosecution. */
export const customers: readonly Role[] = ['officer', 'prosecutor']
/** Whoever asks and answers on a case. */
export const speakers: readonly Role[] = caseworkers.filter((r) => r !== 'outside-reviewer')
export const isInside = (roles: readonly { readonly role: string }[]): boolean =>
  roles.some((g) => (staff as readonly string[]).includes(g.role))
/** Who listens to what customers say of the service. */
export const listens: readonly Role[] = ['director', 'quality-manager', 'section-head']
/** Who looks after it that the offices outside come along. */
export const leads: readonly Role[] = ['director', 'quality-manager', 'administrator']
/** Who takes money and hands papers over the counter, and who decides on records. */
export const handlesRecords: readonly Role[] = ['director', 'quality-manager', 'evidence-officer']
export const decidesRecords: readonly Role[] = ['director', 'quality-manager']
/** Customers ask for themselves; the counter asks for who stands before it. */
export const recordAskers: readonly Role[] = [...customers, ...handlesRecords]
/** Who scans kits on their way: hospitals and police by their people, the laboratory by its counter and its benches. */
export const followsKits: readonly Role[] = ['officer', ...handlesRecords, 'analyst', 'section-head']
