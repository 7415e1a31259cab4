/** The proof that the issue of this paper stands in the ledger; verifies offline with the key that is printed on the paper. */
import { caseworkers } from '#identity/roles.ts'
import { proofOfEntry } from '#ledger/proofs.ts'
import { Refusal } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { GetReport } from '../contract.ts'
import { paperNumber } from '../rules.ts'
import { mustBeReleased } from '../releasing.ts'
import { getVersion, issueOf } from '../store/versions.ts'

export const reportProof = stream({
  name: 'reports.report-proof',
  summary: 'Gives the proof that the certificate stands in the ledger.',
  who: caseworkers,
  input: GetReport,
  async run(cx, input) {
    const v = await getVersion(cx, input.report, input.version)
    cx.allow({ may_see: v.may_see, root: v.root })
    await mustBeReleased(cx, v)
    const issue = await issueOf(cx, v.id)
    if (!issue) throw new Refusal('conflict', 'reports.not-issued', { next: 'reports.next-issue' })
    const proof = await proofOfEntry(cx.ground, issue.entry)
    return {
      name: `${paperNumber(v)}.tlog-proof`,
      mediaType: 'text/plain; charset=utf-8',
      bytes: Buffer.from(proof.text, 'utf8'),
    }
  },
})
