/** How many cases per month, district and type: kept by the writing path, so that it is never stale and never slow. */
import { oversight } from '#identity/sight.ts'
import { query } from '#platform/define.ts'
import { Counts, CountsQuery } from '../contract/finding.ts'
import { counters } from '../roles.ts'
import { foldSmall, sumOf } from '../rules/small-sums.ts'
import { countCells } from '../store/counting.ts'

export const counts = query({
  name: 'cases.counts',
  summary: 'How many cases per month, district and type.',
  who: counters,
  input: CountsQuery,
  output: Counts,
  async run(cx, input) {
    cx.allow(null)
    const cells = await countCells(cx, input)
    const oversees = cx.actor.kind !== 'person' || cx.actor.principals.includes(oversight)
    return oversees ? { cells, total: sumOf(cells), fewWithheld: false } : foldSmall(cells)
  },
})
