/** What differs in a count: missing, misplaced, extra, two labels alike, none of ours, another seal; and where nobody was yet. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { OfStockTake, StockDifferences } from '../contract.ts'
import { stockCounters } from '../../roles.ts'
import { differencesSeen, differencesTold } from '../stock-told.ts'
import { placesTold, takeById } from '../store/stock.ts'

const TOLD = 20

export const stockDifferences = query({
  name: 'evidence.stock-differences',
  summary: 'What differs in a count, and where nobody was yet.',
  who: stockCounters,
  input: OfStockTake,
  output: StockDifferences,
  async run(cx, input) {
    const take = await takeById(cx, input.stockTake)
    cx.allow(take)
    const { found, sums, uncounted } = await differencesSeen(cx, take)
    // A blind count shows what differs once every place was counted, not before.
    refuseUnless(
      unless(
        !take.blind || take.closed_at !== null || uncounted.length === 0,
        no('evidence.count-is-blind', { number: take.number }, 'evidence.next-count-what-is-there'),
      ),
    )
    const places = await placesTold(cx, uncounted.slice(0, TOLD))
    return {
      ...(await differencesTold(cx, found)),
      sums,
      uncounted: [...places.values()].map(({ id, code, name }) => ({ id, code, name })),
      uncountedInAll: uncounted.length,
    }
  },
})
