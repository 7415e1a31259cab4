/** Lots with whether they may be used today, and why not. */
import { query } from '#platform/define.ts'
import { ListLots, LotList } from '../contract.ts'
import { readers } from '../readers.ts'
import { lotSeen } from '../seen.ts'
import { countLots, cursorOf, pageOfLots } from '../store/standing.ts'

export const listLots = query({
  name: 'quality.list-lots',
  summary: 'Lists lots with whether they may be used today.',
  who: readers,
  input: ListLots,
  output: LotList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pageOfLots(cx, input)
    return {
      items: rows.map((row) => lotSeen(cx, row)),
      nextCursor: rows.length === input.limit ? cursorOf(rows.at(-1)) : null,
      total: await countLots(cx, input),
    }
  },
})
