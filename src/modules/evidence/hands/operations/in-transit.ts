/** Everything that travels, with its clock: who sent it, who expects it, and since when it is late. */
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import { atMyOffice } from '../../things/near.ts'
import { InTransit, Travelling } from '../../things/contract.ts'
import { readers } from '../../roles.ts'
import { linesById } from '../../things/lines.ts'
import { seeItems } from '../../things/store/items.ts'
import { mayTakeIn } from '../rules.ts'
import { travelling, type ConsignmentRow } from '../../things/store/lists.ts'

export const inTransit = query({
  name: 'evidence.in-transit',
  summary:
    'Shows everything that travels, with its clock: who sent it, who expects it, and since when it is late.',
  who: readers,
  input: InTransit,
  output: Travelling,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await travelling(cx, input)
    const things = await linesById(
      cx,
      await seeItems(
        cx,
        rows.flatMap((r) => r.things),
      ),
    )
    const now = Date.parse(cx.now)
    return {
      nextCursor,
      items: rows.map((c) => ({
        id: c.id,
        number: c.number,
        carrier: c.carrier,
        reference: c.reference,
        from: c.from_name,
        to: c.to_name,
        toUnit: c.to_unit,
        sentAt: c.sent_at,
        dueAt: c.due_at,
        late: Date.parse(c.due_at) < now,
        hours: Math.floor((now - Date.parse(c.sent_at)) / 3_600_000),
        mine: mineOf(cx, c),
        things: c.things.map((t) => things.get(t)).filter((t) => t !== undefined),
      })),
    }
  },
})

function mineOf(cx: Cx, c: ConsignmentRow): { ok: boolean; why?: string } {
  const verdict = mayTakeIn(c, cx.actor.id, atMyOffice(cx, c))
  return verdict.ok ? { ok: true } : { ok: false, why: cx.say(verdict.code, verdict.values) }
}
