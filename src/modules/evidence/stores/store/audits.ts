/** Audits of counts: what is to be asked of, what was answered last, how counts of a store scored over time. */
import { visible } from '#identity/sight.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { noSql, type Sql, sql } from '#platform/sql.ts'
import { myUnits } from '../../things/store/places.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

/** The newest answer of each question about each thing. */
const newest = (take: Sql): Sql => sql`
  select distinct on (a.thing, a.question) a.thing, a.question, a.answer, a.words, a.by_name, a.at
    from evidence.stock_audit a where a.stock_take = ${take} order by a.thing, a.question, a.recorded_at desc, a.id desc`
const sums = sql`count(distinct q.thing)::int as things, (count(*) filter (where q.answer = 'yes'))::int as yes, (count(*) filter (where q.answer = 'no'))::int as no`

export const auditSums = (
  cx: Pick<Cx, 'tx'>,
  take: string,
): Promise<{ things: number; yes: number; no: number }> =>
  cx.tx.one(sql`select ${sums} from (${newest(sql`${take}::uuid`)}) q`)

export const auditByQuestion = (
  cx: Pick<Cx, 'tx'>,
  take: string,
): Promise<{ question: string; yes: number; no: number }[]> =>
  cx.tx.many(sql`select q.question, (count(*) filter (where q.answer = 'yes'))::int as yes, (count(*) filter (where q.answer = 'no'))::int as no
    from (${newest(sql`${take}::uuid`)}) q group by q.question order by q.question`)

/** Drawn for this count, or read in it. */
export async function ofCount(cx: Pick<Cx, 'tx'>, take: string, thing: string): Promise<boolean> {
  return (
    await cx.tx.one<{ ok: boolean }>(sql`
      select exists (select 1 from evidence.stock_expected x where x.stock_take = ${take} and ${thing}::uuid = any(x.to_count))
          or exists (select 1 from evidence.stock_scan s where s.stock_take = ${take} and s.thing = ${thing}) as ok`)
  ).ok
}

export interface AuditedThing {
  readonly thing: string
  readonly number: string
  readonly description: string
  readonly place: string | null
  readonly seen: boolean
  readonly answers: {
    question: string
    answer: 'yes' | 'no' | 'not-applicable'
    words: string | null
    by: string
    at: string
  }[]
  readonly may_see: boolean
}
/** What was drawn (in a whole count: what was asked of already or read, newest first), at most two hundred. */
export function auditedThings(
  cx: Reader,
  take: { readonly id: string; readonly mode: string },
): Promise<AuditedThing[]> {
  return cx.tx.many(sql`
    with drawn as (
      select u.thing, x.place from evidence.stock_expected x cross join unnest(x.to_count) u(thing) where x.stock_take = ${take.id}),
    read as (select s.thing, max(s.at) as at from evidence.stock_scan s where s.stock_take = ${take.id} and s.thing is not null group by s.thing),
    answered as (${newest(sql`${take.id}::uuid`)})
    select n.thing, n.number, n.words as description, evidence.path_of(d.place) as place, r.thing is not null as seen, ${visible(cx, 'n.root')} as may_see,
           coalesce((select jsonb_agg(jsonb_build_object('question', a.question, 'answer', a.answer, 'words', a.words, 'by', a.by_name, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) from answered a where a.thing = n.thing), '[]') as answers
      from drawn d full join read r on r.thing = d.thing join evidence.thing_now n on n.thing = coalesce(d.thing, r.thing)
     where ${take.mode === 'sample' ? sql`true` : sql`r.thing is not null`}
     order by r.at desc nulls last, n.number limit 200`)
}

export interface TrendRow {
  readonly stockTake: string
  readonly number: string
  readonly place: string
  readonly placeName: string
  readonly at: string
  readonly things: number
  readonly yes: number
  readonly no: number
}
/** Closed counts in which anything was asked, of the reader's offices, oldest of the last thirty first. */
export function auditTrend(cx: Pick<Cx, 'tx' | 'actor'>, place: string | undefined): Promise<TrendRow[]> {
  return cx.tx.many(sql`
    select * from (
      select t.id as "stockTake", t.number, t.place, t.place_name as "placeName", e.at, s.things, s.yes, s.no
        from evidence.stock_take t join evidence.stock_take_end e on e.stock_take = t.id
        cross join lateral (select ${sums} from (${newest(sql`t.id`)}) q) s
       where s.things > 0 and ${myUnits(cx, 't.unit')} ${place ? sql`and t.place = ${place}` : noSql}
       order by e.at desc, t.id desc limit 30) newest order by at, number`)
}

/** Who reads the paper may see every case whose things it names. */
export function stockPaper(
  cx: Reader,
  take: string,
): Promise<(Protected & { file: string; name: string }) | undefined> {
  return cx.tx.maybe(sql`
    select p.file, t.number || '.pdf' as name, t.unit, (${myUnits(cx, 't.unit')}) and not exists (select 1 from unnest(p.roots) r(root) where not ${visible(cx, 'r.root')}) as may_see
      from evidence.stock_paper p join evidence.stock_take t on t.id = p.stock_take where t.id = ${take}`)
}
