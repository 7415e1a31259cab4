/** Puts things down in a place, out of the person's own hands; where the door asks for it, a second person signs. */
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../batch.ts'
import { Moved, StoreItem } from '../contract.ts'
import { move } from '../moving.ts'
import { holders } from '../roles.ts'
import { hasRoom, mayStore, witnessed } from '../rules.ts'
import { checkCoSigner, peopleOf, placeById } from '../store/hands.ts'
import { seeWithContents } from '../store/items.ts'

export const storeItem = command({
  name: 'evidence.store-item',
  summary:
    'Puts things down in a place, out of the person’s own hands; where the door asks for it, a second person signs.',
  who: holders,
  input: StoreItem,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const together = new Set(input.things)
    const { good, refused } = decideRows(cx, all.slice(0, together.size), input.partly, (item) =>
      mayStore(item, cx.actor.id, together),
    )
    const place = await placeById(cx, input.place)
    const going = withContents(all, good)
    refuseUnless(
      allOf(
        hasRoom(place, good.length),
        witnessed(place.witness ? [place.name] : [], input.witness !== undefined),
      ),
    )
    if (input.witness) await checkCoSigner(cx, input.witness)
    const witness = input.witness
      ? (await peopleOf(cx, [input.witness.person])).get(input.witness.person)
      : undefined
    await move(cx, going, {
      kind: 'stored',
      state: 'stored',
      to: { kind: 'place', id: place.id, name: place.name, where: place.path },
      gaveBy: cx.actor.id,
      tookBy: null,
      witness: witness ?? null,
    })
    return { things: good.length, refused }
  },
})
