/** Takes things out of the container in which they are packed; both stay in the same hands. */
import { command } from '#platform/define.ts'
import { decideRows } from '../batch.ts'
import { Moved, UnpackItems } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { mayUnpack } from '../rules.ts'
import { itemRef, seeItems } from '../store/items.ts'
import { nextOrder } from '../store/measures.ts'
import { refreshThings } from '../store/now.ts'

export const unpackItems = command({
  name: 'evidence.unpack-items',
  summary: 'Takes things out of the container in which they are packed; both stay in the same hands.',
  who: handlers,
  input: UnpackItems,
  output: Moved,
  async run(cx, input) {
    const items = await seeItems(cx, [...new Set(input.things)], { lock: true })
    const containers = await seeItems(
      cx,
      [...new Set(items.map((i) => i.packed_in).filter((id): id is string => id !== null))],
      { lock: true },
    )
    decideRows(cx, items, false, (item) =>
      mayUnpack(
        item,
        containers.find((c) => c.id === item.packed_in),
        cx.actor.id,
      ),
    )
    const entries = []
    for (const item of items) {
      entries.push({
        subject: itemRef(item.id),
        root: item.root,
        facts: { outOf: item.packed_in },
        rows: {
          'evidence.packing': [
            {
              id: cx.newId(),
              thing: item.id,
              root: item.root,
              seq: await nextOrder(cx, 'packing', item.id),
              container: null,
            },
          ],
        },
      })
    }
    await cx.record(...entries)
    await refreshThings(
      cx,
      items.map((i) => i.id),
    )
    return { things: items.length, refused: [] }
  },
})
