/** A place of a death as a covered row: the same for the call, for what is learnt later and for what is imported. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { PlaceKind, PlaceOfDeath } from './contract.ts'

export const placeRow = (
  cx: Pick<Cx, 'newId'>,
  root: string,
  kind: PlaceKind,
  seq: number,
  p: PlaceOfDeath,
): CoveredRow => ({
  id: cx.newId(),
  root,
  kind,
  seq,
  on_text: p.on ?? null,
  time_text: p.time ?? null,
  approximate: p.approximate,
  at_absent: p.on ? null : (p.timeAbsent ?? null),
  absent: p.absent ?? null,
  district: p.district ?? null,
  settlement: p.settlement ?? null,
  text: p.text ?? null,
  latitude: p.latitude ?? null,
  longitude: p.longitude ?? null,
  by_whom: p.byWhom ?? null,
  how: p.how ?? null,
  condition: p.condition ?? null,
})
