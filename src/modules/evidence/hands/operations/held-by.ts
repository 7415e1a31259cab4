/** What a person has in hand, what was offered to them, and what they offered. */
import { notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { HeldBy, Held } from '../../things/contract.ts'
import { readers } from '../../roles.ts'
import { linesById, linesOf } from '../../things/lines.ts'
import { seeItems } from '../../things/store/items.ts'
import { heldItems, openOffersFor, personName, type OfferLine } from '../../things/store/lists.ts'

export const heldBy = query({
  name: 'evidence.held-by',
  summary: 'Shows what a person has in hand, what was offered to them, and what they offered.',
  who: readers,
  input: HeldBy,
  output: Held,
  async run(cx, input) {
    cx.allow(null)
    const id = input.person ?? cx.actor.id
    const person =
      (await personName(cx, id)) ?? (id === cx.actor.id ? { id, name: cx.actor.name } : undefined)
    if (!person) throw notFound()
    const { rows, nextCursor } = await heldItems(cx, id, input)
    const offers = await openOffersFor(cx, id)
    const things = await linesById(cx, await seeItems(cx, [...new Set(offers.flatMap((o) => o.things))]))
    const seen = (o: OfferLine) => ({
      id: o.id,
      from: o.from_name,
      fromId: o.from_person,
      to: o.to_name,
      toId: o.to_person,
      at: o.at,
      purpose: o.purpose,
      things: o.things.map((t) => things.get(t)).filter((t) => t !== undefined),
    })
    return {
      items: await linesOf(cx, rows),
      nextCursor,
      toAccept: offers.filter((o) => o.to_person === id).map(seen),
      offered: offers.filter((o) => o.from_person === id).map(seen),
      person,
    }
  },
})
