/** Values from secondary sources that nobody has compared with the printed law yet. */
import { query } from '#platform/define.ts'
import { ListUnconfirmed, Unconfirmed } from '../contract.ts'
import { countUnconfirmed, cursorOf, pageOfUnconfirmed } from '../store/confirming.ts'

export const listUnconfirmed = query({
  name: 'catalogue.list-unconfirmed',
  summary: 'Lists values that nobody has compared with their printed source yet.',
  who: ['director', 'quality-manager', 'administrator', 'section-head'],
  input: ListUnconfirmed,
  output: Unconfirmed,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pageOfUnconfirmed(cx.tx, input.q, input)
    const last = rows.length === input.limit ? rows.at(-1) : undefined
    return {
      items: rows.map((r) => ({
        id: r.id,
        kind: r.kind,
        key: r.key,
        name: r[cx.language],
        source: r.source,
      })),
      nextCursor: last ? cursorOf(last) : null,
      total: await countUnconfirmed(cx.tx),
    }
  },
})
