/** Gives the place back: when, to whom, in what state; the record stays open until it is signed. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, LeaveScene } from '../contract.ts'
import { attending } from '../roles.ts'
import { couldNotKnow, mayLeave } from '../rules.ts'
import { attendanceRef, seeAttendance, stepNow, stepRow, stepsOf, type Step } from '../store/attendances.ts'

export const leaveScene = command({
  name: 'scenes.leave-scene',
  summary: 'Gives the place back: when, to whom, in what state.',
  who: attending,
  input: LeaveScene,
  output: Done,
  async run(cx, input) {
    const a = await seeAttendance(cx, input.attendance, { lock: true })
    cx.allow(a)
    const end = (await stepsOf(cx, a.id)).filter((s) => s.kind === 'left').at(-1)
    refuseUnless(mayLeave(a, couldNotKnow(end, { person: cx.actor.id, at: cx.occurredAt })))
    const words = [input.to ? cx.say('scenes.given-to', { to: input.to }) : null, input.words ?? null]
      .filter(Boolean)
      .join(' ')
    const step: Step = { kind: 'left', state: 'left', words: words === '' ? null : words }
    await cx.record({
      subject: attendanceRef(a.id),
      root: a.root,
      facts: { number: a.number },
      rows: { 'scenes.attendance_step': [stepRow(cx, a, step)] },
    })
    await stepNow(cx, a, step)
    return { id: a.id }
  },
})
