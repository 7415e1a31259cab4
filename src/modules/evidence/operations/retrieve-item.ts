/** Takes things out of a place into the person's own hands; of two who reach for one thing, one has it and the other reads who. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../batch.ts'
import { Moved, RetrieveItem } from '../contract.ts'
import { move } from '../moving.ts'
import { holders } from '../roles.ts'
import { mayRetrieve, witnessed } from '../rules.ts'
import { checkCoSigner, ownHand, peopleOf, placesWithWitness } from '../store/hands.ts'
import { seeWithContents } from '../store/items.ts'

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
      mayRetrieve(item, together),
    )
    const places = [...new Set(good.map((i) => i.holder?.id).filter((id): id is string => Boolean(id)))]
    refuseUnless(witnessed(await placesWithWitness(cx, places), input.witness !== undefined))
    if (input.witness) await checkCoSigner(cx, input.witness)
    const witness = input.witness
      ? (await peopleOf(cx, [input.witness.person])).get(input.witness.person)
      : undefined
    const { me } = await ownHand(cx)
    await move(cx, withContents(all, good), {
      kind: 'retrieved',
      state: 'held',
      to: me,
      gaveBy: null,
      tookBy: cx.actor.id,
      purpose: input.purpose ?? null,
      witness: witness ?? null,
    })
    return { things: good.length, refused }
  },
})
