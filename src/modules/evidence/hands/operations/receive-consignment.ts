/** Takes a consignment in: what came is in the person's hands; what did not come stays in transit and is asked after. */
import { dropHandles } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../../things/batch.ts'
import { Answered, ReceiveConsignment } from '../contract.ts'
import { move } from '../../things/change-of-hands.ts'
import { holders } from '../../roles.ts'
import { atMyOffice } from '../../things/near.ts'
import { mayArrive, mayTakeIn } from '../rules.ts'
import { movesAlone } from '../../things/rules.ts'
import { ownHand } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'
import { refreshThings } from '../../things/store/now.ts'
import { consignmentById } from '../../things/store/offers.ts'
import { seenRows } from '../../things/store/seals.ts'

export const receiveConsignment = command({
  name: 'evidence.receive-consignment',
  summary:
    'Takes a consignment in: what came is in the person’s hands; what did not come stays in transit and is asked after.',
  who: holders,
  input: ReceiveConsignment,
  output: Answered,
  async run(cx, input) {
    const consignment = await consignmentById(cx, input.consignment)
    const wanted = input.things ?? consignment.things
    // Nothing of it is on the way, or nothing that this person knows of: the two are not told apart.
    if (wanted.length === 0) throw notFound()
    const all = await seeWithContents(cx, wanted)
    for (const item of all) cx.allow(item)
    refuseUnless(mayTakeIn(consignment, cx.actor.id, atMyOffice(cx, consignment)))
    const together = new Set(wanted)
    const { good } = decideRows(cx, all.slice(0, new Set(wanted).size), false, (item) =>
      allOf(mayArrive(item, consignment.id), movesAlone(item, together)),
    )
    const { me } = await ownHand(cx)
    const going = withContents(all, good)
    const seen = await seenRows(
      cx,
      (input.sealsSeen ?? []).filter((s) => going.some((i) => i.id === s.thing)),
    )
    await move(
      cx,
      going,
      {
        kind: 'arrived',
        state: 'held',
        to: me,
        gaveBy: null,
        tookBy: cx.actor.id,
        consignment: consignment.id,
        words: input.words ?? null,
      },
      (item) => {
        const rows = seen.get(item.id)
        return rows ? { rows: { 'evidence.seal_event': rows } } : {}
      },
    )
    if (good.length === consignment.things.length)
      await dropHandles(cx, ref('evidence.consignment', consignment.id))
    if (seen.size > 0) await refreshThings(cx, [...seen.keys()])
    return { id: consignment.id, things: good.length, refused: [] }
  },
})
