/** Flags and clears dangers: one row per word on a hazard, the newest holds. */
import type { Cx } from '#platform/cx.ts'
import type { ItemRow } from './store/items.ts'
import { itemRef } from './store/items.ts'
import { refreshThings } from './store/now.ts'
import { hazardOrder } from './store/offers.ts'

/** Whether the danger is flagged on this very thing (not on what it is packed with). */
export async function ownHazard(cx: Cx, item: ItemRow, hazard: string): Promise<boolean> {
  return (await hazardOrder(cx, item.id, hazard)).state === 'flagged'
}

export async function writeHazard(
  cx: Cx,
  item: ItemRow,
  hazard: string,
  state: 'flagged' | 'cleared' | 'made-safe',
  words: string | null,
): Promise<string> {
  const id = cx.newId()
  const { seq } = await hazardOrder(cx, item.id, hazard)
  await cx.record({
    subject: itemRef(item.id),
    root: item.root,
    facts: { hazard, state },
    rows: { 'evidence.hazard_flag': [{ id, thing: item.id, root: item.root, hazard, seq, state, words }] },
  })
  await refreshThings(cx, [item.id])
  return id
}
