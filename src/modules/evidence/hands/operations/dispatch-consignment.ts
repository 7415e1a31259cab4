/** Gives things to a carrier on the way to another office: in transit, with a clock that both ends see. */
import { nextNumber } from '#modules/catalogue/public.ts'
import { addHandles } from '#modules/cases/public.ts'
import { instantOf, ref } from '#kernel/shapes.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows, ofAllInside, withContents } from '../../things/batch.ts'
import { Created } from '../../things/contract.ts'
import { DispatchConsignment } from '../contract.ts'
import { move } from '../../things/change-of-hands.ts'
import { holders } from '../../roles.ts'
import { mayDispatch } from '../rules.ts'
import { noBody } from '../../things/rules.ts'
import { letOfficeSee, unitName } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'

const HOUR = 3_600_000

export const dispatchConsignment = command({
  name: 'evidence.dispatch-consignment',
  summary:
    'Gives things to a carrier on the way to another office: in transit, with a clock that both ends see.',
  who: holders,
  input: DispatchConsignment,
  output: Created,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const together = new Set(input.things)
    const bodies = ofAllInside(all, noBody)
    const { good } = decideRows(cx, all.slice(0, together.size), input.partly, (item) =>
      allOf(bodies(item), mayDispatch(item, cx.actor.id, together)),
    )
    const toName = input.toUnit ? await unitName(cx, input.toUnit) : input.toName
    refuseUnless(unless(Boolean(toName), no('evidence.no-such-unit')))
    const id = input.id ?? cx.newId()
    const number = await nextNumber(cx, 'consignment')
    const dueAt = instantOf(Date.parse(cx.occurredAt) + input.hours * HOUR)
    const going = withContents(all, good)
    if (input.toUnit)
      await letOfficeSee(
        cx,
        input.toUnit,
        going.map((i) => i.root),
      )
    await cx.record({
      subject: ref('evidence.consignment', id),
      root: null,
      facts: { number, things: good.length, to: input.toUnit ?? null, dueAt },
      rows: {
        'evidence.consignment': [
          {
            id,
            number,
            from_person: cx.actor.id,
            from_name: cx.actor.name,
            from_unit: cx.actor.unit,
            carrier: input.carrier,
            reference: input.reference ?? null,
            to_unit: input.toUnit ?? null,
            to_name: toName ?? '',
            sent_at: cx.occurredAt,
            due_at: dueAt,
            things: good.length,
            words: input.words ?? null,
          },
        ],
      },
    })
    // Found by its number or its waybill by whoever may see a case of which something travels in it.
    await addHandles(
      cx,
      [...new Set(going.map((i) => i.root))].flatMap((root) =>
        [number, input.reference ?? ''].filter(Boolean).map((text) => ({
          text,
          kind: 'consignment-number',
          subject: ref('evidence.consignment', id),
          root,
          label: `${number} → ${toName ?? ''}`,
        })),
      ),
    )
    await move(cx, going, {
      kind: 'dispatched',
      state: 'in-transit',
      to: { kind: 'carrier', id, name: input.carrier, where: `${number} → ${toName ?? ''}` },
      gaveBy: cx.actor.id,
      consignment: id,
      dueAt,
      words: input.words ?? null,
    })
    return { id, number }
  },
})
