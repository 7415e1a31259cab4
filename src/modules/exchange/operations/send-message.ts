/** Makes the registrar's document of a death as it stands, keeps it byte for byte, and writes down that it left. */
import { Refusal } from '#kernel/verdict.ts'
import { writeDeathDocument } from '#formats/fhir/mdi/write-death-document.ts'
import { deathRef, deathToTell, seeDeath } from '#modules/death/public.ts'
import { command } from '#platform/define.ts'
import { keepMade } from '#platform/uploads.ts'
import { MessageSent, SendMessage } from '../contract/message.ts'
import { correspondents } from '../roles.ts'
import { deathFactsOf } from '../telling-death.ts'

export const sendMessage = command({
  name: 'exchange.send-message',
  summary: 'Makes the registrar’s document of a death (FHIR MDI), keeps it, and writes down that it left.',
  who: correspondents,
  input: SendMessage,
  output: MessageSent,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const id = input.id ?? cx.newId()
    const about = death.number ?? death.call_number
    const prefix = about.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 40)
    const facts = deathFactsOf(await deathToTell(cx, death), input.base, cx.now)
    const made = writeDeathDocument(facts, { base: input.base, prefix, bundle: id, at: cx.now })
    const [first] = made.ok ? [] : made.faults
    if (!made.ok)
      throw new Refusal('conflict', first?.code ?? 'exchange.nothing-to-send', {
        values: first?.values ?? {},
        next: 'exchange.next-send-again',
      })
    const bytes = Buffer.from(`${JSON.stringify(made.bundle, null, 2)}\n`, 'utf8')
    const kept = await keepMade(cx, bytes, 'application/fhir+json')
    const fileName = `${prefix}.fhir.json`
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { message: id, kind: 'death-document', file: kept.sha256, state: facts.state },
      rows: {
        'exchange.message': [
          {
            id,
            root: death.root,
            direction: 'out',
            kind: 'death-document',
            about,
            file: kept.sha256,
            file_name: fileName,
            number: about,
            state: facts.state,
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
    return { id, about, fileName, sha256: kept.sha256, state: facts.state }
  },
})
