/** Notes whom the office told of a death, when, and whether they were reached. */
import { codeOf } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RecordNotification } from '../contract.ts'
import { callTakers } from '../../roles.ts'
import { deathRef, seeDeath } from '../store/deaths.ts'

export const recordNotification = command({
  name: 'death.record-notification',
  summary: 'Notes whom the office told of a death, when, and whether they were reached.',
  who: callTakers,
  input: RecordNotification,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    await codeOf(cx, 'death-told', input.whom)
    const at = input.at ?? cx.occurredAt
    refuseUnless(unless(Date.parse(at) <= Date.parse(cx.now), no('death.not-yet')))
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { whom: input.whom, outcome: input.outcome, at },
      rows: {
        'death.notification': [
          {
            id,
            root: death.root,
            whom: input.whom,
            name: input.name,
            way: input.way,
            at,
            outcome: input.outcome,
            words: input.words ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
