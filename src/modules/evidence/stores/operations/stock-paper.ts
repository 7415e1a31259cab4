/** The signed reconciliation of a count, as a PDF; for who may see every case that it names. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { OfStockTake } from '../contract.ts'
import { stockCounters } from '../../roles.ts'
import { stockPaper as paperOf } from '../store/audits.ts'

export const stockPaper = stream({
  name: 'evidence.stock-paper',
  summary: 'The signed reconciliation of a count, as a PDF; for who may see every case that it names.',
  who: stockCounters,
  input: OfStockTake,
  async run(cx, input) {
    const found = await paperOf(cx, input.stockTake)
    if (!found) throw notFound()
    cx.allow(found)
    return { name: found.name, mediaType: 'application/pdf', file: found.file }
  },
})
