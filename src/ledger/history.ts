/** Reads the ledger back for people: the history of everything that hangs on a root. */
import type { Json } from '#kernel/canonical.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { reasonOf } from './reasons.ts'

export interface HistoryEntry {
  no: number
  id: string
  action: string
  subject: string
  seq: number
  root: string | null
  actorKind: string
  actorId: string | null
  occurredAt: string
  recordedAt: string
  reason: string | null
  facts: Record<string, Json>
}

interface Row {
  no: number
  id: string
  action: string
  subject: string
  seq: number
  root: string | null
  actor_kind: string
  actor_id: string | null
  occurred_at: string
  recorded_at: string
  leaf: Buffer
  reason: string | null
}

const columns = sql`e.no, e.id, e.action, e.subject, e.seq, e.root, e.actor_kind, e.actor_id, e.occurred_at, e.recorded_at, e.leaf, ${reasonOf} as reason`

/** The caller must have asked whether the reader may see the root. Newest first; `before` pages on. */
export async function historyOfRoot(
  tx: Tx,
  root: string,
  page: { limit: number; before?: number; asOf?: string },
): Promise<HistoryEntry[]> {
  const rows = await tx.many<Row>(
    sql`select ${columns} from ledger.entry e where root = ${root} and no < ${page.before ?? Number.MAX_SAFE_INTEGER} and recorded_at <= ${page.asOf ?? 'infinity'}::timestamptz order by no desc limit ${page.limit}`,
  )
  return rows.map(readable)
}

function readable(row: Row): HistoryEntry {
  const leaf = JSON.parse(row.leaf.toString('utf8')) as { facts: Record<string, Json> }
  return {
    no: row.no,
    id: row.id,
    action: row.action,
    subject: row.subject,
    seq: row.seq,
    root: row.root,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    reason: row.reason,
    facts: leaf.facts,
  }
}
