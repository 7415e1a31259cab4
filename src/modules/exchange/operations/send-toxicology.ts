/** Makes the toxicology report of a death from what our own section found and a reviewer passed, in the form of who gets it, keeps it byte for byte, and writes down that it left. */
import type { ToxicologyFacts } from '#formats/fhir/mdi/facts.ts'
import { writeToxicologyMessage } from '#formats/fhir/mdi/write-toxicology-message.ts'
import { writeToxicologyReport } from '#formats/hl7v2/messages.ts'
import { Refusal, no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { seeDeath, toxicologyToTell } from '#modules/death/public.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { MessageSent, SendToxicology } from '../contract/message.ts'
import { correspondents } from '../roles.ts'
import { type Recipient, envelopeOf, issuedPaper, keepSent, recipientOf } from '../sending.ts'
import { toxicologyFactsOf } from '../telling-toxicology.ts'

export const sendToxicology = command({
  name: 'exchange.send-toxicology',
  summary: 'Makes the toxicology report of a death from reviewed results, in the form of its partner.',
  who: correspondents,
  input: SendToxicology,
  output: MessageSent,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const told = await toxicologyToTell(cx, death, input.request)
    if (!told) throw notFound()
    refuseUnless(
      unless(
        told.results.length > 0,
        no('exchange.no-reviewed-results', { number: told.order.number }, 'exchange.next-wait-review'),
      ),
    )
    const to = await recipientOf(cx, input.to)
    const id = input.id ?? cx.newId()
    const about = death.number ?? death.call_number
    const prefix = told.order.number.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 24)
    const facts = toxicologyFactsOf(death, told, {
      sender: (await letterhead(cx)).serviceName,
      base: input.base,
      prefix,
      notAnalysed: cx.say('exchange.specimen-not-analysed'),
      presumptive: (substance) => cx.say('exchange.presumptive-result', { substance }),
    })
    const bytes = await inForm(cx, facts, { id, to, base: input.base, prefix, request: input.request })
    return keepSent(cx, death, to, bytes, {
      id,
      kind: 'toxicology',
      about,
      number: told.order.number,
      state: facts.state === 'final' ? 'final' : 'draft',
      name: `${about.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 40)}.${prefix}`,
      facts: { results: facts.results.length },
    })
  },
})

interface Making {
  readonly id: string
  readonly to: Recipient
  readonly base: string
  readonly prefix: string
  readonly request: string
}
async function inForm(cx: Cx, facts: ToxicologyFacts, m: Making): Promise<Uint8Array> {
  if (m.to.form === 'fhir') {
    const made = writeToxicologyMessage(facts, { base: m.base, prefix: m.prefix, bundle: m.id, at: cx.now })
    if (made.ok) return Buffer.from(`${JSON.stringify(made.bundle, null, 2)}\n`, 'utf8')
    const [first] = made.faults
    throw new Refusal('conflict', first?.code ?? 'exchange.nothing-to-send', {
      values: first?.values ?? {},
      next: 'exchange.next-send-again',
    })
  }
  const paper = await issuedPaper(cx, m.request)
  if (m.to.form === 'hl7-v2')
    return writeToxicologyReport(
      facts,
      await envelopeOf(cx, m.id, m.to),
      { report: cx.say('exchange.laboratory-report'), conclusion: cx.say('exchange.message-conclusion') },
      paper,
    )
  if (!paper) throw new Refusal('conflict', 'exchange.no-signed-paper', { next: 'exchange.next-issue-paper' })
  return paper.pdf
}
