/** Many things in one act: each gets its verdict before anything is written; what is packed in those that go follows them. */
import { allOf, type Verdict } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { decideRows as decide } from '#platform/rows.ts'
import type { ItemRow } from './store/items.ts'

export interface Refused {
  readonly thing: string
  readonly number: string
  readonly why: string
}

/** Who goes and who does not, a row for each thing. */
export function decideRows(
  cx: Cx,
  asked: readonly ItemRow[],
  partly: boolean,
  ask: (item: ItemRow) => Verdict,
): { good: ItemRow[]; refused: Refused[] } {
  const { good, aside } = decide(cx, asked, { partly, path: 'things' }, ask)
  return { good, refused: aside.map(({ item, why }) => ({ thing: item.id, number: item.number, why })) }
}

/** The asked things among those that were loaded with their contents, and what follows the ones that go. */
export function withContents(all: readonly ItemRow[], going: readonly ItemRow[]): ItemRow[] {
  const ids = new Set(going.map((i) => i.id))
  const out = [...going]
  let grew = true
  while (grew) {
    grew = false
    for (const item of all) {
      if (!ids.has(item.id) && item.packed_in !== null && ids.has(item.packed_in)) {
        ids.add(item.id)
        out.push(item)
        grew = true
      }
    }
  }
  return out
}

/** The same question asked of a thing and of everything packed in it: what a box hides leaves with the box. */
export const ofAllInside =
  (all: readonly ItemRow[], ask: (item: ItemRow) => Verdict) =>
  (item: ItemRow): Verdict =>
    allOf(...withContents(all, [item]).map(ask))
