/** The last weight of a thing before it leaves for good: what the rule asks to be weighed is weighed, and it agrees or has been explained. */
import { relyOn } from '#modules/quality/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { DisposeItem } from './contract.ts'
import type { z } from 'zod'
import { decideWeight } from '../things/rules.ts'
import { usualTolerance } from '../things/steps.ts'
import { itemRef, type ItemRow } from '../things/store/items.ts'
import { nextOrder, weightOf } from '../things/store/measures.ts'

export interface Weighed {
  readonly expected: string | null
  readonly net: string
  readonly unit: string
  readonly row: CoveredRow
}
type Told = z.output<typeof DisposeItem>['weights']

/** A weight that does not agree stops the act: it is first weighed on the record and explained before a witness. */
export async function weighedAtTheEnd(
  cx: Cx,
  items: readonly ItemRow[],
  told: Told,
  asked: boolean,
): Promise<Map<string, Weighed>> {
  const weights = new Map(told.map((w) => [w.thing, w]))
  const out = new Map<string, Weighed>()
  for (const item of items) {
    const w = weights.get(item.id)
    refuseUnless(
      unless(
        !asked || w !== undefined,
        no('evidence.weight-needed', { number: item.number }, 'evidence.next-weigh'),
      ),
    )
    if (!w) continue
    const tolerance = w.tolerance ?? usualTolerance
    const expected = (await weightOf(cx, item.id)).left
    const finding = decideWeight({ value: w.net, unit: w.unit }, expected, tolerance)
    refuseUnless(
      unless(
        finding === 'agrees' || finding === 'unknown',
        no(
          'evidence.weight-disagrees',
          {
            number: item.number,
            expected: `${expected?.value ?? ''} ${expected?.unit ?? ''}`,
            found: `${w.net} ${w.unit}`,
          },
          'evidence.next-weigh-and-explain',
        ),
      ),
    )
    if (w.equipment)
      refuseUnless(
        await relyOn(cx, itemRef(item.id), item.root, [
          { kind: 'equipment', id: w.equipment, for: 'weighing' },
        ]),
      )
    out.set(item.id, {
      expected: expected?.unit === w.unit ? expected.value : null,
      net: w.net,
      unit: w.unit,
      row: {
        id: cx.newId(),
        thing: item.id,
        root: item.root,
        seq: await nextOrder(cx, 'weighing', item.id),
        net: w.net,
        unit: w.unit,
        tolerance,
        equipment: w.equipment ?? null,
        at: cx.occurredAt,
        by_name: cx.actor.name,
      },
    })
  }
  return out
}
