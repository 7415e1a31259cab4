/** The SQL of grants: what holds of each today, what was spent, and the reports that were made. */
import { notFound } from '#kernel/verdict.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { BudgetLine, GrantIndicator } from '../contract/grants.ts'
import type { Reported } from '../reporting-grants.ts'
import { markOf } from './figures.ts'

export interface GrantRow {
  readonly id: string
  readonly donor: string
  readonly agreement: string
  readonly seq: number
  readonly title: string
  readonly from_on: string
  readonly until_on: string
  readonly currency: string
  readonly per: 'year' | 'quarter'
  readonly begins: number
  readonly lines: readonly BudgetLine[]
  readonly indicators: readonly GrantIndicator[]
  readonly words: string | null
  readonly reports: number
}
export const grantRef = (id: string): Ref => ref('observatory.grant', id)
const columns = sql`a.id, a.donor, a.agreement, t.seq, t.title, t.from_on::text as from_on, t.until_on::text as until_on, t.currency, coalesce(t.per, 'year') as per, coalesce(t.year_begins, 1) as begins, t.lines, t.indicators, t.words,
  (select count(*)::int from observatory.award_report r where r.award = a.id) as reports`
const from = sql`from observatory.award a join lateral (select * from observatory.award_terms t where t.award = a.id order by t.seq desc limit 1) t on true`
export async function seeGrant(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<GrantRow> {
  if (opts.lock) await cx.lock([grantRef(id)])
  const row = await cx.tx.maybe<GrantRow>(sql`select ${columns} ${from} where a.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export const listGrants = (
  cx: Pick<Cx, 'tx'>,
  page: { limit: number; cursor?: string | undefined },
): Promise<GrantRow[]> =>
  cx.tx.many<GrantRow>(
    sql`select ${columns} ${from} where true ${page.cursor ? sql`and a.id < ${markOf(page.cursor)}::uuid` : noSql} order by a.id desc limit ${page.limit + 1}`,
  )

export interface SpentRow {
  readonly id: string
  readonly award: string
  readonly line: string
  readonly amount: string
  readonly spent_on: string
  readonly words: string | null
  readonly by_name: string
  readonly corrected: boolean
}
/** Every entry, the newest first; what was corrected counts no longer and is still shown. */
export const spendingOf = (cx: Pick<Cx, 'tx'>, awards: readonly string[]): Promise<SpentRow[]> =>
  cx.tx.many<SpentRow>(sql`
    select s.id, s.award, s.line, s.amount::text as amount, s.spent_on::text as spent_on, s.words, s.by_name,
           exists (select 1 from observatory.award_spent c where c.corrects = s.id) as corrected
      from observatory.award_spent s where s.award = any(${awards as string[]}::uuid[]) order by s.spent_on desc, s.id desc`)

export interface ReportRow {
  readonly id: string
  readonly award: string
  readonly seq: number
  readonly from_on: string
  readonly until_on: string
  readonly as_of: string
  readonly answer: Reported
  readonly words: string
  readonly sha256: string
  readonly files: Readonly<Record<string, string>>
  readonly by_name: string
  readonly recorded_by: string | null
  readonly at: string
  readonly state: 'made' | 'approved' | 'returned'
  readonly decisions: number
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly decided_words: string | null
  /** As they leave. */
  readonly approved_files: Readonly<Record<string, string>> | null
}
const reportColumns = sql`r.id, r.award, r.seq, r.from_on::text as from_on, r.until_on::text as until_on, r.as_of, r.answer, r.words, r.sha256, r.files, r.by_name, r.recorded_by, r.recorded_at as at,
  coalesce(s.kind, 'made') as state, coalesce(s.seq, 0) as decisions, s.by_name as decided_by, s.recorded_at as decided_at, s.words as decided_words, s.files as approved_files`
const reportFrom = sql`observatory.award_report r left join lateral (select * from observatory.award_report_step s where s.report = r.id order by s.seq desc limit 1) s on true`
export const reportsOf = (cx: Pick<Cx, 'tx'>, award: string): Promise<ReportRow[]> =>
  cx.tx.many<ReportRow>(
    sql`select ${reportColumns} from ${reportFrom} where r.award = ${award} order by r.seq desc limit 200`,
  )
export async function reportById(cx: Pick<Cx, 'tx'>, id: string): Promise<ReportRow> {
  const row = await cx.tx.maybe<ReportRow>(sql`select ${reportColumns} from ${reportFrom} where r.id = ${id}`)
  if (!row) throw notFound()
  return row
}
