/** Who does what with paper and its scans by default; the word beside each operation is one of these lists. */
import { caseworkers, staff, type Role } from '#identity/roles.ts'

/** The registry of the service: lists, prepares, scans, keys, looks over, carries out. */
export const keepers: readonly Role[] = ['archivist']
/** Whoever may take an original out and bring it back. */
export const holders: readonly Role[] = ['archivist', 'evidence-officer']
/** Whoever may see the inventory and what was scanned, as far as they see the case. */
export const readers: readonly Role[] = caseworkers
/** Our own people: what was not screened yet, and what only few should see, is theirs alone. */
export const inside: readonly Role[] = staff
