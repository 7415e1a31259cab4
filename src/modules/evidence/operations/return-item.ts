/** Gives a thing back for good, on authority, to a named person outside; refused while any hold but that of birth stands. */
import { holdsOn } from '#modules/cases/public.ts'
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../batch.ts'
import { Moved, ReturnItem } from '../contract.ts'
import { move } from '../moving.ts'
import { keepers } from '../roles.ts'
import { mayLeave } from '../rules.ts'
import { signatureOf } from '../signing.ts'
import { peopleOf } from '../store/hands.ts'
import { itemRef, seeWithContents } from '../store/items.ts'

export const returnItem = command({
  name: 'evidence.return-item',
  summary: 'Gives a thing back for good, on authority, to a named person outside.',
  who: keepers,
  stepUp: true,
  input: ReturnItem,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const together = new Set(input.things)
    // The hold of birth waits for a review before disposal; going back to the sender's own keeping is not disposal.
    const holds = await holdsOn(
      cx,
      all.map((i) => itemRef(i.id)),
    )
    const whyHeld = (id: string): string[] =>
      (holds.get(itemRef(id)) ?? []).filter((h) => h.kind !== 'born').map((h) => cx.say(h.why, h.values))
    const { good, refused } = decideRows(cx, all.slice(0, together.size), input.partly, (item) =>
      mayLeave(item, cx.actor.id, whyHeld(item.id), together),
    )
    const person = input.toPerson ?? null
    const to = { kind: 'person' as const, id: person, name: input.toName, where: input.document ?? null }
    const going = withContents(all, good)
    if (person) await peopleOf(cx, [person])
    const signature = await signatureOf(cx, {
      side: 'took',
      root: going[0]?.root ?? '',
      person,
      name: to.name,
      where: null,
      coSigner: input.coSigner,
      signed: input.signed,
      other: 'evidence.co-signer-not-taker',
    })
    await move(
      cx,
      going,
      {
        kind: 'returned',
        state: 'returned',
        to,
        gaveBy: cx.actor.id,
        tookBy: signature.by,
        tookSign: signature.sign,
        purpose: input.authority,
      },
      () => ({}),
      signature.entries,
    )
    return { things: good.length, refused }
  },
})
