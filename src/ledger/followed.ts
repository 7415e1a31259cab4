/** How far a follower has come along the log: everything recorded until then is in the sums it keeps. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export async function followedUpTo(cx: Pick<Cx, 'tx'>, follower: string): Promise<string | null> {
  const row = await cx.tx.maybe<{ at: string }>(sql`
    select e.recorded_at as at from ledger.reaction_cursor r join ledger.leaf l on l.position = r.position join ledger.entry e on e.no = l.entry_no where r.name = ${follower}`)
  return row?.at ?? null
}

/** Whether a follower has taken in everything that was recorded by an instant. */
export async function hasFollowed(cx: Pick<Cx, 'tx'>, follower: string, until: string): Promise<boolean> {
  const row = await cx.tx.one<{ behind: boolean }>(sql`
    select exists (select 1 from ledger.leaf l join ledger.entry e on e.no = l.entry_no where e.recorded_at <= ${until}::timestamptz
                      and l.position > coalesce((select position from ledger.reaction_cursor where name = ${follower}), -1))
        or exists (select 1 from ledger.pending p join ledger.entry e on e.no = p.no where e.recorded_at <= ${until}::timestamptz
                      and not exists (select 1 from ledger.leaf l where l.entry_no = p.no)) as behind`)
  return !row.behind
}
