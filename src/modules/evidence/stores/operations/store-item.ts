/** Puts things down in a place, out of the person's own hands; where the door asks for it, a second person signs. */
import { ref } from '#kernel/shapes.ts'
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { decideRows, ofAllInside, withContents } from '../../things/batch.ts'
import { Moved } from '../../things/contract.ts'
import { StoreItem } from '../../hands/contract.ts'
import { openGunPlace, unsafeGuns } from '../../things/firearms.ts'
import { move } from '../../things/change-of-hands.ts'
import { holders } from '../../roles.ts'
import { hasRoom, mayStore } from '../../hands/rules.ts'
import { noBody, noTemporary, waitsSafely } from '../../things/rules.ts'
import { type PlaceRow, gunPlaceOf, placeById } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'
import { temperatureOf } from '../temperature.ts'
import { witnessOf } from '../../things/witness.ts'

export const storeItem = command({
  name: 'evidence.store-item',
  summary:
    'Puts things down in a place, out of the person’s own hands; where the door asks for it, a second person signs.',
  who: holders,
  input: StoreItem,
  output: Moved,
  async run(cx, input) {
    const things = seeWithContents(cx, input.things)
    // Asked behind the things and heard after them: of two refusals the one about the things comes first.
    const [all, asked] = await Promise.all([things, Promise.allSettled([placeById(cx, input.place)])])
    const together = new Set(input.things)
    const bodies = ofAllInside(all, noBody)
    const { good, refused } = decideRows(cx, all.slice(0, together.size), input.partly, (item) =>
      allOf(bodies(item), mayStore(item, cx.actor.id, together)),
    )
    if (asked[0].status === 'rejected') throw asked[0].reason
    const seen = asked[0].value
    const place = seen.capacity === null ? seen : await locked(cx, seen.id)
    cx.allow({ may_see: true, unit: place.unit })
    refuseUnless(noTemporary(place))
    const going = withContents(all, good)
    // A reason puts down what there is no room for: on the night of a raid it must stand somewhere.
    if (cx.reason === null) refuseUnless(hasRoom(place, good.length))
    for (const verdict of await temperatureOf(cx, place, going)) refuseUnless(verdict)
    const unsafe = await unsafeGuns(cx, going)
    const gunPlace = unsafe.size > 0 ? await gunPlaceOf(cx, place.unit) : null
    for (const item of going) refuseUnless(waitsSafely(item, unsafe, place, gunPlace))
    await openGunPlace(cx, place.guns ? place.name : undefined, input.witness?.person)
    const witness = await witnessOf(cx, place.witness ? [place.name] : [], input.witness)
    await move(cx, going, {
      kind: 'stored',
      state: 'stored',
      to: { kind: 'place', id: place.id, name: place.name, where: place.path },
      gaveBy: cx.actor.id,
      tookBy: null,
      witness,
    })
    return { things: good.length, refused }
  },
})

/** Of two who fill the last room of a shelf one comes second. Where there is no end of room nobody waits for another. */
async function locked(cx: Cx, place: string): Promise<PlaceRow> {
  const [, row] = await Promise.all([cx.lock([ref('evidence.location', place)]), placeById(cx, place)])
  return row
}
