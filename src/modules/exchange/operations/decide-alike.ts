/** A person's word on a pair: the same, another, or not sure. The same is marked as a duplicate, which a later word takes back. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { duplicateRow, followCase, mayBeDuplicate, seeCase } from '#modules/cases/public.ts'
import { command } from '#platform/define.ts'
import { alikeTo, sideOf } from '../comparing.ts'
import { Done } from '../contract/partners.ts'
import { DecideAlike } from '../contract/alike.ts'
import { comparers } from '../roles.ts'
import { decidedOf } from '../store/alike.ts'

export const decideAlike = command({
  name: 'exchange.decide-alike',
  summary:
    'Says that a case that came and one that was there are the same, are not, or that nobody can say yet.',
  who: comparers,
  input: DecideAlike,
  output: Done,
  async run(cx, input) {
    await cx.lock([ref('cases.case', input.case), ref('cases.case', input.other)])
    const file = await seeCase(cx, input.case)
    const other = await seeCase(cx, input.other)
    cx.allow(file)
    cx.allow(other)
    refuseUnless(unless(file.id !== other.id, no('cases.duplicate-of-itself')))
    const same = input.verdict === 'same'
    const takesBack = !same && file.duplicate_of === other.id
    if (same) refuseUnless(mayBeDuplicate(file, other))
    // Whoever said so of the pair before is answered, not overwritten: the newest word holds, and both stand.
    const before = (await decidedOf(cx, file.id)).get(other.id) ?? null
    const found = (await alikeTo(cx, await sideOf(cx, file.id), [])).find((c) => c.case === other.id)
    const id = cx.newId()
    await cx.record({
      subject: ref('exchange.alike', id),
      // A word that changes nothing about the case is not told on it, and builds nothing on it.
      root: same || takesBack ? file.root : null,
      facts: {
        case: file.number,
        other: other.number,
        verdict: input.verdict,
        before,
        score: found?.score ?? 0,
      },
      rows: {
        'exchange.alike': [
          {
            id,
            root: file.root,
            other: other.id,
            verdict: input.verdict,
            score: found?.score ?? 0,
            reasons: (found?.reasons ?? []).map(({ key, value }) => ({ key, value })),
            by_name: cx.actor.name,
          },
        ],
        ...(same || takesBack ? { 'cases.relation': [duplicateRow(cx, file, other, same)] } : {}),
      },
    })
    if (same || takesBack) await followCase(cx, file.root)
    return { id }
  },
})
