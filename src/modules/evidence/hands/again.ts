/** A thing that had left for good is in a hand again, or in the house: the same thing under the same barcode, and its chain goes on where it ended. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx, NewEntry } from '#platform/cx.ts'
import { addHandles } from '#modules/cases/public.ts'
import { sealRows } from '../things/birth.ts'
import { type Move, move } from '../things/change-of-hands.ts'
import { ownHazard, writeHazard } from '../things/hazards.ts'
import { itemRef, type ItemRow } from '../things/store/items.ts'
import { refreshThings } from '../things/store/now.ts'

/** The caller has locked the thing and asked who may; seals are those that it bears as it comes. */
export async function comeAgain(
  cx: Cx,
  item: ItemRow,
  m: Move,
  more: { readonly seals?: readonly string[]; readonly hazards?: readonly string[] } = {},
  beside: readonly NewEntry[] = [],
): Promise<void> {
  const rows = sealRows(
    cx,
    item.id,
    item.root,
    (more.seals ?? []).map((number) => ({ number, state: 'intact' as const })),
  )
  for (const number of more.seals ?? [])
    refuseUnless(unless(!item.seals.includes(number), no('evidence.seal-in-use', { seal: number })))
  await move(
    cx,
    [item],
    m,
    () =>
      rows.seals.length > 0
        ? { rows: { 'evidence.seal': rows.seals, 'evidence.seal_event': rows.events } }
        : {},
    beside,
  )
  const at = { subject: itemRef(item.id), root: item.root, label: item.number }
  if (rows.seals.length > 0) {
    await addHandles(
      cx,
      (more.seals ?? []).map((text) => ({ ...at, text, kind: 'seal' })),
    )
    await refreshThings(cx, [item.id])
  }
  for (const hazard of more.hazards ?? [])
    if (!(await ownHazard(cx, item, hazard))) await writeHazard(cx, item, hazard, 'flagged', null)
}
