/** Covered rows that go along with an act's entries: what a step beneath an operation writes belongs to whatever that operation records. */
import { invariant } from '#kernel/verdict.ts'
import { insertRows } from './covered-inserts.ts'
import { type Stored, digestOf, stamped } from './covered.ts'
import type { Actor, CoveredRow, PendingEntry } from './cx.ts'
import type { Tx } from './db.ts'

export interface Along {
  readonly root: string | null
  readonly table: string
  /** Or the row that will be known when the database has answered; undefined where it turns out that there is none. */
  readonly row: CoveredRow | Promise<CoveredRow | undefined>
}

/** Each goes with the last entry of its root, else with the last of the act; the entry keeps its digest as of any covered row. */
export async function settle(
  tx: Tx,
  actor: Actor,
  now: string,
  pending: readonly PendingEntry[],
  along: readonly Along[],
): Promise<void> {
  if (along.length === 0) return
  const ofRoot = new Map(pending.map((entry) => [entry.root ?? null, entry]))
  const byTable = new Map<string, Record<string, Stored>[]>()
  for (const { root, table, row: coming } of along) {
    const row = await coming
    if (!row) continue
    const entry = ofRoot.get(root) ?? pending.at(-1)
    invariant(entry, `a row of ${table} has no act to belong to`)
    const full = stamped(row, entry.id, now, actor.id)
    entry.digests.push({ table, id: String(row.id), digest: digestOf(full) })
    const others = byTable.get(table)
    if (others) others.push(full)
    else byTable.set(table, [full])
  }
  await insertRows(tx, byTable)
}
