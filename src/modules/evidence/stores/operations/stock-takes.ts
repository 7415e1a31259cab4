/** Counts of the reader's offices, newest first. */
import { query } from '#platform/define.ts'
import { StockTakeList, StockTakes } from '../contract.ts'
import { stockCounters } from '../../roles.ts'
import { lineOfTake } from '../stock-told.ts'
import { listTakes } from '../store/stock.ts'

export const stockTakes = query({
  name: 'evidence.stock-takes',
  summary: 'Counts of the reader’s offices, newest first.',
  who: stockCounters,
  input: StockTakes,
  output: StockTakeList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listTakes(cx, input)
    return { items: rows.map(lineOfTake), nextCursor }
  },
})
