/** Lists reports, newest standing first: the queue of drafts, what was issued, what came to me. */
import { caseworkers } from '#identity/roles.ts'
import { namesOfCodes } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { FindReports, ReportList } from '../contract.ts'
import { isInside, lineOf } from '../seeing.ts'
import { countVersions, listVersions } from '../store/versions.ts'

export const findReports = query({
  name: 'reports.find-reports',
  summary: 'Lists reports: drafts, what was issued, what was delivered to me.',
  who: caseworkers,
  input: FindReports,
  output: ReportList,
  async run(cx, input) {
    cx.allow(null)
    const inside = isInside(cx)
    const rows = await listVersions(cx, input, input, inside)
    const total = await countVersions(cx, input, inside)
    const last = rows.at(-1)
    const name = await namesOfCodes(
      cx,
      rows.map((row) => ['question', row.question]),
      cx.language,
    )
    return {
      items: rows.map((row) => lineOf(row, name('question', row.question))),
      nextCursor: rows.length === input.limit && last ? `${last.since}|${last.id}` : null,
      total: Math.min(total, 1_000),
      totalIsAtLeast: total > 1_000,
    }
  },
})
