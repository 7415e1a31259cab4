/** How much is not said, one pass over the victims as known at an instant; each count with the key of who is counted, as in the cube. */
import type { Cx } from '#platform/cx.ts'
import { joinSql, nameSql, noSql, sql } from '#platform/sql.ts'
import { type Dimension, datasetOf } from './datasets.ts'

/** How many, and the sum of their keys. */
export interface Sum {
  readonly n: number
  readonly key: number
}
const kinds = ['unknown', 'not-yet-determined', 'not-applicable'] as const
export type Absences = Readonly<Record<(typeof kinds)[number], Sum>>

export async function absentCounts(
  cx: Pick<Cx, 'tx'>,
  dimensions: readonly Dimension[],
  year: string | undefined,
  asOf: string,
): Promise<{ total: Sum; counts: Map<string, Absences> }> {
  const sums = dimensions.flatMap((d) =>
    kinds.map((kind) => {
      const there = sql`filter (where ${nameSql(`f.${d.column}`)} = ${kind})`
      return sql`jsonb_build_object('n', count(*) ${there}, 'key', coalesce(sum(f.noise::bigint) ${there}, 0))`
    }),
  )
  const row = await cx.tx.one<{ total: Sum; counts: Sum[] }>(
    sql`select jsonb_build_object('n', count(*), 'key', coalesce(sum(f.noise::bigint), 0)) as total, to_jsonb(array[${joinSql(sums, ', ')}]) as counts
          from ${datasetOf.victims.relation(asOf)} f ${year ? sql`where f.year = ${year}` : noSql}`,
  )
  const of = (d: number): Absences =>
    Object.fromEntries(kinds.map((kind, i) => [kind, row.counts[d * kinds.length + i]])) as Absences
  return { total: row.total, counts: new Map(dimensions.map((d, i) => [d.key, of(i)])) }
}
