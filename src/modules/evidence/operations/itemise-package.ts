/** Opens a sealed bag and makes each thing found in it an item of its own; a count that differs is noted as it is. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import type { CoveredRow } from '#platform/cx.ts'
import { barcodeOf } from '../barcode.ts'
import { ItemisePackage, ItemsCreated } from '../contract.ts'
import type { NewThing } from '../birth.ts'
import { checkItemCodes, followThings, thingEntries } from '../making.ts'
import { handlers } from '../roles.ts'
import { mayItemise } from '../rules.ts'
import { ownHand } from '../store/hands.ts'
import { itemRef, seeItem } from '../store/items.ts'
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
    await checkItemCodes(cx, input.found)
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
      input: rest,
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
        facts: { found: things.length, expected: input.expected ?? null, seal: input.seal ?? null },
        rows,
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
