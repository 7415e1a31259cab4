/** Opens a signed record again, with the reason; what was signed stays, and the next signature makes the next version. */
import { noteProgress } from '#modules/cases/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AmendSceneRecord, Done } from '../contract.ts'
import { attending } from '../roles.ts'
import { mayAmend } from '../rules.ts'
import { attendanceRef, seeAttendance, stepNow, stepRow, type Step } from '../store/attendances.ts'

export const amendSceneRecord = command({
  name: 'scenes.amend-scene-record',
  summary: 'Opens a signed scene record again, with the reason; the next signature makes the next version.',
  who: attending,
  reason: 'required',
  input: AmendSceneRecord,
  output: Done,
  async run(cx, input) {
    const a = await seeAttendance(cx, input.attendance, { lock: true })
    cx.allow(a)
    refuseUnless(mayAmend(a))
    const step: Step = { kind: 'amended', state: 'left', words: cx.reason }
    await cx.record({
      subject: attendanceRef(a.id),
      root: a.root,
      facts: { number: a.number, version: a.version },
      rows: { 'scenes.attendance_step': [stepRow(cx, a, step)] },
    })
    await stepNow(cx, a, step)
    await noteProgress(cx, a.root, {
      subject: attendanceRef(a.id),
      kind: 'scene',
      state: 'open',
      text: 'scenes.progress-unsigned',
      values: { number: a.number },
    })
    return { id: a.id }
  },
})
