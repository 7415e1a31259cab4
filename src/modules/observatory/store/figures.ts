/** The SQL of frozen figures. */
import { Refusal, notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { Question } from '../contract.ts'

export interface FigureRow {
  id: string
  indicator: string
  name_en: string
  name_es: string
  definition: Record<string, unknown>
  asked: {
    year: string
    care: 'exact' | 'rounded'
    question: Question
    begins?: string
    months?: string[]
  }
  as_of: string
  answer: { value: string | null; over?: string | null }
  sha256: string
  recorded_at: string
  by_name: string
}
const columns = sql`f.id, f.indicator, f.name_en, f.name_es, f.definition, f.asked, f.as_of, f.answer, f.sha256, f.recorded_at, coalesce(p.name, '') as by_name`

export async function figureById(cx: Pick<Cx, 'tx'>, id: string): Promise<FigureRow> {
  const row = await cx.tx.maybe<FigureRow>(
    sql`select ${columns} from observatory.figure f left join identity.person p on p.id = f.recorded_by where f.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

/** Newest first. */
export async function listFigures(
  cx: Pick<Cx, 'tx'>,
  asked: { limit: number; cursor?: string | undefined; indicator?: string | undefined },
): Promise<{ rows: FigureRow[]; nextCursor: string | null }> {
  const rows = await cx.tx.many<FigureRow>(sql`
    select ${columns} from observatory.figure f left join identity.person p on p.id = f.recorded_by
     where true ${asked.indicator ? sql`and f.indicator = ${asked.indicator}` : noSql} ${asked.cursor ? sql`and f.id < ${markOf(asked.cursor)}::uuid` : noSql}
     order by f.id desc limit ${asked.limit + 1}`)
  return pageOf(rows, asked.limit)
}

export async function frozenCounts(cx: Pick<Cx, 'tx'>): Promise<Map<string, number>> {
  const rows = await cx.tx.many<{ indicator: string; n: number }>(
    sql`select indicator, count(*)::int as n from observatory.figure group by 1`,
  )
  return new Map(rows.map((r) => [r.indicator, r.n]))
}

/** A page of rows in the order of their ids, and the mark of the next. */
export function pageOf<Row extends { id: string }>(
  rows: Row[],
  limit: number,
): { rows: Row[]; nextCursor: string | null } {
  return {
    rows: rows.slice(0, limit),
    nextCursor: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
  }
}
export function markOf(cursor: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor))
    throw new Refusal('invalid', 'observatory.cursor')
  return cursor
}
