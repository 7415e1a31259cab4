/** How far a follower has come along the log: everything recorded until then is in the sums it keeps. */
import type { Cx } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'

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

export interface Happened {
  id: string
  position: number
  action: string
  subject: string
  root: string
  leaf: Buffer
  occurred_at: string
}
/** Entries between two positions that are of these acts, on a root that `sees` lets through (of `e.root`); none from before `since`. */
export function happenedBetween(
  cx: Pick<Cx, 'tx'>,
  actions: readonly string[],
  span: { readonly after: number; readonly until: number; readonly since: string },
  sees: Sql,
): Promise<Happened[]> {
  return cx.tx.many(sql`
    select e.id, l.position, e.action, e.subject, e.root, e.leaf, e.occurred_at from ledger.leaf l join ledger.entry e on e.no = l.entry_no
     where l.position > ${span.after} and l.position <= ${span.until} and e.action = any(${actions as string[]}::text[]) and e.root is not null
       and e.recorded_at >= ${span.since}::timestamptz and ${sees} order by l.position`)
}
export async function endOfLog(cx: Pick<Cx, 'tx'>): Promise<number> {
  return (await cx.tx.one<{ n: number }>(sql`select coalesce(max(position), -1) as n from ledger.leaf`)).n
}
