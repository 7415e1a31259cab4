/** Another person has read the whole draft against what it stands on, and lets it go to signature. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ReportDone, ReviewReport } from '../contract.ts'
import { gather } from '../gathering.ts'
import { mayReview } from '../rules.ts'
import { lockedVersion, takeStep } from '../standing.ts'

export const reviewAdministratively = command({
  name: 'reports.review-administratively',
  summary: 'Another person has read the whole draft and lets it go to signature.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'pathologist', 'outside-reviewer'],
  input: ReviewReport,
  output: ReportDone,
  stepUp: true,
  async run(cx, input) {
    const v = await lockedVersion(cx, input.report)
    cx.allow(v)
    const { grounds } = await gather(cx, v)
    refuseUnless(mayReview(v, cx.actor.id, grounds))
    return takeStep(
      cx,
      v,
      { kind: 'reviewed', state: 'reviewed', reviewer: cx.actor.id, findings: input.findings },
      { facts: { findings: input.findings.length } },
    )
  },
})
