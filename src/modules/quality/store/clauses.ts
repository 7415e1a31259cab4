/** What the log holds for the clauses of a standard: how often an act was done in a span, when last, and the newest that the reader may see. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface Span {
  readonly from: string
  readonly until: string
}
export interface Done {
  readonly action: string
  readonly n: number
  readonly last: string
}
/** Sums over the whole service, as every standard asks for the whole: no case is named in them. */
export const actsDone = (cx: Pick<Cx, 'tx'>, actions: readonly string[], span: Span): Promise<Done[]> =>
  cx.tx.many<Done>(sql`
    select e.action, count(distinct e.act)::int as n, max(e.recorded_at) as last from ledger.entry e
     where e.action = any(${actions as string[]}) and e.recorded_at >= ${span.from}::timestamptz and e.recorded_at < ${span.until}::timestamptz group by e.action`)

export interface NewestEntry {
  readonly no: string
  readonly action: string
  readonly subject: string
  readonly at: string
  readonly by_name: string | null
}
const EACH = 3
export const newestDone = (
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  actions: readonly string[],
  span: Span,
): Promise<NewestEntry[]> =>
  cx.tx.many<NewestEntry>(sql`
    select x.no::text as no, a.action, x.subject, x.recorded_at as at, p.name as by_name from unnest(${actions as string[]}::text[]) a(action)
      cross join lateral (select e.no, e.subject, e.recorded_at, e.actor_id from ledger.entry e
        where e.action = a.action and e.recorded_at >= ${span.from}::timestamptz and e.recorded_at < ${span.until}::timestamptz
          and (e.root is null or ${visible(cx, 'e.root')}) order by e.no desc limit ${EACH}) x
      left join identity.person p on p.id = x.actor_id order by x.no desc`)

export const reliedOn = (
  cx: Pick<Cx, 'tx'>,
  kinds: readonly string[],
  span: Span,
): Promise<{ kind: string; n: number }[]> =>
  cx.tx.many(sql`
    select kind, count(*)::int as n from quality.reliance where kind = any(${kinds as string[]}) and recorded_at >= ${span.from}::timestamptz and recorded_at < ${span.until}::timestamptz group by kind`)
