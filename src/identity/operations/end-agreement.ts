/** Records that an agreement ended, or will, before its day. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { EndAgreement } from '../contract/duties.ts'
import { findAgreement } from '../store/agreements.ts'

export const endAgreement = command({
  name: 'identity.end-agreement',
  summary: 'Records that an agreement ended, or will, before its day.',
  who: ['director', 'administrator'],
  input: EndAgreement,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const known = await findAgreement(cx, input.agreement)
    if (!known) throw notFound()
    const subject = ref('identity.agency', known.agency)
    await cx.lock([subject])
    refuseUnless(unless(known.endedOn === null, no('identity.already-so')))

    await cx.record({
      subject,
      facts: { agreement: known.id, endsOn: input.endsOn },
      rows: {
        'identity.agreement_end': [
          { id: cx.newId(), agreement: known.id, ends_on: input.endsOn, words: input.words ?? null },
        ],
      },
    })
    return {}
  },
})
