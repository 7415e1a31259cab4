/** Takes an authorisation back from a day on; what was done before stays as it was done. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, WithdrawAuthorisation } from '../contract.ts'
import { dayBefore, mayWithdraw } from '../rules.ts'
import { getAuthorisation } from '../store/standing.ts'

export const withdrawAuthorisation = command({
  name: 'quality.withdraw-authorisation',
  summary: 'Takes an authorisation back from a day on.',
  who: ['quality-manager', 'director', 'section-head'],
  input: WithdrawAuthorisation,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('quality.authorisation', input.authorisation)])
    const held = await getAuthorisation(cx, input.authorisation)
    const on = input.on ?? dayOfInstant(cx.now)
    refuseUnless(mayWithdraw(held, on))

    const id = cx.newId()
    // The last day on which it held: the day before the one that is named.
    await cx.record({
      subject: ref('identity.person', held.person),
      facts: { method: held.method_code, as: held.capacity, on },
      rows: {
        'quality.authorisation_end': [{ id, authorisation: held.id, on_day: dayBefore(on), why: input.why }],
      },
    })
    return { id }
  },
})
