/** Who reads the sums, who says what happened to a victim, who lets tables leave. */
import { type Role, staff } from '#identity/roles.ts'

export const readers: readonly Role[] = ['observer', 'director', 'quality-manager', 'section-head']
/** Whoever works on the case, as far as they see it. */
export const coders: readonly Role[] = staff
export const releasers: readonly Role[] = ['observer', 'director', 'quality-manager']
