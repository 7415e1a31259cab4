/** Of whom a proposal to let things go is asked. */
import type { Cx } from '#platform/cx.ts'

/** The officer of the case, the formation that investigates it, the prosecution. */
export const isAsked = (
  cx: Cx,
  d: { readonly investigator: string | null; readonly investigator_unit: string | null },
): boolean =>
  cx.actor.kind !== 'person' ||
  cx.actor.id === d.investigator ||
  (d.investigator_unit !== null && cx.actor.principals.includes(d.investigator_unit)) ||
  cx.actor.grants.some((g) => g.role === 'prosecutor')
