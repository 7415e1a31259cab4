/** Things as lists show them: one line each, dangers in the reader's words. */
import type { Cx } from '#platform/cx.ts'
import type { ItemLine } from './contract.ts'
import { namesFor } from './store/chain.ts'
import type { ItemRow } from './store/items.ts'

/** In the order given; the names of dangers are looked up once, and only where there is one. */
export async function linesOf(cx: Cx, rows: readonly ItemRow[]): Promise<ItemLine[]> {
  const hazards = [...new Set(rows.flatMap((r) => [...r.hazards]))]
  const names = await namesFor(
    cx,
    hazards.map((h) => ['hazard', h] as const),
    [],
    cx.say('evidence.language') === 'es' ? 'es' : 'en',
  )
  return rows.map((r) =>
    lineOf(
      r,
      r.hazards.map((h) => names.code('hazard', h)),
    ),
  )
}
export async function linesById(cx: Cx, rows: readonly ItemRow[]): Promise<Map<string, ItemLine>> {
  return new Map((await linesOf(cx, rows)).map((l) => [l.id, l]))
}

function lineOf(row: ItemRow, dangers: readonly string[]): ItemLine {
  return {
    id: row.id,
    number: row.number,
    barcode: row.barcode,
    root: row.root,
    kind: row.kind,
    type: row.type,
    description: row.description,
    state: row.state,
    holder: row.holder,
    place: row.place,
    since: row.since,
    dueAt: row.due_at,
    seals: [...row.seals],
    hazards: [...row.hazards],
    dangers: [...dangers],
    packedIn: row.packed_in,
    offeredTo: row.offered_to?.name ?? null,
    offer: row.offered_to?.handOver ?? null,
    receivedAt: row.received_at,
  }
}
