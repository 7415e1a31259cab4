/** Makes the paper and its machine-readable twin, signs the paper in the person's name, and keeps both by their SHA-256. */
import { invariant, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { certificatePdf } from '#platform/documents/papers.ts'
import { signWith, signingFor } from '#identity/paper-signing.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { keepMade } from '#platform/uploads.ts'
import { OfReport, Signed } from '../contract.ts'
import { gather } from '../gathering.ts'
import { maySign, paperNumber } from '../rules.ts'
import { certificateOf, printingOf } from '../paper.ts'
import { lockedVersion, takeStep } from '../standing.ts'
import { peopleOf } from '../store/signers.ts'
import { twinOf } from '../twin.ts'

export const signReport = command({
  name: 'reports.sign-report',
  summary: "Makes the certificate and its machine-readable twin, and signs it in the person's own name.",
  who: ['analyst', 'section-head', 'director', 'pathologist'],
  input: OfReport,
  output: Signed,
  stepUp: true,
  async run(cx, input) {
    const v = await lockedVersion(cx, input.report)
    cx.allow(v)
    const g = await gather(cx, v)
    refuseUnless(maySign(v, cx.actor.id, g.grounds))

    const say = cx.ground.say(v.language)
    const person = (await peopleOf(cx, [cx.actor.id])).get(cx.actor.id)
    invariant(person, 'whoever signs is no person')
    const signing = await signingFor(cx, person, await letterhead(cx))
    const printing = await printingOf(cx, v, g, cx.actor.id)
    const twin = await twinOf(cx, printing, signing)
    const paper = certificatePdf(await certificateOf(cx, printing), {
      at: cx.now,
      twin: { name: `${paperNumber(v)}.json`, bytes: twin, description: say('reports.paper-twin') },
    })
    const reason = say('reports.paper-reason', { number: paperNumber(v) })
    const signed = await signWith(cx, signing, paper, reason)
    const pdf = await keepMade(cx, signed, 'application/pdf')
    const data = await keepMade(cx, twin, 'application/json')
    const done = await takeStep(
      cx,
      v,
      { kind: 'signed', state: 'signed', signer: cx.actor.id },
      {
        facts: {
          pdfSha256: pdf.sha256,
          dataSha256: data.sha256,
          certificate: signing.own.id,
          signerSha256: signing.sha256,
          results: g.results.map((r) => r.entry),
        },
        rows: {
          'reports.signature': [
            {
              id: cx.newId(),
              version: v.id,
              certificate: signing.own.id,
              pdf: pdf.sha256,
              pdf_size: pdf.size,
              data: data.sha256,
              data_size: data.size,
            },
          ],
        },
      },
    )
    return { ...done, pdfSha256: pdf.sha256, dataSha256: data.sha256 }
  },
})
