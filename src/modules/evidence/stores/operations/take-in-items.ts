/** Takes in what was left in a temporary place: scanned there, with the state of each seal; what was not there stays in the queue and is asked after. */
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../../things/batch.ts'
import { move } from '../../things/change-of-hands.ts'
import { Moved } from '../../things/contract.ts'
import { inMyStore } from '../../things/near.ts'
import { mayTakeInLeft } from '../../things/rules.ts'
import { ownHand, placesWithWitness } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'
import { refreshThings } from '../../things/store/now.ts'
import { seenRows } from '../../things/store/seals.ts'
import { witnessOf } from '../../things/witness.ts'
import { TakeInItems } from '../contract.ts'
import { counter } from '../../roles.ts'

export const takeInItems = command({
  name: 'evidence.take-in-items',
  summary:
    'Takes in what was left in a temporary place: scanned there, with the state of each seal; what was not there stays in the queue.',
  who: counter,
  input: TakeInItems,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const together = new Set(input.things)
    const { good, refused } = decideRows(cx, all.slice(0, together.size), input.partly, (item) =>
      mayTakeInLeft(item, inMyStore(cx, item), together),
    )
    const places = [...new Set(good.map((i) => i.holder?.id).filter((id): id is string => Boolean(id)))]
    const [doors, { me }] = await Promise.all([placesWithWitness(cx, places), ownHand(cx)])
    const witness = await witnessOf(cx, doors, input.witness)
    const going = withContents(all, good)
    const seen = await seenRows(
      cx,
      (input.sealsSeen ?? []).filter((s) => going.some((i) => i.id === s.thing)),
    )
    await move(
      cx,
      going,
      {
        kind: 'taken-in',
        state: 'held',
        to: me,
        gaveBy: null,
        tookBy: cx.actor.id,
        witness,
        words: input.words ?? null,
      },
      (item) => {
        const rows = seen.get(item.id)
        return rows ? { rows: { 'evidence.seal_event': rows } } : {}
      },
    )
    if (seen.size > 0) await refreshThings(cx, [...seen.keys()])
    return { things: good.length, refused }
  },
})
