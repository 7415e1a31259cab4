/** A second person agrees with what was found by comparing, or differs; agreed on, a hit binds both exhibits. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { nameOfCode } from '#modules/catalogue/public.ts'
import { linkRows, seeItem } from '#modules/evidence/public.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { VerifyFollowUp } from '../contract/searches.ts'
import { mayVerifyFollowUp } from '../rules/searches.ts'
import {
  type FollowUpRow,
  type SystemCandidateRow,
  followUpsOf,
  getFollowUp,
  getSystemCandidate,
} from '../store/searches.ts'

export const verifyFollowUp = command({
  name: 'results.verify-follow-up',
  summary: 'A second person agrees with a follow-up, or differs; agreed on, a hit binds both exhibits.',
  who: ['analyst', 'section-head'],
  input: VerifyFollowUp,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    const asked = await getFollowUp(cx, input.followUp)
    const subject = ref('results.system-candidate', asked.candidate)
    await cx.lock([subject])
    const f = await getFollowUp(cx, input.followUp)
    cx.allow(f)
    const c = await getSystemCandidate(cx, f.candidate)
    const newest = (await followUpsOf(cx, [c.id])).at(-1)?.id === f.id
    refuseUnless(mayVerifyFollowUp({ by: f.by_id, verified: f.verified }, newest, cx.actor.id))
    refuseUnless(
      unless(f.sees_other, no('results.link-you-may-not-see', { name: f.by ?? '' }, 'results.next-ask-them')),
    )
    const id = cx.newId()
    await cx.record({
      subject,
      root: c.root,
      facts: { followUp: f.id, outcome: f.outcome, agrees: input.agrees },
      rows: {
        'results.system_verification': [
          { id, root: c.root, follow_up: f.id, agrees: input.agrees, words: input.words ?? null },
        ],
        ...(input.agrees && f.outcome === 'hit' ? await bound(cx, c, f) : {}),
      },
    })
    return { id }
  },
})

async function bound(cx: Cx, c: SystemCandidateRow, f: FollowUpRow) {
  if (!f.other) return {}
  const basis = cx.say('results.system-link-basis', {
    system: await nameOfCode(cx, 'search-system', c.system, cx.language),
    rank: c.rank,
    label: c.label,
  })
  return linkRows(cx, await seeItem(cx, c.item), await seeItem(cx, f.other), { strength: 'strong', basis })
}
