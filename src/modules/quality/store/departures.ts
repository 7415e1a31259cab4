/** The SQL of what departs from the rules: deviations that were granted, and work that did not conform. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { DeviationRow } from './reliance.ts'

interface Page {
  limit: number
  cursor?: string | undefined
  q?: string | undefined
}
export const cursorAt = (row: { recorded_at: string; id: string } | undefined): string | null =>
  row ? `${row.recorded_at}|${row.id}` : null
/** Newest first: what stands now is what was granted or found last. */
const before = (table: Sql, page: Page): Sql => {
  const [at, id] = (page.cursor ?? '').split('|')
  return page.cursor
    ? sql`and (${table}.recorded_at, ${table}.id) < (${at ?? ''}::timestamptz, ${id ?? ''}::uuid)`
    : noSql
}

export interface DeviationLine extends DeviationRow {
  things_named: string[]
  ended_by: string | null
  ended_why: string | null
  uses: number
}
interface OfDeviations {
  state?: string | undefined
  q?: string | undefined
}
const deviations = sql`
  quality.deviation d
    left join quality.deviation_step a on a.deviation = d.id and a.kind = 'director' left join identity.person ap on ap.id = a.recorded_by
    left join quality.deviation_step b on b.deviation = d.id and b.kind = 'quality-manager' left join identity.person bp on bp.id = b.recorded_by
    left join quality.deviation_step e on e.deviation = d.id and e.kind = 'ended' left join identity.person ep on ep.id = e.recorded_by`
/** The same four words as `stateOfDeviation`. */
const stateNow = (cx: Cx): Sql =>
  sql`case when e.id is not null then 'ended' when d.until_on < ${dayOfInstant(cx.now)}::date then 'over' when a.id is null or b.id is null then 'waiting' else 'in-force' end`
const chosen = (cx: Cx, f: OfDeviations): Sql =>
  sql`true ${f.state ? sql`and ${stateNow(cx)} = ${f.state}` : noSql} ${f.q ? sql`and (d.text || ' ' || d.why) ilike ${anywhere(f.q)}` : noSql}`

export function pageOfDeviations(cx: Cx, page: Page & OfDeviations): Promise<DeviationLine[]> {
  return cx.tx.many<DeviationLine>(sql`
    select d.id, d.text, d.why, d.until_on, d.subjects, d.things, d.recorded_at, d.recorded_by, a.recorded_by as director, ap.name as director_name,
           b.recorded_by as quality_manager, bp.name as quality_manager_name, (e.id is not null) as ended, ep.name as ended_by, e.why as ended_why,
           array(select coalesce(q.code || ' ' || q.name, l.name || ' ' || l.number, v.code || ' v' || v.version, p.name, '') from unnest(d.things) as t(id)
                   left join quality.equipment q on q.id = t.id left join quality.lot l on l.id = t.id left join quality.public_method_version v on v.id = t.id left join identity.person p on p.id = t.id) as things_named,
           (select count(*)::int from quality.reliance r where r.deviation = d.id and ${visible(cx, 'r.root')}) as uses
      from ${deviations} where ${chosen(cx, page)} ${before(sql`d`, page)} order by d.recorded_at desc, d.id desc limit ${page.limit}`)
}
export async function countDeviations(cx: Cx, f: OfDeviations): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(sql`select count(*)::int as n from ${deviations} where ${chosen(cx, f)}`)
  ).n
}

export interface NonconformityLine {
  id: string
  number: string
  kind: string
  text: string
  thing_named: string | null
  root: string | null
  found_on: string
  by: string | null
  recorded_at: string
}
interface OfNonconformities {
  kind?: string | undefined
  q?: string | undefined
  /** Offices read all of them; whoever else sees what they wrote themselves. */
  all: boolean
}
/** What names a case is only for who may see that case. */
const found = (cx: Cx, f: OfNonconformities): Sql =>
  sql`(n.root is null or ${visible(cx, 'n.root')}) ${f.all ? noSql : sql`and n.recorded_by = ${cx.actor.id}`} ${f.kind ? sql`and n.kind = ${f.kind}` : noSql}
    ${f.q ? sql`and (n.number || ' ' || n.text) ilike ${anywhere(f.q)}` : noSql}`
export function pageOfNonconformities(cx: Cx, page: Page & OfNonconformities): Promise<NonconformityLine[]> {
  return cx.tx.many<NonconformityLine>(sql`
    select n.id, n.number, n.kind, n.text, n.root, n.found_on, n.recorded_at, p.name as by,
           coalesce(q.code || ' ' || q.name, l.name || ' ' || l.number, v.code || ' v' || v.version, w.name) as thing_named
      from quality.nonconformity n left join identity.person p on p.id = n.recorded_by
      left join quality.equipment q on q.id = n.thing left join quality.lot l on l.id = n.thing left join quality.public_method_version v on v.id = n.thing left join identity.person w on w.id = n.thing
     where ${found(cx, page)} ${before(sql`n`, page)} order by n.recorded_at desc, n.id desc limit ${page.limit}`)
}
export async function countNonconformities(cx: Cx, f: OfNonconformities): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from quality.nonconformity n where ${found(cx, f)}`,
    )
  ).n
}
