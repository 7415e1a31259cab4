/** Sends the signed certificate of a death, or its clearance for cremation, to a partner in the form it asked for; kept byte for byte, with its entry. */
import { documentReference } from '#formats/fhir/document-reference.ts'
import { writeDocumentMessage } from '#formats/hl7v2/messages.ts'
import { Refusal } from '#kernel/verdict.ts'
import { type DeathRow, deathToTell, seeDeath } from '#modules/death/public.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { SendPaper } from '../contract/forms.ts'
import { MessageSent, base } from '../contract/message.ts'
import { cremationPaper } from '../cremation-paper.ts'
import { correspondents } from '../roles.ts'
import {
  type IssuedPaper,
  type Recipient,
  envelopeOf,
  issuedPaper,
  keepSent,
  recipientOf,
} from '../sending.ts'
import { decedentOf } from '../telling-death.ts'

export const sendPaper = command({
  name: 'exchange.send-paper',
  summary:
    'Sends the signed certificate of a death, or its clearance for cremation, in the form of its partner.',
  who: correspondents,
  input: SendPaper,
  output: MessageSent,
  stepUp: true,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const to = await recipientOf(cx, input.to)
    const paper = await paperOf(cx, death, input.paper)
    const id = input.id ?? cx.newId()
    const about = death.number ?? death.call_number
    return keepSent(cx, death, to, await inForm(cx, death, paper, { id, to, kind: input.paper }), {
      id,
      kind: input.paper,
      about,
      number: paper.number,
      state: death.cause === 'amended' && input.paper === 'death-certificate' ? 'amended' : 'final',
      name: paper.number.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 60),
    })
  },
})

type Kind = 'death-certificate' | 'cremation-clearance'
async function paperOf(cx: Cx, death: DeathRow, kind: Kind): Promise<IssuedPaper> {
  if (kind === 'cremation-clearance') {
    const paper = await cremationPaper(cx, death, decedentOf(death, base))
    if (!paper) throw new Refusal('conflict', 'exchange.no-clearance', { next: 'exchange.next-clear' })
    return paper
  }
  const { certificate } = await deathToTell(cx, death)
  const paper = certificate ? await issuedPaper(cx, certificate) : undefined
  if (!paper) throw new Refusal('conflict', 'exchange.no-signed-paper', { next: 'exchange.next-issue-paper' })
  return { ...paper, loinc: '64297-5' }
}

async function inForm(
  cx: Cx,
  death: DeathRow,
  paper: IssuedPaper,
  how: { id: string; to: Recipient; kind: Kind },
): Promise<Uint8Array> {
  const decedent = decedentOf(death, base)
  if (how.to.form === 'pdf') return paper.pdf
  if (how.to.form === 'hl7-v2')
    return writeDocumentMessage(
      { decedent, type: how.kind, signedAt: paper.signedAt, signer: paper.signer },
      await envelopeOf(cx, how.id, how.to),
      paper,
    )
  const made = documentReference({ ...paper, id: how.id, at: cx.now, decedent })
  return Buffer.from(`${JSON.stringify(made, null, 2)}\n`, 'utf8')
}
