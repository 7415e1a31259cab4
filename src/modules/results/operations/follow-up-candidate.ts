/** Writes down what a person found by comparing with what a system put forward, and which exhibit it is. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { seeItem } from '#modules/evidence/public.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { FollowUpCandidate } from '../contract/searches.ts'
import { mayFollowUp, mayLinkTo } from '../rules/searches.ts'
import { followUpsOf, getSystemCandidate } from '../store/searches.ts'

export const followUpCandidate = command({
  name: 'results.follow-up-candidate',
  summary: 'Writes down what comparing with a candidate of a system showed, and which exhibit it is.',
  who: ['analyst', 'section-head'],
  input: FollowUpCandidate,
  output: Done,
  async run(cx, input) {
    const subject = ref('results.system-candidate', input.candidate)
    await cx.lock([subject])
    const c = await getSystemCandidate(cx, input.candidate)
    cx.allow(c)
    const before = (await followUpsOf(cx, [c.id])).at(-1)
    refuseUnless(mayFollowUp(before && { by: before.by_id, verified: before.verified }))
    refuseUnless(mayLinkTo(c.item, input.other))
    const other = input.other ? await seeItem(cx, input.other) : null
    if (other) cx.allow(other)
    const id = input.id ?? cx.newId()
    await cx.record({
      subject,
      root: c.root,
      facts: { search: c.search, outcome: input.outcome, other: other?.id ?? null },
      rows: {
        'results.system_follow_up': [
          {
            id,
            root: c.root,
            candidate: c.id,
            seq: (before?.seq ?? 0) + 1,
            outcome: input.outcome,
            words: input.words,
            other: other?.id ?? null,
            other_root: other?.root ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
