/** How far a follower has come along the log: everything recorded until then is in the sums it keeps. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export async function followedUpTo(cx: Pick<Cx, 'tx'>, follower: string): Promise<string | null> {
  const row = await cx.tx.maybe<{ at: string }>(sql`
    select e.recorded_at as at from ledger.reaction_cursor r join ledger.leaf l on l.position = r.position join ledger.entry e on e.no = l.entry_no where r.name = ${follower}`)
  return row?.at ?? null
}

/** When the newest entry of the log before an instant was recorded; looked for from the end, where it stands. */
export async function newestBefore(cx: Pick<Cx, 'tx'>, instant: string): Promise<string | null> {
  const row = await cx.tx.maybe<{ at: string }>(
    sql`select recorded_at as at from ledger.entry where recorded_at <= ${instant}::timestamptz order by no desc limit 1`,
  )
  return row?.at ?? null
}
