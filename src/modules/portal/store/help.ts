/** The SQL of help, complaints and ratings. Every statement asks who may see. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { joinSql, noSql, type Sql, sql } from '#platform/sql.ts'
import { cursorAfter, cursorBefore } from './cursor.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
interface SaidRow {
  readonly id: string
  readonly text: string | null
  readonly by_name: string
  readonly recorded_by: string | null
  readonly at: string
}
export interface HelpRow extends Protected, SaidRow {
  readonly root: string
  readonly kind: 'help' | 'complaint'
  readonly to_unit: string | null
  readonly unit_name: string | null
  readonly about: string | null
  readonly about_seen: string | null
  readonly about_number: string | null
  readonly about_title: string | null
  readonly outcome: 'answered' | 'upheld' | 'partly-upheld' | 'not-upheld' | 'withdrawn' | null
  readonly closed_at: string | null
  readonly recorded_at: string
  /** Whether the reader had a hand in the case that is complained of. */
  readonly involved: boolean
  readonly said: readonly SaidRow[]
}
const columns = (cx: Reader): Sql => sql`
  h.id, h.root, h.kind, h.unit as to_unit, u.name as unit_name, h.about, c.id as about_seen, c.number as about_number, c.title as about_title,
  v.value->>'text' as text, h.by_name, h.recorded_by, h.at, h.recorded_at, x.outcome, x.recorded_at as closed_at, ${visible(cx, 'h.root')} as may_see,
  exists (select 1 from ledger.entry e where e.root = h.about and e.actor_id = ${cx.actor.id} and e.action not like 'portal.%') as involved,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'text', w.value->>'text', 'by_name', s.by_name, 'recorded_by', s.recorded_by, 'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.recorded_at, s.id)
     from portal.help_said s left join ledger.vault w on w.id = s.vault where s.help = h.id), '[]') as said`
const from = (
  cx: Reader,
): Sql => sql`portal.help h left join identity.unit u on u.id = h.unit left join ledger.vault v on v.id = h.vault
  left join portal.help_closed x on x.help = h.id left join cases.public_case c on c.id = h.about and ${visible(cx, 'c.id')}`

export async function helpById(cx: Reader, id: string): Promise<HelpRow> {
  const row = await cx.tx.maybe<HelpRow>(sql`select ${columns(cx)} from ${from(cx)} where h.id = ${id}`)
  if (!row) throw notFound()
  return row
}

export async function listHelp(
  cx: Reader,
  f: {
    limit: number
    cursor?: string | undefined
    show: 'open' | 'closed' | 'all'
    kind?: 'help' | 'complaint' | undefined
  },
): Promise<{ rows: HelpRow[]; nextCursor: string | null }> {
  const where: Sql[] = [
    visible(cx, 'h.root'),
    ...(f.show === 'all' ? [] : [f.show === 'open' ? sql`x.id is null` : sql`x.id is not null`]),
    ...(f.kind ? [sql`h.kind = ${f.kind}`] : []),
    ...cursorBefore(f.cursor, sql`h.recorded_at`, sql`h.id`),
  ]
  const rows = await cx.tx.many<HelpRow>(sql`
    select ${columns(cx)} from ${from(cx)} where ${joinSql(where, ' and ')} order by h.recorded_at desc, h.id desc limit ${f.limit + 1}`)
  return cursorAfter(rows, f.limit)
}

/** Where somebody answers: the sections and offices of the service that have people. */
export const unitsThatAnswer = (cx: Reader) =>
  cx.tx.many<{ id: string; name: string }>(sql`
    select u.id, u.name from identity.unit u join identity.agency a on a.id = u.agency
     where a.kind = 'service' and u.kind in ('office','section')
       and exists (select 1 from identity.person p where p.unit = u.id) order by u.name, u.id limit 200`)

export interface RatingRow {
  readonly id: string
  readonly root: string
  readonly case_number: string
  readonly case_title: string
  readonly score: number
  readonly text: string | null
  readonly by_name: string
  readonly unit_name: string | null
  readonly recorded_at: string
}
const newest = sql`not exists (select 1 from portal.rating n where n.root = r.root and n.recorded_by = r.recorded_by and (n.recorded_at, n.id) > (r.recorded_at, r.id))`

export async function listRatings(cx: Reader, f: { limit: number; cursor?: string | undefined }) {
  const after = cursorBefore(f.cursor, sql`r.recorded_at`, sql`r.id`)[0]
  const rows = await cx.tx.many<RatingRow>(sql`
    select r.id, r.root, c.number as case_number, c.title as case_title, r.score, v.value->>'text' as text, r.by_name, u.name as unit_name, r.recorded_at
      from portal.rating r join cases.public_case c on c.id = r.root left join ledger.vault v on v.id = r.vault left join identity.unit u on u.id = r.unit
     where ${visible(cx, 'r.root')} and ${newest} ${after ? sql`and ${after}` : noSql}
     order by r.recorded_at desc, r.id desc limit ${f.limit + 1}`)
  return cursorAfter(rows, f.limit)
}
export const countRatings = (cx: Reader) =>
  cx.tx.many<{ score: number; n: number }>(
    sql`select r.score, count(*)::int as n from portal.rating r where ${visible(cx, 'r.root')} and ${newest} group by 1 order by 1 desc`,
  )
