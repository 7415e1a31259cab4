/** One statement for a table with all its sums: cells, rows, columns and total by grouping sets, each with the key of who is counted in it. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, joinSql, nameSql, sql } from '#platform/sql.ts'
import type { Question } from '../contract.ts'
import type { Dataset, Dimension } from './datasets.ts'

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
    days: sql`round(sum(days)::numeric, 3)::text`,
    'median-days': sql`round((percentile_cont(0.5) within group (order by days))::numeric, 1)::text`,
    'p90-days': sql`round((percentile_cont(0.9) within group (order by days))::numeric, 1)::text`,
  }[asked.measure]
  const needs = {
    count: sql``,
    grams: sql`, f.grams`,
    days: sql`, f.days`,
    'median-days': sql`, f.days`,
    'p90-days': sql`, f.days`,
  }[asked.measure]
  const [r, c] = [spread(along.rows, 'r'), along.columns ? spread(along.columns, 'c') : null]
  // A row with several values stands in several cells, and in each sum once: the sums then count rows, not places.
  const many = Boolean(along.rows.many || along.columns?.many)
  const n = many ? sql`count(distinct id)` : sql`count(*)`
  const key = many ? sql`sum(distinct noise::bigint)` : sql`sum(noise::bigint)`
  const id = many ? nameSql(`, f.${dataset.id ?? 'noise'} as id`) : sql``
  const rows = sql`select ${r.value} as r, ${c ? c.value : sql`''::text`} as c, f.noise ${id} ${needs}
              from ${dataset.relation(asOf)} f ${r.from} ${c ? c.from : sql``} ${filters.length > 0 ? sql`where ${joinSql(filters, ' and ')}` : sql``}`
  const which = sql`coalesce(r, '') as r, coalesce(c, '') as c, case grouping(r, c) when 0 then 'cell' when 1 then 'row' when 2 then 'column' else 'total' end as sums`
  // What adds up is added up twice: rows into cells, by several processes at once, and the few cells into sums.
  if (!many && asked.measure === 'count')
    return cx.tx.many<Counted>(sql`
      with cells as materialized (select r, c, count(*) as n, sum(noise::bigint) as key from (${rows}) counted group by 1, 2)
      select ${which}, coalesce(sum(n), 0)::int as n, (sum(key) % 4294967296)::float8 as key, coalesce(sum(n), 0)::text as value from cells group by grouping sets ((r, c), (r), (c), ())`)
  return cx.tx.many<Counted>(sql`
    select ${which}, ${n}::int as n, (${key} % 4294967296)::float8 as key, ${asked.measure === 'count' ? sql`${n}::text` : value} as value
      from (${rows}) counted group by grouping sets ((r, c), (r), (c), ())`)
}

const spread = (dimension: Dimension, as: string): { value: Sql; from: Sql } =>
  dimension.many
    ? {
        value: nameSql(`${as}_of.v`),
        from: nameSql(`cross join lateral unnest(f.${dimension.column}) as ${as}_of(v)`),
      }
    : { value: nameSql(`f.${dimension.column}`), from: nameSql('') }

function filterOf(dimension: Dimension, values: readonly string[]): Sql {
  const column = nameSql(`f.${dimension.column}`)
  return dimension.many
    ? sql`${column} && ${values as string[]}::text[]`
    : sql`${column} = any(${values as string[]}::text[])`
}

/** Of each condition every value there is and how many people have it, given the other conditions. */
export async function peopleByValue(
  cx: Pick<Cx, 'tx'>,
  dataset: Dataset,
  where: readonly (readonly [Dimension, readonly string[]])[],
  asOf: string,
): Promise<{ key: string; value: string; n: number }[]> {
  if (where.length === 0) return []
  const each = where.map(([dimension], i) => {
    const { value, from } = spread(dimension, 'w')
    const others = where.flatMap(([d, values], j) => (i === j ? [] : [filterOf(d, values)]))
    return sql`select ${dimension.key} as key, ${value} as value, count(*)::int as n from ${dataset.relation(asOf)} f ${from}
      ${others.length > 0 ? sql`where ${joinSql(others, ' and ')}` : sql``} group by 2`
  })
  return cx.tx.many(joinSql(each, ' union all '))
}

/** The newest instant by which a whole number of tens had come to be known; before the first ten, one at which there was nobody. */
export async function tensKnownAt(cx: Pick<Cx, 'tx'>, dataset: Dataset, asOf: string): Promise<string> {
  const first = sql`${nameSql(dataset.kept ?? 'observatory.incident')} where revision = 1 and from_at <= ${asOf}::timestamptz`
  const row = await cx.tx.maybe<{ at: string }>(
    sql`select from_at as at from ${first} order by from_at desc offset (select count(*) % 10 from ${first}) limit 1`,
  )
  return row?.at ?? '1900-01-01T00:00:00.000Z'
}

/** Cases that stand behind a sum, of those that the reader sees: need to know asks here as everywhere, whatever the sum said. */
export async function casesBehind(
  cx: Cx,
  dataset: Dataset,
  where: readonly (readonly [Dimension, readonly string[]])[],
  asOf: string,
  page: { limit: number; cursor: string | null },
): Promise<{ id: string; kind: 'case' | 'file'; number: string; title: string; n: number }[]> {
  const filters = where.map(([dimension, values]) => filterOf(dimension, values))
  if (dataset.own) filters.push(visible(cx, `f.${dataset.own}`))
  // What a death tells of a victim is told to who sees the death.
  if (where.some(([dimension]) => dimension.ofDeath))
    filters.push(
      sql`not exists (select 1 from death.public_case d where d.case_root = f.root and not ${visible(cx, 'd.root')})`,
    )
  const counted = sql`(select ${nameSql(`f.${dataset.behind ?? dataset.root}`)} as root, count(*)::int as n from ${dataset.relation(asOf)} f ${filters.length > 0 ? sql`where ${joinSql(filters, ' and ')}` : sql``} group by 1) k`
  if (dataset.behind)
    return cx.tx.many(sql`
      select n.file as id, 'file' as kind, n.number, '' as title, k.n from ${counted} join archive.public_file n on n.file = k.root
       where (${visible(cx, 'n.root')} or ${visible(cx, 'n.file')}) and (${page.cursor}::uuid is null or n.file < ${page.cursor}::uuid) order by n.file desc limit ${page.limit}`)
  return cx.tx.many(sql`
    select c.id, 'case' as kind, c.number, c.title, k.n from ${counted}
      join cases.public_case c on c.id = k.root where ${visible(cx, 'c.id')} and (${page.cursor}::uuid is null or c.id < ${page.cursor}::uuid) order by c.id desc limit ${page.limit}`)
}
