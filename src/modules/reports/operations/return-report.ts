/** Gives a draft back to its author with what was found. */
import { notify } from '#identity/notices.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ReportDone, ReturnReport } from '../contract.ts'
import { mayReturn, paperNumber } from '../rules.ts'
import { reportRef, takeStep } from '../standing.ts'
import { getVersion } from '../store/versions.ts'

export const returnReport = command({
  name: 'reports.return-report',
  summary: 'Gives a draft back to its author with what was found.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'pathologist', 'outside-reviewer'],
  input: ReturnReport,
  output: ReportDone,
  async run(cx, input) {
    await cx.lock([reportRef(input.report)])
    const v = await getVersion(cx, input.report)
    cx.allow(v)
    refuseUnless(mayReturn(v, cx.actor.id))
    await notify(cx, [v.author], 'reports.notice-returned', {
      subject: reportRef(v.report),
      root: v.root,
      path: `/reports/${v.id}`,
      number: paperNumber(v),
    })
    return takeStep(
      cx,
      v,
      { kind: 'returned', state: 'returned', reviewer: null, findings: input.findings },
      { facts: { findings: input.findings.length } },
    )
  },
})
