/** A place of a death as a covered row: the same for the call, for what is learnt later and for what is imported. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { PlaceKind, PlaceOfDeath } from './contract.ts'
import { mayBePlace } from './rules.ts'

/** What a person says of a place: in the laboratory’s own words, and possible. What was imported stands as it was written elsewhere. */
export async function checkPlace(cx: Cx, p: PlaceOfDeath): Promise<void> {
  // Whoever writes the day of Greenwich in the evening has not written one that lies ahead.
  const days = [dayOfInstant(cx.now), cx.now.slice(0, 10)].toSorted()
  refuseUnless(mayBePlace(p, days[1] ?? ''))
  if (p.district) await codeOf(cx, 'district', p.district)
  if (p.settlement) await codeOf(cx, 'settlement', p.settlement)
}

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
