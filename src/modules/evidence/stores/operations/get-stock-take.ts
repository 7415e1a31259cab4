/** One count: its places in the order of walking, who counted them, how far it is; closed, how a sample was drawn. */
import { query } from '#platform/define.ts'
import { OfStockTake, StockTakeSeen } from '../contract.ts'
import { stockCounters } from '../../roles.ts'
import { takeSeen } from '../stock-told.ts'
import { takeById } from '../store/stock.ts'

export const getStockTake = query({
  name: 'evidence.get-stock-take',
  summary: 'One count: its places in the order of walking, who counted them, how far it is.',
  who: stockCounters,
  input: OfStockTake,
  output: StockTakeSeen,
  async run(cx, input) {
    const take = await takeById(cx, input.stockTake)
    cx.allow(take)
    return takeSeen(cx, take)
  },
})
