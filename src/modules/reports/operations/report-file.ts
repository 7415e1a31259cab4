/** The signed paper itself, byte for byte as it was signed. */
import { caseworkers } from '#identity/roles.ts'
import { Refusal } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { GetReport } from '../contract.ts'
import { paperNumber } from '../rules.ts'
import { mustBeReleased } from '../releasing.ts'
import { getVersion, signatureOf } from '../store/versions.ts'

export const reportFile = stream({
  name: 'reports.report-file',
  summary: 'Gives the signed certificate as a PDF.',
  who: caseworkers,
  reads: 'sensitive',
  input: GetReport,
  async run(cx, input) {
    const v = await getVersion(cx, input.report, input.version)
    cx.allow({ may_see: v.may_see, root: v.root })
    await mustBeReleased(cx, v)
    const signature = await signatureOf(cx, v.id)
    if (!signature) throw new Refusal('conflict', 'reports.not-signed', { next: 'reports.next-sign' })
    return { name: `${paperNumber(v)}.pdf`, mediaType: 'application/pdf', file: signature.pdf }
  },
})
