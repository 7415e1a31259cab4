/** What should stand in one place of a count; whoever counts blind is not told before it is closed. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { OfStockPlace, StockShelf } from '../contract.ts'
import { stockCounters } from '../../roles.ts'
import { shelfOf, takeById } from '../store/stock.ts'

export const stockShelf = query({
  name: 'evidence.stock-shelf',
  summary: 'What should stand in one place of a count; whoever counts blind is not told before it is closed.',
  who: stockCounters,
  input: OfStockPlace,
  output: StockShelf,
  async run(cx, input) {
    const take = await takeById(cx, input.stockTake)
    cx.allow(take)
    refuseUnless(
      unless(
        !take.blind || take.closed_at !== null,
        no('evidence.count-is-blind', { number: take.number }, 'evidence.next-count-what-is-there'),
      ),
    )
    return { items: await shelfOf(cx, take.id, input.place) }
  },
})
