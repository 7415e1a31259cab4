/** Sums by district, month and type from the rollup that the writing path keeps; the raw query stands beside it for proof. */
import type { z } from 'zod'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { Counts, CountsQuery } from '../contract/finding.ts'

type Cell = z.output<typeof Counts>['cells'][number]

/** Sealed cases are in no sum. */
export async function countCells(cx: Pick<Cx, 'tx'>, asked: z.output<typeof CountsQuery>): Promise<Cell[]> {
  const by = (one: 'month' | 'district' | 'type'): boolean => (asked.by ?? one) === one
  return cx.tx.many<Cell>(sql`
    select case when ${by('month')} then month end as month, case when ${by('district')} then nullif(district, '') end as district,
           case when ${by('type')} then type end as type, sum(n)::int as n, false as other from cases.month_count
     where month >= ${asked.from ?? '0000-01'} and month <= ${asked.until ?? '9999-12'} and (${asked.state ?? null}::text is null or state = ${asked.state ?? null})
     group by 1, 2, 3 having sum(n) > 0 order by 1, 2, 3`)
}
