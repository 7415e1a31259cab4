/** Says what a custody entry should have said; the entry stays as it was, and both are shown. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CorrectCustodyEntry } from '../contract.ts'
import { Done } from '../../things/contract.ts'
import { keepers } from '../../roles.ts'
import { mayCorrectEntry } from '../rules.ts'
import { itemRef, seeItem } from '../../things/store/items.ts'
import { custodyEvent } from '../../things/store/offers.ts'

export const correctCustodyEntry = command({
  name: 'evidence.correct-custody-entry',
  summary: 'Says what a custody entry should have said; the entry stays as it was, and both are shown.',
  who: keepers,
  reason: 'required',
  input: CorrectCustodyEntry,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    const event = await custodyEvent(cx, item.id, input.event)
    refuseUnless(
      unless(
        [input.at, input.gaveAt, input.purpose, input.words].some((v) => v !== undefined && v !== null),
        no('evidence.nothing-to-correct'),
      ),
    )
    refuseUnless(mayCorrectEntry({ at: input.at ?? event.at, gaveAt: input.gaveAt ?? event.gave_at }, cx.now))
    const id = cx.newId()
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { corrects: event.id },
      rows: {
        'evidence.custody_correction': [
          {
            id,
            event: event.id,
            thing: item.id,
            root: item.root,
            at: input.at ?? null,
            gave_at: input.gaveAt ?? null,
            purpose: input.purpose ?? null,
            words: input.words ?? cx.reason,
          },
        ],
      },
    })
    return { id }
  },
})
