/** One row more at a scene: the head of the attendance is locked, the reader asked, and what is signed stays as it is. */
import { codeOf } from '#modules/catalogue/public.ts'
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import type { Json } from '#kernel/canonical.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { Position } from './contract/call-outs.ts'
import { mayAdd } from './rules.ts'
import { type AttendanceRow, attendanceRef, seeAttendance } from './store/attendances.ts'
import { markById } from './store/written.ts'

export async function openToWrite(cx: Cx, attendance: string): Promise<AttendanceRow> {
  const a = await seeAttendance(cx, attendance, { lock: true })
  cx.allow(a)
  refuseUnless(mayAdd(a))
  return a
}

/** What every row of a scene says of itself: whose scene, who wrote it, when it happened. */
export const ofScene = (
  cx: Cx,
  a: AttendanceRow,
): { root: string; attendance: string; by_name: string; at: string } => ({
  root: a.root,
  attendance: a.id,
  by_name: cx.actor.name,
  at: cx.occurredAt,
})

export async function write(
  cx: Cx,
  a: AttendanceRow,
  table: string,
  row: CoveredRow,
  facts: { readonly [key: string]: Json } = {},
): Promise<{ id: string }> {
  await cx.record({
    subject: attendanceRef(a.id),
    root: a.root,
    facts: { number: a.number, row: row.id, ...facts },
    rows: { [table]: [row] },
  })
  return { id: row.id }
}

/** A mark that is named must be one of this scene. */
export async function markHere(cx: Cx, a: AttendanceRow, mark: string | null | undefined): Promise<void> {
  if (!mark) return
  const known = await markById(cx, mark)
  if (known?.attendance !== a.id)
    throw new Refusal('conflict', 'scenes.no-such-mark', { next: 'scenes.next-mark-first' })
}

export const place = (
  p: Position | null | undefined,
): { latitude: string | null; longitude: string | null } => ({
  latitude: p?.latitude ?? null,
  longitude: p?.longitude ?? null,
})
export const position = (row: { latitude: string | null; longitude: string | null }): Position | null =>
  row.latitude !== null && row.longitude !== null
    ? { latitude: row.latitude, longitude: row.longitude }
    : null

/** Kinds of scenes and districts are the laboratory's own. */
export async function checkWhere(
  cx: Cx,
  w: { sceneType: string; district?: string | null | undefined },
): Promise<void> {
  await codeOf(cx, 'scene-type', w.sceneType)
  if (w.district) await codeOf(cx, 'district', w.district)
}
