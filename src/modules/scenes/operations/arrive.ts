/** Says that one is there: each person for themselves; the log shows them inside. */
import { command } from '#platform/define.ts'
import { Arrive, Done } from '../contract.ts'
import { attending } from '../roles.ts'
import { cameBefore, mayArrive } from '../rules.ts'
import { attendanceRef, seeAttendance, stepNow, stepRow, stepsOf, type Step } from '../store/attendances.ts'
import { refuseUnless } from '#kernel/verdict.ts'

export const arrive = command({
  name: 'scenes.arrive',
  summary: 'Says that one has arrived at the scene, and what was found on arriving.',
  who: attending,
  input: Arrive,
  output: Done,
  async run(cx, input) {
    const a = await seeAttendance(cx, input.attendance, { lock: true })
    cx.allow(a)
    refuseUnless(mayArrive(a))
    const end = (await stepsOf(cx, a.id)).filter((s) => s.kind === 'left').at(-1)
    const over = a.state === 'left' && cameBefore(end, cx.occurredAt)
    const step: Step = { kind: 'arrived', state: over ? 'left' : 'at-scene', words: input.words ?? null }
    await cx.record({
      subject: attendanceRef(a.id),
      root: a.root,
      facts: { number: a.number },
      rows: {
        'scenes.attendance_step': [stepRow(cx, a, step)],
        'scenes.log_entry': [
          {
            id: cx.newId(),
            root: a.root,
            attendance: a.id,
            kind: 'entered',
            person: cx.actor.kind === 'person' ? cx.actor.id : null,
            vault: null,
            commitment: null,
            organisation: null,
            why: cx.say('scenes.log-arrived'),
            at: cx.occurredAt,
          },
        ],
      },
    })
    await stepNow(cx, a, step)
    return { id: a.id }
  },
})
