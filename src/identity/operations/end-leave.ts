/** Somebody is back sooner, or did not go after all. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { EndLeave } from '../contract/duties.ts'
import { mayEndLeave } from '../rules.ts'
import { findAbsence } from '../store/absences.ts'

export const endLeave = command({
  name: 'identity.end-leave',
  summary: 'Records that somebody is back sooner, or did not go after all.',
  who: 'signed-in',
  input: EndLeave,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const absence = await findAbsence(cx.tx, input.absence)
    if (!absence) throw notFound()
    const subject = ref('identity.person', absence.person)
    await cx.lock([subject])
    refuseUnless(mayEndLeave(cx.actor, absence, cx.now))

    await cx.record({
      subject,
      facts: { absence: absence.id },
      rows: {
        'identity.absence_end': [{ id: cx.newId(), absence: absence.id, ends_at: input.at ?? cx.now }],
      },
    })
    return {}
  },
})
