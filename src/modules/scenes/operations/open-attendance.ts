/** Begins the record of one attendance: for a call, or in a case; numbered by the laboratory's series. */
import { addHandles, giveSight, noteProgress } from '#modules/cases/public.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import type { CoveredRow } from '#platform/cx.ts'
import { AttendanceOpened, OpenAttendance } from '../contract.ts'
import { fileOf } from '../files.ts'
import { attending } from '../roles.ts'
import { mayAttend } from '../rules.ts'
import { attendanceRef, insertAttendanceNow, stepRow } from '../store/attendances.ts'
import { seeCallOut, stepCall } from '../store/call-outs.ts'
import { checkWhere, place } from '../writing.ts'

export const openAttendance = command({
  name: 'scenes.open-attendance',
  summary: 'Begins the record of one attendance at a scene.',
  who: attending,
  input: OpenAttendance,
  output: AttendanceOpened,
  async run(cx, input) {
    const call = input.callOut ? await seeCallOut(cx, input.callOut, { lock: true }) : null
    if (call) {
      // Whoever was sent opens it, from whichever office they come.
      cx.allow({ ...call, unit: null })
      refuseUnless(mayAttend(call))
    }
    const file = await fileOf(cx, call ? { case: call.root } : input)
    await checkWhere(cx, input)
    const id = input.id ?? cx.newId()
    const caseNumber = await file.draw()
    const number = await nextNumber(cx, 'attendance', { parent: caseNumber })
    await file.open(caseNumber)
    const born: CoveredRow = {
      id,
      root: file.id,
      number,
      call_out: call?.id ?? null,
      unit: call?.unit ?? cx.actor.unit,
      scene_type: input.sceneType,
      place: input.place,
      district: input.district ?? null,
      ...place(input.position),
      words: input.words ?? null,
    }
    const step = stepRow(cx, { id, root: file.id, seq: 0, version: 0 }, { kind: 'opened', state: 'open' })
    const callStep = call ? await stepCall(cx, call, { kind: 'attended', attendance: id }) : null
    await cx.record({
      subject: attendanceRef(id),
      root: file.id,
      facts: { number, sceneType: input.sceneType, callOut: call?.id ?? null },
      rows: { 'scenes.attendance': [born], 'scenes.attendance_step': [step] },
    })
    if (call && callStep)
      await cx.record({
        subject: ref('scenes.call-out', call.id),
        root: file.id,
        facts: { attendance: id },
        rows: { 'scenes.call_out_step': [callStep] },
      })
    await insertAttendanceNow(cx, {
      id,
      root: file.id,
      number,
      unit: call?.unit ?? cx.actor.unit,
      scene_type: input.sceneType,
    })
    await giveSight(cx, file.id, [cx.actor.id, cx.actor.unit, call?.unit], 'scenes.open-attendance')
    await addHandles(cx, [
      { text: number, kind: 'scene-number', subject: attendanceRef(id), root: file.id, label: number },
    ])
    await noteProgress(cx, file.id, {
      subject: attendanceRef(id),
      kind: 'scene',
      state: 'open',
      text: 'scenes.progress-unsigned',
      values: { number },
    })
    return { id, number, case: { id: file.id, number: caseNumber } }
  },
})
