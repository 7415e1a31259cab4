/** Many things in one act: each gets its verdict before anything is written; then all go, or those that may. */
import { Refusal, refuseUnless, type Verdict } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { ItemRow } from './store/items.ts'

export interface Refused {
  readonly thing: string
  readonly number: string
  readonly why: string
}

/**
 * Answers who goes and who does not. Without `partly`, one no stops the act: a single thing with its own sentence, a batch
 * with every row's sentence in `fields` (`things.17`), so that the person at the scanner can put those aside.
 */
export function decideRows(
  cx: Cx,
  asked: readonly ItemRow[],
  partly: boolean,
  ask: (item: ItemRow) => Verdict,
): { good: ItemRow[]; refused: Refused[] } {
  for (const item of asked) cx.allow(item)
  const good: ItemRow[] = []
  const bad: { item: ItemRow; at: number; verdict: Verdict }[] = []
  asked.forEach((item, at) => {
    const verdict = ask(item)
    if (verdict.ok) good.push(item)
    else bad.push({ item, at, verdict })
  })
  const first = bad[0]
  if (first && asked.length === 1) refuseUnless(first.verdict)
  const say = (v: Verdict): string => (v.ok ? '' : cx.say(v.code, v.values))
  if (first && (!partly || good.length === 0)) {
    throw new Refusal('conflict', 'evidence.rows-refused', {
      values: { bad: bad.length, all: asked.length, first: say(first.verdict) },
      next: 'evidence.next-put-aside',
      fields: bad.map((b) => ({ path: `things.${b.at}`, message: say(b.verdict) })),
    })
  }
  return { good, refused: bad.map((b) => ({ thing: b.item.id, number: b.item.number, why: say(b.verdict) })) }
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
