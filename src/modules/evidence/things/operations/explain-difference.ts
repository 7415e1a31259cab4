/** Gives the reason for a gap, a contradiction or a difference; the finding stays, with its explanation beside it. */
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { Done, ExplainDifference } from '../contract.ts'
import { findingsOf } from '../findings.ts'
import { holders } from '../../roles.ts'
import { balanceKey, balanceOf } from '../rules.ts'
import { familyOf } from '../store/balance.ts'
import { chainFacts } from '../store/chain.ts'
import { itemRef, seeItem } from '../store/items.ts'
import { witnessOf } from '../witness.ts'

export const explainDifference = command({
  name: 'evidence.explain-difference',
  summary:
    'Gives the reason for a gap, a contradiction or a difference; the finding stays, with its explanation beside it.',
  who: holders,
  input: ExplainDifference,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    const findings = findingsOf(await chainFacts(cx, item.id), cx.say)
    const amiss = input.about === balanceKey(item.id) && (await isAmiss(cx, item.id))
    refuseUnless(
      unless(
        amiss || findings.some((f) => f.key === input.about),
        no('evidence.nothing-to-explain', { number: item.number }),
      ),
    )
    // Weight that is not there is explained before somebody else (the tolerance of the balances is in the sum already).
    const witness = await witnessOf(cx, amiss ? [cx.say('evidence.mb-title')] : [], input.witness)
    const id = cx.newId()
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { about: input.about },
      rows: {
        'evidence.explanation': [
          {
            id,
            thing: item.id,
            root: item.root,
            about: input.about,
            words: input.words,
            by_name: cx.actor.name,
            witness: witness?.id ?? null,
            witness_name: witness?.name ?? null,
          },
        ],
      },
    })
    return { id }
  },
})

/** Whether the thing is the source of a family whose sum does not hold. */
async function isAmiss(cx: Cx, thing: string): Promise<boolean> {
  const family = await familyOf(cx, thing)
  const balance = balanceOf(family)
  return family[0]?.id === thing && balance !== null && balance.verdict !== 'balances'
}
