/** Opens a sealed bag and makes each thing found in it an item of its own; a count that differs is noted as it is. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import { barcodeOf } from '../barcode.ts'
import { ItemisePackage, ItemsCreated } from '../contract.ts'
import { photographRow, type NewThing } from '../birth.ts'
import { mustBeAware } from '../hazards.ts'
import { checkItemCodes, checkTaken, followThings, thingEntries, withDangers } from '../new-things.ts'
import { handlers } from '../../roles.ts'
import { mayItemise } from '../rules.ts'
import { ownHand } from '../store/hands.ts'
import { itemRef, seeItem, type ItemRow } from '../store/items.ts'
import { refreshThings } from '../store/now.ts'
import { partCount } from '../store/offers.ts'
import { breakRow } from '../store/seals.ts'

export const itemisePackage = command({
  name: 'evidence.itemise-package',
  summary:
    'Opens a sealed bag and makes each thing found in it an item of its own; a count that differs is noted as it is.',
  who: handlers,
  input: ItemisePackage,
  output: ItemsCreated,
  async run(cx, input) {
    const bag = await seeItem(cx, input.item, { lock: true })
    cx.allow(bag)
    refuseUnless(mayItemise(bag, cx.actor.id, input.seal ?? null))
    await mustBeAware(cx, bag, input.aware)
    const dangers = await checkItemCodes(cx, input.found)
    await checkTaken(cx, bag.root, input.found)
    const { me } = await ownHand(cx)
    const first = (await partCount(cx, bag.id, 'item')) + 1
    const things: NewThing[] = input.found.map(({ id, kind, before: _before, ...rest }, i) => ({
      id: id ?? cx.newId(),
      number: `${bag.number}.${first + i}`,
      root: bag.root,
      kind,
      parent: bag.id,
      container: bag.id,
      submission: bag.submission,
      input: withDangers(rest, dangers),
      from: bag.holder,
      first: { kind: 'taken', state: 'held', to: me, gaveBy: cx.actor.id, tookBy: cx.actor.id },
    }))
    const differs =
      input.expected !== undefined && input.expected !== null && input.expected !== things.length
    const rows: Record<string, readonly CoveredRow[]> = {
      ...(input.seal
        ? { 'evidence.seal_event': await breakRow(cx, bag, input.seal, input.condition, input.why) }
        : {}),
      ...(differs
        ? {
            'evidence.discrepancy': [
              {
                id: cx.newId(),
                thing: bag.id,
                submission: bag.submission,
                root: bag.root,
                kind: 'count',
                expected: String(input.expected),
                found: String(things.length),
                words: input.why,
              },
            ],
          }
        : {}),
    }
    await cx.record(
      {
        subject: itemRef(bag.id),
        root: bag.root,
        facts: {
          found: things.length,
          expected: input.expected ?? null,
          seal: input.seal ?? null,
          aware: input.aware,
        },
        rows: { ...rows, ...(await picturesOf(cx, bag, input.photographs ?? [])) },
      },
      ...(await thingEntries(cx, things)),
    )
    await followThings(cx, things)
    await refreshThings(cx, [bag.id])
    return {
      id: bag.id,
      items: things.map((t) => ({ id: t.id, number: t.number, barcode: barcodeOf(t.id) })),
    }
  },
})

async function picturesOf(
  cx: Cx,
  bag: ItemRow,
  photographs: NonNullable<z.output<typeof ItemisePackage>['photographs']>,
): Promise<Record<string, readonly CoveredRow[]>> {
  const rows: CoveredRow[] = []
  for (const p of photographs) rows.push(await photographRow(cx, bag.id, bag.root, p))
  return rows.length > 0 ? { 'evidence.photograph': rows } : {}
}
