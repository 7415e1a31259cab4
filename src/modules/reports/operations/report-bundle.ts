/** Everything that somebody outside needs of one certificate, in one file: the paper, its data, its proof, and the verifier. */
import { readFile } from 'node:fs/promises'
import { caseworkers } from '#identity/roles.ts'
import { proofOfEntry } from '#ledger/proofs.ts'
import { zipOf } from '#formats/zip.ts'
import { Refusal } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { GetReport } from '../contract.ts'
import { paperNumber } from '../rules.ts'
import { mustBeReleased } from '../releasing.ts'
import { verifierPage } from '../standing.ts'
import { getVersion, issueOf, signatureOf } from '../store/versions.ts'

export const reportBundle = stream({
  name: 'reports.report-bundle',
  summary: 'Gives the certificate with its data, its proof and the verifier, in one file.',
  who: caseworkers,
  reads: 'sensitive',
  input: GetReport,
  async run(cx, input) {
    const v = await getVersion(cx, input.report, input.version)
    cx.allow({ may_see: v.may_see, root: v.root })
    await mustBeReleased(cx, v)
    const [signature, issue] = [await signatureOf(cx, v.id), await issueOf(cx, v.id)]
    if (!signature || !issue)
      throw new Refusal('conflict', 'reports.not-issued', { next: 'reports.next-issue' })
    const number = paperNumber(v)
    const say = cx.ground.say(v.language)
    const proof = await proofOfEntry(cx.ground, issue.entry)
    const bytes = zipOf(
      [
        { name: `${number}.pdf`, bytes: await cx.ground.files.read(signature.pdf) },
        { name: `${number}.json`, bytes: await cx.ground.files.read(signature.data) },
        { name: `${number}.tlog-proof`, bytes: Buffer.from(proof.text, 'utf8') },
        { name: say('reports.bundle-verifier'), bytes: await readFile(verifierPage) },
        {
          name: say('reports.bundle-read-me'),
          bytes: Buffer.from(say('reports.bundle-words', { number }), 'utf8'),
        },
      ],
      cx.now,
    )
    return { name: `${number}.zip`, mediaType: 'application/zip', bytes }
  },
})
