/** What binds two things, as rows for the entry of whoever says so: by hand, or because a search in another system was verified. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { ItemRow } from './store/items.ts'
import { areLinked } from './store/taking.ts'

interface Binding {
  readonly strength: 'strong' | 'weak' | 'absent'
  readonly basis: string
}
export const linkRow = (
  cx: Cx,
  id: string,
  item: ItemRow,
  other: ItemRow,
  { strength, basis }: Binding,
): CoveredRow => ({
  id,
  thing: item.id,
  root: item.root,
  other: other.id,
  other_root: other.root,
  strength,
  basis,
  at: cx.occurredAt,
  by_name: cx.actor.name,
})

/** None where they are bound already; the caller has asked who may see both. */
export async function linkRows(
  cx: Cx,
  item: ItemRow,
  other: ItemRow,
  binding: Binding,
): Promise<Record<string, CoveredRow[]>> {
  if (await areLinked(cx, item.id, other.id)) return {}
  return { 'evidence.link': [linkRow(cx, cx.newId(), item, other, binding)] }
}
