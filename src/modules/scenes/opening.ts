/** An attendance comes to be: its number, its first step, who sees it, what the case waits for. */
import { addHandles, giveSight, type NewCase, noteProgress } from '#modules/cases/public.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { Json } from '#kernel/canonical.ts'
import { attendanceRef, insertAttendanceNow, stepRow } from './store/attendances.ts'

interface Begun {
  readonly id: string
  readonly unit: string | null
  readonly sceneType: string
  readonly place: string
  readonly facts: { readonly [key: string]: Json }
  /** Of the row of the attendance, and beside it. */
  readonly row: { readonly [column: string]: Json }
  readonly rows?: Readonly<Record<string, readonly CoveredRow[]>>
}
export async function beginAttendance(
  cx: Cx,
  file: NewCase,
  b: Begun,
): Promise<{ id: string; number: string; case: { id: string; number: string } }> {
  const caseNumber = await file.draw()
  const number = await nextNumber(cx, 'attendance', { parent: caseNumber })
  await file.open(caseNumber)
  const { id, unit } = b
  const root = file.id
  const step = stepRow(cx, { id, root, seq: 0, version: 0 }, { kind: 'opened', state: 'open' })
  const born = { id, root, number, unit, scene_type: b.sceneType, place: b.place, ...b.row }
  await cx.record({
    subject: attendanceRef(id),
    root,
    facts: { number, sceneType: b.sceneType, ...b.facts },
    rows: { 'scenes.attendance': [born], 'scenes.attendance_step': [step], ...b.rows },
  })
  await insertAttendanceNow(cx, { id, root, number, unit, scene_type: b.sceneType })
  await giveSight(cx, root, [cx.actor.id, cx.actor.unit, unit], 'scenes.open-attendance')
  await addHandles(cx, [
    { text: number, kind: 'scene-number', subject: attendanceRef(id), root, label: number },
  ])
  await noteProgress(cx, root, {
    subject: attendanceRef(id),
    kind: 'scene',
    state: 'open',
    text: 'scenes.progress-unsigned',
    values: { number },
  })
  return { id, number, case: { id: root, number: caseNumber } }
}
