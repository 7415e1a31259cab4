/** What the times just told make doubtful: answered at once to whoever told them, so that it is explained while people remember. */
import type { Cx } from '#platform/cx.ts'
import { findingsOf } from '../things/findings.ts'
import { chainsOf } from '../things/store/chain.ts'
import type { ItemRow } from '../things/store/items.ts'

export interface Doubt {
  readonly thing: string
  readonly number: string
  readonly text: string
}

/** The findings that the rows of one hand-over made, by thing. */
export async function doubtsOf(cx: Cx, items: readonly ItemRow[], handOver: string): Promise<Doubt[]> {
  const chains = await chainsOf(
    cx,
    items.map((i) => i.id),
  )
  return items.flatMap((item) => {
    const chain = chains.get(item.id)
    if (!chain) return []
    const told = new Set(chain.events.filter((e) => e.hand_over === handOver).map((e) => e.id))
    return findingsOf(chain, cx.say)
      .filter((f) => f.events.some((e) => told.has(e)))
      .map((f) => ({ thing: item.id, number: item.number, text: f.text }))
  })
}
