/** Flags and clears dangers: one row per word on a hazard, the newest holds. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { awareOf } from './rules.ts'
import { namesFor } from './store/chain.ts'
import type { PersonFacts } from './store/hands.ts'
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
  witness: PersonFacts | null = null,
): Promise<string> {
  const id = cx.newId()
  const { seq } = await hazardOrder(cx, item.id, hazard)
  await cx.record({
    subject: itemRef(item.id),
    root: item.root,
    facts: { hazard, state },
    rows: {
      'evidence.hazard_flag': [
        {
          id,
          thing: item.id,
          root: item.root,
          hazard,
          seq,
          state,
          words,
          witness: witness?.id ?? null,
          witness_name: witness?.name ?? null,
        },
      ],
    },
  })
  await refreshThings(cx, [item.id])
  return id
}

/** Nobody opens what is dangerous without having been told of each danger, own or inherited. */
export async function mustBeAware(cx: Cx, item: ItemRow, aware: readonly string[]): Promise<void> {
  if (item.hazards.length === 0 || cx.actor.kind !== 'person') return
  const language = cx.say('evidence.language') === 'es' ? 'es' : 'en'
  const names = await namesFor(
    cx,
    item.hazards.map((h) => ['hazard', h] as const),
    [],
    language,
  )
  refuseUnless(awareOf(item, aware, (h) => names.code('hazard', h)))
}
