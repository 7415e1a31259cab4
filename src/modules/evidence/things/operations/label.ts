/** Labels ready to print: a PDF for a sheet or a roll, or ZPL for a label printer; never a personal value on them. */
import { stream } from '#platform/define.ts'
import { LabelQuery } from '../contract.ts'
import { drawLabels } from '../labels.ts'
import { linesOf } from '../lines.ts'
import { holders } from '../../roles.ts'
import { seeItems } from '../store/items.ts'

export const label = stream({
  name: 'evidence.label',
  summary: 'Labels ready to print: a PDF, or ZPL for a label printer; never a personal value on them.',
  who: holders,
  input: LabelQuery,
  async run(cx, input) {
    const items = await seeItems(cx, input.items)
    for (const item of items) cx.allow(item)
    const lines = await linesOf(cx, items)
    const cases = await cx.ground.roots.names(cx.tx, [...new Set(lines.map((i) => i.root))])
    return drawLabels(
      cx,
      'labels',
      lines.map((i) => ({
        code: i.barcode,
        number: i.number,
        lines: [
          ...wrapped(i.description),
          ...(i.seals[0] ? [cx.say('evidence.p-sealed', { seal: i.seals[0] })] : []),
          i.barcode,
        ],
        ...(i.dangers.length > 0 ? { hazards: i.dangers.join(' · ') } : {}),
        kind: 'item' as const,
        values: {
          number: i.number,
          code: i.barcode,
          case: cases.get(i.root) ?? '',
          description: i.description,
          seal: i.seals[0] ?? '',
          hazards: i.dangers.join(' · '),
        },
      })),
      input,
    )
  },
})

const WIDE = 34
const LINES = 2
/** A description over as many lines as the label has room for; what is longer ends where a word ends. */
function wrapped(text: string): string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    const next = last === '' ? word : `${last} ${word}`
    if (next.length <= WIDE) lines[lines.length - 1] = next
    else if (lines.length < LINES) lines.push(word)
    else {
      lines[lines.length - 1] = `${last} …`
      break
    }
  }
  return lines.filter(Boolean)
}
