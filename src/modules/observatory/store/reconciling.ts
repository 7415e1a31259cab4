/** The SQL of what others count of the same thing, and of the differences that were named. */
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import { markOf, pageOf } from './figures.ts'

export interface ExternalRow {
  id: string
  indicator: string
  source: string
  said_on: string | null
  page: string | null
  asked: { year: string; until?: string; district?: string }
  value: number
  /** What the same source says of the districts, added up; null where it says nothing of them. */
  parts: number | null
  named: { reason: string; n: number; words: string | null }[]
}
const columns = sql`(select sum(d.value)::int from observatory.external_count d where c.asked->>'district' is null and d.asked->>'district' is not null and d.indicator = c.indicator and d.source = c.source
     and d.asked->>'year' = c.asked->>'year' and d.asked->>'until' is not distinct from c.asked->>'until') as parts, c.id, c.indicator, c.source, c.said_on, c.page, c.asked, c.value,
  coalesce((select jsonb_agg(jsonb_build_object('reason', d.reason, 'n', d.n, 'words', d.words) order by d.id) from observatory.difference d where d.external_count = c.id), '[]') as named`

export async function externalById(cx: Pick<Cx, 'tx'>, id: string): Promise<ExternalRow> {
  const row = await cx.tx.maybe<ExternalRow>(
    sql`select ${columns} from observatory.external_count c where c.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

export async function listExternal(
  cx: Pick<Cx, 'tx'>,
  asked: { limit: number; cursor?: string | undefined; indicator?: string | undefined },
) {
  const rows = await cx.tx.many<ExternalRow>(sql`
    select ${columns} from observatory.external_count c where true ${asked.indicator ? sql`and c.indicator = ${asked.indicator}` : noSql} ${asked.cursor ? sql`and c.id < ${markOf(asked.cursor)}::uuid` : noSql}
     order by c.id desc limit ${asked.limit + 1}`)
  return pageOf(rows, asked.limit)
}
