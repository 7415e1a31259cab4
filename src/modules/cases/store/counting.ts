/** Sums by district, month and type from the rollup that the writing path keeps; the raw query stands beside it for proof. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface Cell {
  month: string
  district: string | null
  type: string
  n: number
}
interface Span {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly state?: 'open' | 'closed' | undefined
}

export function countCells(cx: Pick<Cx, 'tx'>, span: Span): Promise<Cell[]> {
  return cx.tx.many<Cell>(sql`
    select month, nullif(district, '') as district, type, sum(n)::int as n from cases.month_count
     where month >= ${span.from ?? '0000-01'} and month <= ${span.until ?? '9999-12'} and (${span.state ?? null}::text is null or state = ${span.state ?? null})
     group by 1, 2, 3 having sum(n) > 0 order by 1, 2, 3`)
}
