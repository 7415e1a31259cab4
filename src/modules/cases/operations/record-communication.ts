/** Records a conversation, call or letter about a case: with whom, which way, what was said. */
import { command } from '#platform/define.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { Done, RecordCommunication } from '../contract.ts'
import { writers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const recordCommunication = command({
  name: 'cases.record-communication',
  summary: 'Records a conversation, call or letter about a case.',
  who: writers,
  input: RecordCommunication,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const id = input.id ?? cx.newId()
    const kept = await keepPersonal(cx, file.root, { text: input.text })
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { note: id, way: input.way, direction: input.direction },
      rows: {
        'cases.note': [
          {
            id,
            root: file.root,
            kind: 'communication',
            way: input.way,
            with_whom: input.with,
            direction: input.direction,
            ...kept,
            happened_at: input.happenedAt ?? cx.occurredAt,
          },
        ],
      },
    })
    return { id }
  },
})
