/**
 * The work of a year by discipline, counted as Project FORESIGHT counts (West Virginia University): a case is what a customer asked in one area, an item a thing
 * handed in for it, a sample a portion with a result, a test one process on one thing; backlog is what was open for more than thirty days at the end.
 */
import { serviceZone } from '#kernel/calendar.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface WorkRow {
  discipline: string
  cases: number
  items: number
  samples: number
  tests: number
  reports: number
  backlog: number
  returned: number
  from_request: string | null
  from_item: string | null
}

export function workOfYear(cx: Pick<Cx, 'tx'>, year: string, asOf: string): Promise<WorkRow[]> {
  const zone = serviceZone()
  return cx.tx.many<WorkRow>(sql`
    with range as (select ((${`${year}-01-01`})::timestamp at time zone ${zone}) as f, least(((${`${year}-01-01`})::timestamp + interval '1 year') at time zone ${zone}, ${asOf}::timestamptz) as t),
    asked as materialized (select a.* from work.public_asked a join cases.public_case c on c.id = a.root cross join range where not c.sealed and a.asked_at < range.t),
    stands as (select a.request, a.discipline, a.asked_at, coalesce((select s.state from work.public_step s cross join range where s.request = a.request and s.at < range.t order by s.seq desc limit 1), 'asked') as state from asked a),
    issued as (select a.discipline, a.root, m.version, min(m.at) as at, min(a.asked_at) as asked,
                      (select max(i.born_at) from work.public_request_item q join evidence.public_item i on i.thing = q.item where q.request = a.request) as last_item
                 from reports.public_milestone m join asked a on a.request = m.request cross join range where m.kind = 'issued' and m.at >= range.f and m.at < range.t group by a.discipline, a.root, a.request, m.version),
    days as (select discipline, round((percentile_cont(0.5) within group (order by extract(epoch from at - asked)))::numeric / 86400, 1)::text as from_request,
                    round((percentile_cont(0.5) within group (order by extract(epoch from at - greatest(last_item, asked))))::numeric / 86400, 1)::text as from_item, count(distinct version)::int as reports
               from issued group by 1)
    select d.discipline,
           (select count(distinct a.root)::int from asked a where a.discipline = d.discipline and a.asked_at >= range.f) as cases,
           (select count(distinct q.item)::int from asked a join work.public_request_item q on q.request = a.request where a.discipline = d.discipline and a.asked_at >= range.f) as items,
           (select count(distinct r.item)::int from asked a join results.public_conclusion r on r.request = a.request where a.discipline = d.discipline and r.from_at >= range.f and r.from_at < range.t) as samples,
           (select count(*)::int from asked a join results.public_test x on x.request = a.request where a.discipline = d.discipline and x.at >= range.f and x.at < range.t) as tests,
           coalesce(n.reports, 0) as reports,
           (select count(*)::int from stands s where s.discipline = d.discipline and s.state not in ('completed', 'declined', 'withdrawn') and s.asked_at < range.t - interval '30 days') as backlog,
           (select count(*)::int from reports.public_milestone m join asked a on a.request = m.request where a.discipline = d.discipline and m.kind in ('returned', 'reopened') and m.at >= range.f and m.at < range.t) as returned,
           n.from_request, n.from_item
      from (select distinct discipline from asked) d cross join range left join days n on n.discipline = d.discipline order by 1`)
}

export interface CostRow {
  discipline: string
  kind: string
  amount: string
}
/** The newest of each kind, as known at an instant. */
export function costsOf(cx: Pick<Cx, 'tx'>, year: string): Promise<CostRow[]> {
  return cx.tx.many<CostRow>(
    sql`select distinct on (discipline, kind) discipline, kind, amount::text as amount from observatory.cost where year = ${year} order by discipline, kind, seq desc`,
  )
}
export async function nextCost(
  cx: Pick<Cx, 'tx'>,
  of: { year: string; discipline: string; kind: string },
): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select coalesce(max(seq), 0)::int + 1 as n from observatory.cost where year = ${of.year} and discipline = ${of.discipline} and kind = ${of.kind}`,
    )
  ).n
}
