/** Sends a report to a donor back, with the reason; another is made in its place. */
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { ReturnGrantReport } from '../contract/grants.ts'
import { decideReport } from '../keeping-reports.ts'
import { releasers } from '../roles.ts'

export const returnGrantReport = command({
  name: 'observatory.return-grant-report',
  summary: 'Sends a report to a donor back to who made it, with the reason.',
  who: releasers,
  stepUp: true,
  input: ReturnGrantReport,
  output: Done,
  async run(cx, input) {
    cx.allow(null)
    return decideReport(cx, input.report, 'returned', input.words)
  },
})
