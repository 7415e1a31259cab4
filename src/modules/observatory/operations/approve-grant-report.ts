/** Lets a report to a donor leave: another person than who made it; its files are made as they go. */
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { ApproveGrantReport } from '../contract/grants.ts'
import { decideReport } from '../keeping-reports.ts'
import { releasers } from '../roles.ts'

export const approveGrantReport = command({
  name: 'observatory.approve-grant-report',
  summary: 'Lets a report to a donor leave: another person than who made it.',
  who: releasers,
  stepUp: true,
  input: ApproveGrantReport,
  output: Done,
  async run(cx, input) {
    cx.allow(null)
    return decideReport(cx, input.report, 'approved', null)
  },
})
