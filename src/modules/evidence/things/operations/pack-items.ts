/** Packs things into a container that the person holds; from then on they move with it. */
import { nextNumber } from '#modules/catalogue/public.ts'
import { seeCase } from '#modules/cases/public.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import type { Cx } from '#platform/cx.ts'
import { decideRows } from '../batch.ts'
import { Created, PackItems, type ItemInput } from '../contract.ts'
import { checkItemCodes, makeThings, withDangers } from '../new-things.ts'
import { handlers } from '../../roles.ts'
import { mayHandle, mayPack, noBody } from '../rules.ts'
import { ownHand } from '../store/hands.ts'
import { itemRef, seeItem, seeItems, type ItemRow, packedAround } from '../store/items.ts'
import { nextOrder } from '../store/measures.ts'
import { refreshThings } from '../store/now.ts'

/** A new bag or box, numbered in the case of what goes into it, in the hands of who packs. */
async function newContainer(cx: Cx, input: ItemInput, root: string): Promise<ItemRow> {
  const dangers = await checkItemCodes(cx, [input])
  const { me } = await ownHand(cx)
  const file = await seeCase(cx, root)
  const { id: given, kind: _kind, before: _before, ...rest } = input
  const id = given ?? cx.newId()
  await makeThings(cx, [
    {
      id,
      number: await nextNumber(cx, 'item', { parent: file.number }),
      root,
      kind: 'container',
      input: withDangers(rest, dangers),
      from: null,
      first: { kind: 'taken', state: 'held', to: me, tookBy: cx.actor.id },
    },
  ])
  return seeItem(cx, id)
}

export const packItems = command({
  name: 'evidence.pack-items',
  summary: 'Packs things into a container that the person holds; from then on they move with it.',
  who: handlers,
  input: PackItems,
  output: Created,
  async run(cx, input) {
    await cx.lock([...input.things, ...(input.container ? [input.container] : [])].map(itemRef))
    const items = await seeItems(cx, [...new Set(input.things)])
    decideRows(cx, items, false, (item) => allOf(noBody(item), mayHandle(item, cx.actor.id)))
    const root = items[0]?.root ?? ''
    refuseUnless(
      unless(
        items.every((i) => i.root === root),
        no('evidence.of-several-cases'),
      ),
    )
    const container = input.newContainer
      ? await newContainer(cx, input.newContainer, root)
      : await seeItem(cx, input.container ?? '')
    cx.allow(container)
    refuseUnless(unless(container.root === root, no('evidence.of-several-cases')))
    const around = await packedAround(cx, container.id)
    decideRows(cx, items, false, (item) => mayPack(item, container, cx.actor.id, around))

    const entries = []
    for (const item of items) {
      entries.push({
        subject: itemRef(item.id),
        root,
        facts: { into: container.id },
        rows: {
          'evidence.packing': [
            {
              id: cx.newId(),
              thing: item.id,
              root,
              seq: await nextOrder(cx, 'packing', item.id),
              container: container.id,
            },
          ],
        },
      })
    }
    await cx.record(...entries, {
      subject: itemRef(container.id),
      root,
      facts: { packed: items.map((i) => i.id) },
    })
    await refreshThings(
      cx,
      items.map((i) => i.id),
    )
    return { id: container.id, number: container.number }
  },
})
