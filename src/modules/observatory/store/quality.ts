/** How much is not said, one pass over the victims as known now. */
import type { Cx } from '#platform/cx.ts'
import { joinSql, nameSql, noSql, sql } from '#platform/sql.ts'
import type { Dimension } from './datasets.ts'

interface Absent {
  unknown: number
  notYet: number
  notApplicable: number
}
export async function absentCounts(
  cx: Pick<Cx, 'tx'>,
  dimensions: readonly Dimension[],
  year: string | undefined,
): Promise<{ total: number; counts: Map<string, Absent> }> {
  const count = (column: string, value: string) =>
    sql`count(*) filter (where ${nameSql(column)} = ${value})::int`
  const columns = dimensions.map(
    (d) =>
      sql`jsonb_build_object('unknown', ${count(d.column, 'unknown')}, 'notYet', ${count(d.column, 'not-yet-determined')}, 'notApplicable', ${count(d.column, 'not-applicable')})`,
  )
  const row = await cx.tx.one<{ total: number; counts: Absent[] }>(
    sql`select count(*)::int as total, jsonb_build_array(${joinSql(columns, ', ')}) as counts from observatory.victim where until_at is null and counted ${year ? sql`and year = ${year}` : noSql}`,
  )
  return { total: row.total, counts: new Map(dimensions.map((d, i) => [d.key, row.counts[i] as Absent])) }
}
