/** The SQL of looking again at cases of older registers. */
import { visible } from '#identity/sight.ts'
import { cutPage, readCursor } from '#platform/cursor.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'

/** Of the cases of an import that stand and have no day yet: so many, with what the rules ask for. */
export const unseeded = (
  cx: Pick<Cx, 'tx'>,
  id: string,
  limit: number,
): Promise<{ root: string; on: string | null; offences: string[] }[]> =>
  cx.tx.many(sql`
    select r.root, left(o.first_day::text, case o.precision when 'year' then 4 when 'month' then 7 else 10 end) as on, array_remove(array[o.offence], null) as offences
      from exchange.import_row r join cases.public_case c on c.id = r.root
      join lateral (select * from cases.public_case_over_time x where x.root = r.root order by x.at desc limit 1) o on true
     where r.import = ${id} and not exists (select 1 from exchange.review v where v.root = r.root) order by r.id limit ${limit}`)

export interface ReviewRow {
  readonly root: string
  readonly number: string
  readonly title: string
  readonly source: string
  readonly due_on: string | null
  readonly rule: string | null
  readonly words: string | null
}
const newest = sql`(select v.kind, v.due_on::text as due_on, v.rule, v.words from exchange.review v where v.root = r.root order by v.id desc limit 1)`

export async function listReviews(
  cx: Cx,
  f: { show: 'due' | 'all' | 'none'; limit: number; cursor?: string | undefined },
  today: string,
) {
  const after = readCursor(f.cursor, 2)
  const wanted: Record<typeof f.show, Sql> = {
    due: sql`v.due_on <= ${today}`,
    all: sql`v.due_on is not null`,
    none: sql`v.kind is null`,
  }
  const rows = await cx.tx.many<ReviewRow>(sql`
    select r.root, c.number, c.title, r.source, v.due_on, v.rule, v.words
      from exchange.import_row r join cases.public_case c on c.id = r.root left join lateral ${newest} v on true
     where ${visible(cx, 'c.id')} and ${wanted[f.show]} ${after ? sql`and (coalesce(v.due_on, ''), r.root) > (${after[0]}, ${after[1]}::uuid)` : noSql}
     order by coalesce(v.due_on, ''), r.root limit ${f.limit + 1}`)
  return cutPage(rows, f.limit, (last) => [last.due_on ?? '', last.root])
}

/** Undefined where the case did not come with an import. */
export const reviewOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<{ due_on: string | null } | undefined> =>
  cx.tx.maybe(
    sql`select v.due_on from exchange.import_row r left join lateral ${newest} v on true where r.root = ${root}`,
  )
