/** Where a body was laid, or taken up again: the newest row holds. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { type Rest, mayLayToRest, notAhead } from './rules.ts'
import { burialsOf } from './store/bodies.ts'
import { type DeathRow, deathRef, seeDeath } from '../call/store/deaths.ts'

export interface Burial extends Rest {
  readonly authority?: string | null | undefined
}
/** The newest word on where somebody lies. */
export async function restOf(cx: Cx, death: DeathRow): Promise<(Rest & { seq: number }) | undefined> {
  const last = (await burialsOf(cx, death.root)).at(-1)
  return last && { kind: last.kind, on: last.on_text, place: last.place, seq: last.seq }
}
export const burialRow = (
  cx: Cx,
  death: DeathRow,
  last: { seq: number } | undefined,
  b: Burial,
): CoveredRow => ({
  id: cx.newId(),
  root: death.root,
  seq: (last?.seq ?? 0) + 1,
  kind: b.kind,
  on_text: b.on,
  place: b.place,
  authority: b.authority ?? null,
})

export async function keepBurial(cx: Cx, id: string, b: Burial): Promise<{ id: string }> {
  const death = await seeDeath(cx, id, { lock: true })
  cx.allow(death)
  const last = await restOf(cx, death)
  refuseUnless(mayLayToRest(death, last))
  refuseUnless(notAhead(b.on, dayOfInstant(cx.now)))
  const row = burialRow(cx, death, last, b)
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: { burial: b.kind, on: b.on },
    rows: { 'death.burial': [row] },
  })
  return { id: row.id }
}
