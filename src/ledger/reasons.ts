/**
 * Why an act was done: free words, in which somebody may have named anybody. They stand in the vault, with a covered row that belongs to the
 * act's first entry; leaves hold no reason (those from before keep theirs), so that the proof of a certificate shows nobody's words.
 */
import type { Json } from '#kernel/canonical.ts'
import { insertRows } from '#platform/covered-inserts.ts'
import { digestOf, stamped } from '#platform/covered.ts'
import type { Cx, PendingEntry } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { keepPersonal } from './vault.ts'

type Act = Pick<Cx, 'tx' | 'actor' | 'now' | 'reason' | 'act' | 'newId' | 'ground'>

export async function keepReason(cx: Act, entries: readonly PendingEntry[]): Promise<void> {
  const [first] = entries
  if (cx.reason === null || !first) return
  const root = first.root ?? entries.find((e) => e.root)?.root ?? null
  const kept = await keepPersonal(cx, root, { reason: cx.reason } satisfies Json)
  const row = stamped({ id: cx.newId(), act: cx.act, root, ...kept }, first.id, cx.now, cx.actor.id)
  first.digests.push({ table: 'platform.reason', id: String(row.id), digest: digestOf(row) })
  await insertRows(cx.tx, new Map([['platform.reason', [row]]]))
}

/** For statements in which `e` is the entry: the words, wherever they stand. */
export const reasonOf: Sql = sql`coalesce(convert_from(e.leaf, 'UTF8')::jsonb ->> 'reason', (select v.value ->> 'reason' from platform.reason r join ledger.vault v on v.id = r.vault where r.act = e.act limit 1))`
