/** The SQL of proposed changes and of how they were decided. */
import type { Json } from '#kernel/canonical.ts'
import type { Tx } from '#platform/db.ts'
import { noSql, sql, anywhere } from '#platform/sql.ts'

export interface ChangeRow {
  readonly id: string
  readonly why: string
  readonly content: Json
  readonly base: Json
  readonly from_on: string
  readonly recorded_at: string
  readonly by_id: string | null
  readonly by_name: string | null
  readonly state: 'proposed' | 'approved' | 'declined' | 'withdrawn'
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly words: string | null
}
const columns = sql`c.id, c.why, c.content, c.base, c.from_on, c.recorded_at, c.recorded_by as by_id, p.name as by_name,
  coalesce(d.decision, 'proposed') as state, q.name as decided_by, d.recorded_at as decided_at, d.words`
const joined = sql`catalogue.change c left join catalogue.change_decision d on d.change = c.id
  left join identity.person p on p.id = c.recorded_by left join identity.person q on q.id = d.recorded_by`

export function findChange(tx: Tx, id: string): Promise<ChangeRow | undefined> {
  return tx.maybe<ChangeRow>(sql`select ${columns} from ${joined} where c.id = ${id}`)
}

/** A change of the very same content that still waits. */
export function sameWaiting(tx: Tx, content: Json): Promise<ChangeRow | undefined> {
  return tx.maybe<ChangeRow>(
    sql`select ${columns} from ${joined} where d.id is null and c.content = ${JSON.stringify(content)}::jsonb limit 1`,
  )
}

/** What waits for another person, the oldest first. */
export function waitingChanges(tx: Tx): Promise<ChangeRow[]> {
  return tx.many<ChangeRow>(
    sql`select ${columns} from ${joined} where d.id is null order by c.recorded_at, c.id limit 200`,
  )
}

/** What waits first, then the newest; the cursor is `recorded_at|id` within one of the two. */
export function pageOfChanges(
  tx: Tx,
  filter: { state?: string | undefined; q?: string | undefined },
  page: { limit: number; cursor?: string | undefined },
): Promise<ChangeRow[]> {
  const [at, id] = (page.cursor ?? '').split('|')
  return tx.many<ChangeRow>(sql`
    select ${columns} from ${joined}
     where true ${filter.state ? sql`and coalesce(d.decision, 'proposed') = ${filter.state}` : noSql}
       ${filter.q ? sql`and (c.why || ' ' || c.content::text) ilike ${anywhere(filter.q)}` : noSql}
       ${at && id ? sql`and (c.recorded_at, c.id) < (${at}::timestamptz, ${id}::uuid)` : noSql}
     order by c.recorded_at desc, c.id desc limit ${page.limit}`)
}
