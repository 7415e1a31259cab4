/** Takes a certificate back: the check page says so from now, and everybody who got it is told why. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ReportDone, WithdrawReport } from '../contract.ts'
import { tellRecipients } from '../delivering.ts'
import { mayWithdraw } from '../rules.ts'
import { hashesOf, reportRef, takeStep } from '../standing.ts'
import { toldRows } from '../store/recipients.ts'
import { endLive, getVersion, signatureOf } from '../store/versions.ts'

export const withdrawReport = command({
  name: 'reports.withdraw-report',
  summary: 'Takes a certificate back and tells everybody who got it.',
  who: ['section-head', 'director', 'quality-manager'],
  input: WithdrawReport,
  output: ReportDone,
  stepUp: true,
  reason: 'required',
  async run(cx, input) {
    await cx.lock([reportRef(input.report)])
    const v = await getVersion(cx, input.report)
    cx.allow(v)
    refuseUnless(mayWithdraw(v))
    const told = await toldRows(cx, v.id, {
      root: v.root,
      version: v.id,
      kind: 'withdrawal',
      words: input.words,
    })
    const signature = await signatureOf(cx, v.id)
    const done = await takeStep(
      cx,
      v,
      { kind: 'withdrawn', state: 'withdrawn', words: input.words },
      {
        facts: { ...(signature ? hashesOf(signature) : {}), told: told.length },
        ...(told.length > 0 ? { rows: { 'reports.delivery': told } } : {}),
      },
    )
    await tellRecipients(cx, told, v)
    await endLive(cx, v.id)
    return done
  },
})
