/** What came to the counter: one submission whole, and the list of them by day. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { readCursor, writeCursor } from '#platform/cursor.ts'
import { joinSql, noSql, type Sql, sql, anywhere } from '#platform/sql.ts'
import type { z } from 'zod'
import type { FindSubmissions } from '../contract.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

export async function isSubmissionOf(cx: Pick<Cx, 'tx'>, id: string, root: string): Promise<boolean> {
  return Boolean(
    await cx.tx.maybe(
      sql`select 1 from evidence.submission where id = ${id} and root = ${root} and state = 'received'`,
    ),
  )
}

/** Whether that kind of case, or the kind of that case, is for customers outside the police. */
export async function isOutside(
  cx: Pick<Cx, 'tx'>,
  type: string | null,
  root: string | null,
): Promise<boolean> {
  const kind = await cx.tx.maybe<{ outside: boolean }>(sql`
    select coalesce((c.data->>'outside')::boolean, false) as outside from catalogue.public_code c
     where c.list = 'case-type' and c.code = coalesce(${type}::text, (select f.type from cases.public_case f where f.id = ${root}))`)
  return kind?.outside ?? false
}

export interface SubmissionRow {
  readonly id: string
  readonly root: string
  readonly number: string
  readonly state: 'received' | 'refused'
  readonly case_number: string
  readonly case_title: string
  readonly by: string
  readonly where: string | null
  readonly unit_name: string | null
  readonly way: string | null
  readonly at: string
  readonly recorded_at: string
  readonly received_by: string
  readonly refusal: string | null
  readonly words: string | null
  readonly signed: 'pin' | 'device' | 'none'
  readonly items: number
  readonly refused: number
  readonly may_see: boolean
  readonly sensitive: boolean
}

const columns = (cx: Reader): Sql => sql`
  s.id, s.root, s.number, s.state, f.number as case_number, f.title as case_title, f.sensitive,
  s.submitted_by_name as by, s.submitted_by_where as "where", u.name as unit_name, s.way, s.at, s.recorded_at, coalesce(p.name, 'Custodia') as received_by, s.refusal, s.words,
  case when s.signed_by is not null then 'pin' when s.signature is not null then 'device' else 'none' end as signed,
  (select count(*)::int from evidence.thing t where t.submission = s.id and t.parent is null) + (select count(*)::int from evidence.brought_in b where b.submission = s.id) as items,
  (select count(*)::int from evidence.refused_item r where r.submission = s.id) as refused,
  ${visible(cx, 's.root')} as may_see`
const from = sql`evidence.submission s join cases.public_case f on f.id = s.root left join identity.unit u on u.id = s.unit left join identity.person p on p.id = s.recorded_by`

export async function submissionById(cx: Reader, id: string): Promise<SubmissionRow> {
  const row = await cx.tx.maybe<SubmissionRow>(sql`select ${columns(cx)} from ${from} where s.id = ${id}`)
  if (!row) throw notFound()
  return row
}

export async function thingsOfSubmission(cx: Pick<Cx, 'tx'>, id: string): Promise<string[]> {
  return (
    await cx.tx.many<{ id: string }>(
      sql`select id from (select t.id, t.recorded_at from evidence.thing t where t.submission = ${id} and t.parent is null
        union all select b.thing, b.recorded_at from evidence.brought_in b where b.submission = ${id}) came order by recorded_at, id`,
    )
  ).map((r) => r.id)
}

export interface RefusedRow {
  readonly description: string
  readonly their_number: string | null
  readonly seal: string | null
  readonly reason: string
  readonly words: string | null
}
export function refusedOfSubmission(cx: Pick<Cx, 'tx'>, id: string): Promise<RefusedRow[]> {
  return cx.tx.many<RefusedRow>(
    sql`select description, their_number, seal, reason, words from evidence.refused_item where submission = ${id} order by recorded_at, id`,
  )
}

export async function listSubmissions(
  cx: Reader,
  f: z.output<typeof FindSubmissions>,
): Promise<{ rows: SubmissionRow[]; nextCursor: string | null }> {
  const after = readCursor(f.cursor, 2)
  // `(select …)` keeps it a look per row in the order of the index.
  const parts: Sql[] = [sql`(select ${visible(cx, 's.root')})`]
  if (f.state !== 'all') parts.push(sql`s.state = ${f.state}`)
  if (f.case) parts.push(sql`s.root = ${f.case}`)
  if (f.mine) parts.push(sql`s.recorded_by = ${cx.actor.id}`)
  if (f.q) {
    const like = anywhere(f.q)
    parts.push(sql`(s.number ilike ${like} or s.submitted_by_name ilike ${like} or f.number ilike ${like})`)
  }
  // The page first, and only for its rows what is dear: names, counts, the case.
  const number = f.q ? sql`join cases.public_case f on f.id = s.root` : noSql
  const rows = await cx.tx.many<SubmissionRow>(sql`
    with page as materialized (
      select s.id from evidence.submission s ${number} where ${joinSql(parts, ' and ')} ${after ? sql`and (s.recorded_at, s.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : noSql}
       order by s.recorded_at desc, s.id desc limit ${f.limit + 1})
    select ${columns(cx)} from ${from} where s.id in (select id from page) order by s.recorded_at desc, s.id desc`)
  const page = rows.slice(0, f.limit)
  const last = page.at(-1)
  return {
    rows: page,
    nextCursor: rows.length > f.limit && last ? writeCursor(last.recorded_at, last.id) : null,
  }
}
