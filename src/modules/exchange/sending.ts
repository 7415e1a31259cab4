/** What leaves about a death: to whom and in which form, kept byte for byte, with its entry. */
import { dataAgreement } from '#identity/store/agreements.ts'
import type { Envelope, SignedPaper } from '#formats/hl7v2/messages.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { type DeathRow, deathRef } from '#modules/death/public.ts'
import { reportOfRequest, seeReport, signedPaper } from '#modules/reports/public.ts'
import type { Cx } from '#platform/cx.ts'
import { keepMade } from '#platform/uploads.ts'
import { type Form, mediaTypes } from './contract/forms.ts'
import type { MessageRow } from './store/messages.ts'
import { recipientsOf } from './store/forms.ts'

export interface Recipient {
  readonly agency: string | null
  readonly name: string
  readonly form: Form
}
/** Nobody named: the file as FHIR, for whoever carries it. A partner: in the form it asked for, under its agreement. */
export async function recipientOf(cx: Cx, agency: string | null | undefined): Promise<Recipient> {
  if (!agency) return { agency: null, name: '', form: 'fhir' }
  const [row] = await recipientsOf(cx, agency)
  refuseUnless(unless(row !== undefined, no('exchange.no-form', {}, 'exchange.next-agree-form')))
  if (!row) throw new Error('Defect: unreachable')
  const { title, holds } = await dataAgreement(cx, row.agreement, row.agency)
  refuseUnless(
    unless(holds, no('exchange.no-agreement', { agreement: title }, 'exchange.next-sign-agreement')),
  )
  return { agency: row.agency, name: row.name, form: row.form }
}

export const envelopeOf = async (cx: Cx, id: string, to: Recipient): Promise<Envelope> => ({
  at: cx.now,
  // The last twenty characters of a UUID are its chance: MSH-10 has no room for more.
  control: id.replaceAll('-', '').slice(-20),
  sender: (await letterhead(cx)).serviceName,
  receiver: to.name,
  training: cx.ground.house.demo,
})

export interface IssuedPaper extends SignedPaper {
  readonly signedAt: string
  readonly signer: string
}
/** The certificate that answers a request, as it was signed and issued; undefined while there is none. */
export async function issuedPaper(cx: Cx, request: string): Promise<IssuedPaper | undefined> {
  const report = await reportOfRequest(cx, request)
  if (!report) return undefined
  const version = await seeReport(cx, report.id)
  if (version.state !== 'issued') return undefined
  const paper = await signedPaper(cx, version.id)
  return (
    paper && {
      number: version.number,
      pdf: paper.bytes,
      title: version.question,
      signedAt: version.since,
      signer: version.signer_name ?? version.author_name,
    }
  )
}

export interface Sent {
  readonly id: string
  readonly kind: MessageRow['kind']
  readonly about: string
  readonly number: string
  readonly state: 'draft' | 'final' | 'amended' | 'withdrawn'
  /** Without its ending. */
  readonly name: string
  readonly facts?: Record<string, number>
}
const endings: Readonly<Record<Form, string>> = { fhir: 'fhir.json', 'hl7-v2': 'hl7', pdf: 'pdf' }

export async function keepSent(cx: Cx, death: DeathRow, to: Recipient, bytes: Uint8Array, sent: Sent) {
  const { id, kind, about, number, state } = sent
  const kept = await keepMade(cx, bytes, mediaTypes[to.form])
  const fileName = `${sent.name}.${endings[to.form]}`
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: {
      message: id,
      kind,
      file: kept.sha256,
      state,
      form: to.form,
      recipient: to.agency,
      ...sent.facts,
    },
    rows: {
      'exchange.message': [
        {
          id,
          root: death.root,
          direction: 'out',
          kind,
          about,
          file: kept.sha256,
          file_name: fileName,
          number,
          state,
          sender: null,
          found_by: 'person',
          content: null,
          written: null,
          not_understood: [],
          notes: [],
          form: to.form,
          recipient: to.agency,
        },
      ],
    },
  })
  return { id, about, fileName, sha256: kept.sha256, state }
}
