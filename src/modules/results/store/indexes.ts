/** The SQL of the indexes of the law: what a search reads, what a file for another laboratory holds, and the sums of the oversight report. */
import { visiblePart } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import type { Side } from '../contract/profiles.ts'
import type { Typed } from '../rules/profiles.ts'

export interface Searched {
  id: string
  root: string
  number: string
  index_code: string
  typed: readonly Typed[]
}
/**
 * What a profile is compared with. The wall stands here too: whatever indexes are named, only rows of the searched profile's own side are read, by
 * the side that each bore when it was recorded.
 */
export const searchable = (cx: Cx, profile: string, against: readonly string[]): Promise<Searched[]> =>
  cx.tx.many<Searched>(sql`
    select p.id, p.root, p.number, i.index_code, v.value -> 'typed' as typed
      from results.profile me join results.profile_now n on n.side = me.side join results.profile p on p.id = n.profile and p.side = me.side
      join results.indexed i on i.id = n.indexed and i.side = me.side join ledger.vault v on v.id = p.vault
     where me.id = ${profile} and p.id <> me.id and n.state = 'indexed' and n.index_code = any(${against as string[]}) and ${visiblePart(cx, 'p.root', 'p.id')}`)

export interface Exported {
  id: string
  number: string
  contributors: number
  loci: number
  keep_until: string | null
  court: string | null
  kit: string
  at: string
  by: string
  typed: readonly Typed[]
}
/** Profiles that stand in one index, on the side that is named; with `only`, those of a file that was made before and still stand. */
export const exportable = (
  cx: Cx,
  index: { code: string; side: Side },
  only?: readonly string[],
): Promise<Exported[]> =>
  cx.tx.many<Exported>(sql`
    select p.id, p.number, p.contributors, p.loci, n.keep_until::text as keep_until, k.outcome as court, p.kit, p.recorded_at as at, w.name as by, v.value -> 'typed' as typed
      from results.profile_now n join results.profile p on p.id = n.profile join results.indexed i on i.id = n.indexed join ledger.vault v on v.id = p.vault
      join identity.person w on w.id = p.recorded_by left join cases.public_court k on k.root = p.root
     where n.state = 'indexed' and n.index_code = ${index.code} and p.side = ${index.side} and i.side = ${index.side} and ${visiblePart(cx, 'p.root', 'p.id')}
       and (${only === undefined} or p.id = any(${(only ?? []) as string[]}::uuid[])) order by p.number`)
export interface ExportRow {
  id: string
  side: Side
  index_code: string
  destination: string
  source: string
  included: string[]
  recorded_at: string
  by: string
}
export async function getExport(cx: Cx, id: string): Promise<ExportRow> {
  const row = await cx.tx.maybe<ExportRow>(
    sql`select e.id, e.side, e.index_code, e.destination, e.source, e.included, e.recorded_at, w.name as by from results.index_export e join identity.person w on w.id = e.recorded_by where e.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

export const certificateFile = (
  cx: Cx,
  profile: string,
): Promise<(Protected & { number: string; file: string }) | undefined> =>
  cx.tx.maybe(
    sql`select d.number, d.file, d.root, ${visiblePart(cx, 'd.root', 'd.profile')} as may_see from results.profile_destroyed d where d.profile = ${profile}`,
  )

export const waitingCounts = async (cx: Cx): Promise<{ waiting: number; leads: number }> =>
  cx.tx.one(sql`
    select (select count(*)::int from results.profile_now n where n.state = 'checked' and ${visiblePart(cx, 'n.root', 'n.profile')}) as waiting,
           (select count(*)::int from results.candidate c where ${visiblePart(cx, 'c.root', 'c.profile')} and not exists (select 1 from results.candidate_judged j where j.candidate = c.id)) as leads`)

interface Days {
  readonly from: string
  readonly until: string
  readonly zone: string
}
const within = (at: Sql, d: Days): Sql =>
  sql`(${at} at time zone ${d.zone})::date between ${d.from}::date and ${d.until}::date`

export interface IndexSums {
  index: string
  side: Side
  standing: number
  minors: number
  entered: number
  removed: number
}
export const sumsOfIndexes = (cx: Cx, d: Days): Promise<IndexSums[]> =>
  cx.tx.many<IndexSums>(sql`
    select i.index_code as index, i.side,
           (count(*) filter (where n.state = 'indexed' and n.indexed = i.id))::int as standing,
           (count(*) filter (where n.state = 'indexed' and n.indexed = i.id and p.minor))::int as minors,
           (count(*) filter (where ${within(sql`i.recorded_at`, d)}))::int as entered,
           (count(*) filter (where x.id is not null and n.indexed = i.id and ${within(sql`x.recorded_at`, d)}))::int as removed
      from results.indexed i join results.profile p on p.id = i.profile join results.profile_now n on n.profile = p.id left join results.profile_destroyed x on x.profile = p.id
     where ${visiblePart(cx, 'i.root', 'i.profile')} group by 1, 2 order by 2, 1`)
export const sumsOfSearches = (
  cx: Cx,
  d: Days,
): Promise<{ purpose: string; side: Side; n: number; candidates: number }[]> =>
  cx.tx.many(sql`
    select s.purpose, s.side, count(*)::int as n, sum((select count(*) from results.candidate c where c.search = s.id))::int as candidates
      from results.index_search s where ${within(sql`s.recorded_at`, d)} and ${visiblePart(cx, 's.root', 's.profile')} group by 1, 2 order by 3 desc, 1`)
export const sumsOfLeads = (cx: Cx, d: Days): Promise<{ what: string; n: number }[]> =>
  cx.tx.many(sql`
    select coalesce(j.outcome, 'waiting') as what, count(*)::int as n from results.candidate c left join results.candidate_judged j on j.candidate = c.id
     where ${within(sql`c.recorded_at`, d)} and ${visiblePart(cx, 'c.root', 'c.profile')} group by 1 order by 1`)
export const sumsOfRemovals = (cx: Cx, d: Days): Promise<{ what: string; n: number }[]> =>
  cx.tx.many(sql`
    select r.why as what, count(*)::int as n from results.profile_destroyed x join results.removal r on r.id = x.removal
     where ${within(sql`x.recorded_at`, d)} and ${visiblePart(cx, 'x.root', 'x.profile')} group by 1 order by 2 desc, 1`)
export const countExports = async (cx: Cx, d: Days): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from results.index_export e where ${within(sql`e.recorded_at`, d)}`,
    )
  ).n
