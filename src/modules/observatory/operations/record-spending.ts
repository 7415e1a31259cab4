/** Money spent of a budget line, by hand; a correction replaces the entry that it names. */
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { RecordSpending } from '../contract/grants.ts'
import { releasers } from '../roles.ts'
import { maySpend } from '../rules/grants.ts'
import { grantRef, seeGrant, spendingOf } from '../store/grants.ts'

export const recordSpending = command({
  name: 'observatory.record-spending',
  summary: 'Enters what was spent of a budget line of a grant, or corrects an earlier entry.',
  who: releasers,
  input: RecordSpending,
  output: Done,
  async run(cx, input) {
    cx.allow(null)
    const g = await seeGrant(cx, input.grant, { lock: true })
    refuseUnless(maySpend(g, input, dayOfInstant(cx.now)))
    if (input.corrects) {
      const was = (await spendingOf(cx, [g.id])).find((s) => s.id === input.corrects)
      if (!was) throw notFound()
      refuseUnless(
        unless(!was.corrected, no('observatory.grant-corrected', {}, 'observatory.next-correct-newest')),
      )
    }
    const id = input.id ?? cx.newId()
    const { line, amount, on } = input
    await cx.record({
      subject: grantRef(g.id),
      facts: { agreement: g.agreement, line, amount },
      rows: {
        'observatory.award_spent': [
          {
            id,
            award: g.id,
            line,
            amount,
            spent_on: on,
            words: input.words ?? null,
            corrects: input.corrects ?? null,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    return { id }
  },
})
