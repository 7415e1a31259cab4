/** One statement for a table with all its sums: cells, rows, columns and total by grouping sets, each with the key of who is counted in it. */
import type { Cx } from '#platform/cx.ts'
import { type Sql, joinSql, nameSql, sql } from '#platform/sql.ts'
import type { Question } from '../contract.ts'
import { type Dataset, type Dimension, columnSql } from './datasets.ts'

export interface Counted {
  readonly r: string
  readonly c: string
  readonly sums: 'cell' | 'row' | 'column' | 'total'
  readonly n: number
  /** The sum of the keys of who is counted: the same people, the same key. */
  readonly key: number
  readonly value: string | null
}

export async function countAll(
  cx: Pick<Cx, 'tx'>,
  dataset: Dataset,
  asked: Question,
  along: {
    rows: Dimension
    columns: Dimension | null
    where: readonly (readonly [Dimension, readonly string[]])[]
  },
  asOf: string,
): Promise<Counted[]> {
  const filters = along.where.map(([dimension, values]) => filterOf(dimension, values))
  const value = {
    count: sql`count(*)::text`,
    grams: sql`coalesce(sum(grams), 0)::text`,
    'median-days': sql`round((percentile_cont(0.5) within group (order by days))::numeric, 1)::text`,
    'p90-days': sql`round((percentile_cont(0.9) within group (order by days))::numeric, 1)::text`,
  }[asked.measure]
  const needs = {
    count: sql``,
    grams: sql`, f.grams`,
    'median-days': sql`, f.days`,
    'p90-days': sql`, f.days`,
  }[asked.measure]
  return cx.tx.many<Counted>(sql`
    select coalesce(r, '') as r, coalesce(c, '') as c,
           case grouping(r, c) when 0 then 'cell' when 1 then 'row' when 2 then 'column' else 'total' end as sums,
           count(*)::int as n, (sum(noise::bigint) % 4294967296)::float8 as key, ${value} as value
      from (select ${columnSql(along.rows)} as r, ${along.columns ? columnSql(along.columns) : sql`''::text`} as c, f.noise ${needs}
              from ${dataset.relation(asOf)} f ${filters.length > 0 ? sql`where ${joinSql(filters, ' and ')}` : sql``}) counted
     group by grouping sets ((r, c), (r), (c), ())`)
}

function filterOf(dimension: Dimension, values: readonly string[]): Sql {
  const column = nameSql(`f.${dimension.column}`)
  return dimension.many
    ? sql`${column} && ${values as string[]}::text[]`
    : sql`${column} = any(${values as string[]}::text[])`
}
