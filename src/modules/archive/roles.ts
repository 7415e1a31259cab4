/** Who does what with paper and its scans by default; the word beside each operation is one of these lists. */
import { caseworkers, staff, type Role } from '#identity/roles.ts'

/** The registry of the service: lists, prepares, scans, keys, looks over, carries out. */
export const keepers: readonly Role[] = ['archivist']
/** Whoever sits at the machine of the scanner's folder brings in what lies there, and sees nothing of it. */
export const bringers: readonly Role[] = [...keepers, 'administrator']
/** Whoever may take an original out and bring it back. */
export const holders: readonly Role[] = ['archivist', 'evidence-officer']
/** Whoever may see the inventory and what was scanned, as far as they see the case. */
export const readers: readonly Role[] = caseworkers
/** Our own people: what was not screened yet, and what only few should see, is theirs alone. */
export const inside: readonly Role[] = staff
/** Who looks lots over and says whether they hold. */
export const inspectors: readonly Role[] = ['archivist', 'quality-manager', 'section-head']
/** Who says yes, in the name of the service, that paper leaves for good. */
export const approvers: readonly Role[] = ['director', 'quality-manager', 'section-head']
/** Who sees what shall leave: those who say yes and those who carry it out. */
export const disposers: readonly Role[] = [...keepers, ...approvers]
/** Who counts the places of the files, and has what is broken healed. */
export const placekeepers: readonly Role[] = ['quality-manager', 'director', 'administrator']
