/** Gives the reason for a gap, a contradiction or a difference; the finding stays, with its explanation beside it. */
import { command } from '#platform/define.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { Done, ExplainDifference } from '../contract.ts'
import { findingsOf } from '../findings.ts'
import { holders } from '../roles.ts'
import { chainFacts } from '../store/chain.ts'
import { itemRef, seeItem } from '../store/items.ts'

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
    refuseUnless(
      unless(
        findings.some((f) => f.key === input.about),
        no('evidence.nothing-to-explain', { number: item.number }),
      ),
    )
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
          },
        ],
      },
    })
    return { id }
  },
})
