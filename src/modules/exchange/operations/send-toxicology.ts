/** Makes the toxicology message of a death from what our own section found and a reviewer passed, keeps it byte for byte, and writes down that it left. */
import { writeToxicologyMessage } from '#formats/fhir/mdi/write-toxicology-message.ts'
import { Refusal, no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { deathRef, seeDeath, toxicologyToTell } from '#modules/death/public.ts'
import { command } from '#platform/define.ts'
import { keepMade } from '#platform/uploads.ts'
import { MessageSent, SendToxicology } from '../contract/message.ts'
import { correspondents } from '../roles.ts'
import { toxicologyFactsOf } from '../telling-toxicology.ts'

export const sendToxicology = command({
  name: 'exchange.send-toxicology',
  summary: 'Makes the toxicology message of a death (FHIR MDI) from reviewed results, and keeps it.',
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
    const made = writeToxicologyMessage(facts, { base: input.base, prefix, bundle: id, at: cx.now })
    const [first] = made.ok ? [] : made.faults
    if (!made.ok)
      throw new Refusal('conflict', first?.code ?? 'exchange.nothing-to-send', {
        values: first?.values ?? {},
        next: 'exchange.next-send-again',
      })
    const bytes = Buffer.from(`${JSON.stringify(made.bundle, null, 2)}\n`, 'utf8')
    const kept = await keepMade(cx, bytes, 'application/fhir+json')
    const fileName = `${about.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 40)}.${prefix}.fhir.json`
    const state = facts.state === 'final' ? ('final' as const) : ('draft' as const)
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { message: id, kind: 'toxicology', file: kept.sha256, state, results: facts.results.length },
      rows: {
        'exchange.message': [
          {
            id,
            root: death.root,
            direction: 'out',
            kind: 'toxicology',
            about,
            file: kept.sha256,
            file_name: fileName,
            number: told.order.number,
            state,
            sender: null,
            found_by: 'person',
            content: null,
            written: null,
            not_understood: [],
            notes: [],
          },
        ],
      },
    })
    return { id, about, fileName, sha256: kept.sha256, state }
  },
})
