/** Takes things out of a place into the person's own hands; of two who reach for one thing, one has it and the other reads who. */
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../../things/batch.ts'
import { Moved } from '../../things/contract.ts'
import { RetrieveItem } from '../../hands/contract.ts'
import { openGunPlace } from '../../things/firearms.ts'
import { move } from '../../things/change-of-hands.ts'
import { holders } from '../../roles.ts'
import { inMyStore } from '../../things/near.ts'
import { mayRetrieve } from '../../hands/rules.ts'
import { ownHand, placesForGuns, placesWithWitness } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'
import { witnessOf } from '../../things/witness.ts'

export const retrieveItem = command({
  name: 'evidence.retrieve-item',
  summary: 'Takes things out of a place into the person’s own hands.',
  who: holders,
  input: RetrieveItem,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const together = new Set(input.things)
    const { good, refused } = decideRows(cx, all.slice(0, together.size), input.partly, (item) =>
      mayRetrieve(item, inMyStore(cx, item), together),
    )
    const places = [...new Set(good.map((i) => i.holder?.id).filter((id): id is string => Boolean(id)))]
    const [guns, doors, { me }] = await Promise.all([
      placesForGuns(cx, places),
      placesWithWitness(cx, places),
      ownHand(cx),
    ])
    await openGunPlace(cx, guns[0], input.witness?.person)
    const witness = await witnessOf(cx, doors, input.witness)
    await move(cx, withContents(all, good), {
      kind: 'retrieved',
      state: 'held',
      to: me,
      gaveBy: null,
      tookBy: cx.actor.id,
      purpose: input.purpose ?? null,
      witness,
    })
    return { things: good.length, refused }
  },
})
