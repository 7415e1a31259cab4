/** Adds a note to a case; its words stand in the vault. */
import { command } from '#platform/define.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { AddNote, Done } from '../contract.ts'
import { readers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const addNote = command({
  name: 'cases.add-note',
  summary: 'Adds a note to a case.',
  who: readers,
  input: AddNote,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const id = input.id ?? cx.newId()
    const kept = await keepPersonal(cx, file.root, { text: input.text })
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { note: id },
      rows: {
        'cases.note': [
          {
            id,
            root: file.root,
            kind: 'note',
            way: null,
            with_whom: null,
            direction: null,
            ...kept,
            happened_at: cx.occurredAt,
          },
        ],
      },
    })
    return { id }
  },
})
