/** Makes the registrar's document of a death as it stands, keeps it byte for byte, and writes down that it left. */
import { Refusal } from '#kernel/verdict.ts'
import { writeDeathDocument } from '#formats/fhir/mdi/write-death-document.ts'
import { deathToTell, seeDeath } from '#modules/death/public.ts'
import { command } from '#platform/define.ts'
import { MessageSent, SendMessage } from '../contract/message.ts'
import { correspondents } from '../roles.ts'
import { keepSent, recipientOf } from '../sending.ts'
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
    const to = await recipientOf(cx, null)
    const { state } = facts
    return keepSent(cx, death, to, bytes, {
      id,
      kind: 'death-document',
      about,
      number: about,
      state,
      name: prefix,
    })
  },
})
