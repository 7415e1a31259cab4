/** Begins the record of one attendance: for a call, or in a case; numbered by the laboratory's series. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AttendanceOpened, OpenAttendance } from '../contract.ts'
import { fileOf } from '../files.ts'
import { beginAttendance } from '../opening.ts'
import { attending } from '../roles.ts'
import { mayAttend } from '../rules.ts'
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
    const opened = await beginAttendance(cx, file, {
      id,
      unit: call?.unit ?? cx.actor.unit,
      sceneType: input.sceneType,
      place: input.place,
      facts: { callOut: call?.id ?? null },
      row: {
        call_out: call?.id ?? null,
        district: input.district ?? null,
        ...place(input.position),
        words: input.words ?? null,
      },
    })
    if (call)
      await cx.record({
        subject: ref('scenes.call-out', call.id),
        root: file.id,
        facts: { attendance: id },
        rows: { 'scenes.call_out_step': [await stepCall(cx, call, { kind: 'attended', attendance: id })] },
      })
    return opened
  },
})
