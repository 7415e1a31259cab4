/** Notes that something did not agree: what was expected, what was found; nothing is changed by it. */
import { command } from '#platform/define.ts'
import { Done, NoteDiscrepancy } from '../contract.ts'
import { holders } from '../../roles.ts'
import { itemRef, seeItem } from '../store/items.ts'

export const noteDiscrepancy = command({
  name: 'evidence.note-discrepancy',
  summary: 'Notes that something did not agree: what was expected, what was found; nothing is changed by it.',
  who: holders,
  input: NoteDiscrepancy,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: itemRef(item.id),
      root: item.root,
      facts: { kind: input.kind },
      rows: {
        'evidence.discrepancy': [
          {
            id,
            thing: item.id,
            submission: item.submission,
            root: item.root,
            kind: input.kind,
            expected: input.expected ?? null,
            found: input.found ?? null,
            words: input.words,
          },
        ],
      },
    })
    return { id }
  },
})
