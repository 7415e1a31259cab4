/** Records that labels are printed; a second copy asks for a reason, because two labels of one number are a danger. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Moved, PrintLabel } from '../contract.ts'
import { holders } from '../../roles.ts'
import { itemRef, seeItems } from '../store/items.ts'
import { labelCopies } from '../store/offers.ts'

export const printLabel = command({
  name: 'evidence.print-label',
  summary: 'Records that labels are printed; a second copy asks for a reason.',
  who: holders,
  input: PrintLabel,
  output: Moved,
  async run(cx, input) {
    const items = await seeItems(cx, [...new Set(input.items)], { lock: true })
    for (const item of items) cx.allow(item)
    const copies = await labelCopies(
      cx,
      items.map((i) => i.id),
    )
    const again = items.find((i) => (copies.get(i.id) ?? 0) > 0)
    refuseUnless(
      unless(
        !again || cx.reason !== null,
        no('evidence.label-again', { number: again?.number ?? '' }, 'evidence.next-give-reason'),
      ),
    )
    await cx.record(
      ...items.map((item) => ({
        subject: itemRef(item.id),
        root: item.root,
        facts: { copy: (copies.get(item.id) ?? 0) + 1, format: input.format },
        rows: {
          'evidence.label': [
            {
              id: cx.newId(),
              thing: item.id,
              root: item.root,
              copy: (copies.get(item.id) ?? 0) + 1,
              format: input.format,
            },
          ],
        },
      })),
    )
    return { things: items.length, refused: [] }
  },
})
