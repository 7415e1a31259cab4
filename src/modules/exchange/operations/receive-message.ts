/** Takes a laboratory's toxicology message that was sent as a file: kept as it came, read, and laid to the death that it is about. */
import type { Json } from '#kernel/canonical.ts'
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import { readToxicologyMessage } from '#formats/fhir/mdi/read-toxicology-message.ts'
import { subjectsWithNumbers } from '#modules/cases/public.ts'
import { deathRef, noteArrival, seeDeath } from '#modules/death/public.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { MessageReceived, ReceiveMessage } from '../contract/message.ts'
import { correspondents } from '../roles.ts'
import { namesOneDeath } from '../rules/messages.ts'

export const receiveMessage = command({
  name: 'exchange.receive-message',
  summary:
    'Takes a toxicology message about a death: kept as it came, read, and what was not understood named.',
  who: correspondents,
  input: ReceiveMessage,
  output: MessageReceived,
  async run(cx, input) {
    // First whether it may be done at all; then, of which death.
    cx.allow(null)
    const sent = await uploadedFile(cx, input.file)
    const read = readToxicologyMessage(await cx.ground.files.read(sent.sha256), sent.name)
    if (!read.ok) {
      throw new Refusal('invalid', read.code, { values: read.values })
    }
    const { facts, written, notUnderstood } = read
    const numbers = facts.trackingNumbers.map((n) => n.value)
    const named = await deathsNamed(cx, numbers)
    if (!input.death) {
      refuseUnless(namesOneDeath(named, numbers))
    }
    const death = await seeDeath(cx, input.death ?? (named[0] as string), { lock: true })
    cx.allow(death)
    const id = input.id ?? cx.newId()
    const about = death.number ?? death.call_number
    const differs = input.death && numbers.length > 0 && !named.includes(death.id)
    const notes = [
      ...read.notes,
      ...(differs
        ? [{ code: 'exchange.message-number-differs', values: { numbers: numbers.join(', '), about } }]
        : []),
    ]
    const { decedent: _decedent, performers: _performers, trackingNumbers: _numbers, ...content } = facts
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { message: id, kind: 'toxicology', file: sent.sha256, results: facts.results.length },
      rows: {
        'exchange.message': [
          {
            id,
            root: death.root,
            direction: 'in',
            kind: 'toxicology',
            about,
            file: sent.sha256,
            file_name: sent.name,
            number: facts.caseNumber.value || null,
            state: facts.state,
            sender: facts.source.name ?? facts.source.endpoint,
            found_by: input.death ? 'person' : 'number',
            content: content as unknown as Json,
            written: written as Json,
            not_understood: [...notUnderstood],
            notes: notes as unknown as Json,
          },
        ],
      },
    })
    noteArrival(cx, death, {
      message: id,
      number: facts.caseNumber.value || null,
      sender: facts.source.name ?? facts.source.endpoint,
      panel: facts.panel.text,
      results: facts.results.length,
    })
    return { id, death: death.id, about, results: facts.results.length, notUnderstood: notUnderstood.length }
  },
})

/** Only deaths that this person may see are named: a number of another death finds nothing. */
async function deathsNamed(cx: Cx, numbers: readonly string[]): Promise<string[]> {
  const found = await subjectsWithNumbers(cx, numbers)
  return [...new Set(found.flatMap((f) => (f.subject.startsWith('death.death/') ? [f.root] : [])))]
}
