/** A report to the donor: figures frozen as of a settled instant, money by line, words by a person; made in both languages; it leaves when a second person has approved it. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import type { CoveredRow } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { settledAt, sha256Of } from '../asking.ts'
import { GrantReported, ReportGrant } from '../contract/grants.ts'
import { keptFiles } from '../keeping-reports.ts'
import { type Reported, reportedIndicator, tellingOf } from '../reporting-grants.ts'
import { releasers } from '../roles.ts'
import { mayReport, spentOf } from '../rules/grants.ts'
import { grantRef, seeGrant, spendingOf } from '../store/grants.ts'

export const reportGrant = command({
  name: 'observatory.report-grant',
  summary: 'Makes a dated report to the donor of a grant: figures frozen, money by line, words by a person.',
  who: releasers,
  stepUp: true,
  input: ReportGrant,
  output: GrantReported,
  async run(cx, input) {
    cx.allow(null)
    const g = await seeGrant(cx, input.grant, { lock: true })
    refuseUnless(mayReport(g, input, dayOfInstant(cx.now)))
    const asOf = await settledAt(cx, input.asOf)
    const by = await tellingOf(cx, g, input, asOf)
    const figures: CoveredRow[] = []
    const indicators = []
    for (const of of g.indicators) {
      const { told, rows } = await reportedIndicator(cx, of, by)
      indicators.push(told)
      figures.push(...rows)
    }
    const entries = (await spendingOf(cx, [g.id])).filter((s) => !s.corrected && s.spent_on <= input.until)
    const answer: Reported = {
      donor: g.donor,
      agreement: g.agreement,
      title: g.title,
      currency: g.currency,
      amendment: g.seq - 1,
      lines: spentOf(g.lines, entries, (on) => on >= input.from),
      indicators,
    }
    const { from, until, words } = input
    const seq = g.reports + 1
    const sha256 = sha256Of({ seq, from, until, asOf, answer, words })
    const made = { answer, seq, from, until, asOf, words, by: cx.actor.name, sha256, at: cx.now }
    const files = await keptFiles(cx, { ...made, approved: null })
    const id = input.id ?? cx.newId()
    await cx.record(
      {
        subject: grantRef(g.id),
        facts: { agreement: g.agreement, report: seq, sha256 },
        rows: {
          'observatory.award_report': [
            {
              id,
              award: g.id,
              seq,
              from_on: from,
              until_on: until,
              as_of: asOf,
              answer,
              words,
              sha256,
              files,
              by_name: cx.actor.name,
            } as unknown as CoveredRow,
          ],
        },
      },
      ...figures.map((row) => ({
        subject: ref('observatory.figure', String(row['id'])),
        facts: { indicator: String(row['indicator']), sha256: String(row['sha256']) },
        rows: { 'observatory.figure': [row] },
      })),
    )
    return { id, number: seq, sha256 }
  },
})
