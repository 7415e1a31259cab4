/** Puts a signed certificate in force: it is the live answer from now, the version before is superseded and its recipients are told. */
import { fingerprintOf } from '#identity/paper-signing.ts'
import { certificateById } from '#identity/store/signing-certificates.ts'
import { finishRequest, seeRequest } from '#modules/work/public.ts'
import { invariant, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { IssueReport, Issued } from '../contract.ts'
import { deliveryRows, recipientsAtIssue, tellRecipients } from '../delivering.ts'
import { gather } from '../gathering.ts'
import { mayIssue, paperNumber } from '../rules.ts'
import { verifyUrl } from '../paper.ts'
import { hashesOf, lockedVersion, takeStep } from '../standing.ts'
import { toldRows } from '../store/recipients.ts'
import { getVersion, makeLive, signatureOf } from '../store/versions.ts'

export const issueReport = command({
  name: 'reports.issue-report',
  summary: 'Puts a signed certificate in force and answers the request with it.',
  who: ['analyst', 'section-head', 'director', 'pathologist'],
  input: IssueReport,
  output: Issued,
  async run(cx, input) {
    const v = await lockedVersion(cx, input.report)
    cx.allow(v)
    const g = await gather(cx, v)
    refuseUnless(mayIssue(v, g.grounds))
    const signature = await signatureOf(cx, v.id)
    invariant(signature, 'a signed version has no signature')

    const old = v.supersedes === null ? undefined : await getVersion(cx, v.supersedes)
    const hashes = hashesOf(signature)
    const oldSignature = old && (await signatureOf(cx, old.id))
    const words = cx.ground.say(v.language)('reports.told-replaced', {
      old: old ? paperNumber(old) : '',
      number: paperNumber(v),
      changes: v.changes ?? '',
    })
    const told = old
      ? await toldRows(cx, old.id, { root: v.root, version: v.id, kind: 'replacement', words })
      : []
    const to = await recipientsAtIssue(cx, v, g, input.to)
    const given = await deliveryRows(cx, v, to, { words: input.words })
    const done = await takeStep(
      cx,
      v,
      { kind: 'issued', state: 'issued' },
      {
        facts: {
          ...hashes,
          signerSha256: fingerprintOf((await certificateById(cx, signature.certificate)).certificate),
          code: v.code,
          ...(old ? { supersedes: paperNumber(old), told: told.length } : {}),
          to: to.map((r) => r.person ?? r.unit ?? null),
        },
        rows: { 'reports.delivery': [...told, ...given] },
      },
    )
    if (old?.state === 'issued')
      await takeStep(
        cx,
        old,
        { kind: 'superseded', state: 'superseded' },
        {
          facts: { by: paperNumber(v), ...(oldSignature ? hashesOf(oldSignature) : {}) },
          action: 'reports.supersede-report',
        },
      )
    await tellRecipients(cx, [...told, ...given], v)
    await makeLive(cx, v.id, v.supersedes)
    const request = await seeRequest(cx, v.request)
    if (request.state !== 'completed') await finishRequest(cx, request.id)
    return { ...done, ...hashes, code: v.code, verify: verifyUrl(cx, v.code), delivered: given.length }
  },
})
