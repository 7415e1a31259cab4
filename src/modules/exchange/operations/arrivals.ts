/** Cases that were sent, those first that wait for somebody. */
import { query } from '#platform/define.ts'
import { whyOf, stateOf } from '../arriving.ts'
import { ArrivalList, FindArrivals, type ArrivalLine } from '../contract/arrivals.ts'
import { deciders } from '../roles.ts'
import { type ArrivalRow, caseNumbers, listArrivals } from '../store/arrivals.ts'
import type { Cx } from '#platform/cx.ts'

export async function linesOf(cx: Cx, rows: readonly ArrivalRow[]): Promise<ArrivalLine[]> {
  const numbers = await caseNumbers(
    cx,
    rows.flatMap((r) => r.case_root ?? []),
  )
  return rows.map((a) => {
    const number = a.case_root ? numbers.get(a.case_root) : undefined
    return {
      id: a.id,
      source: a.source,
      number: a.number,
      version: a.seq,
      sort: a.sort ?? ('case' as const),
      came: a.came,
      office: a.office,
      unit: a.office_unit ? { id: a.office_unit, name: a.office_name ?? '' } : null,
      state: stateOf(a),
      why: whyOf(cx, a),
      case: a.case_root && number ? { id: a.case_root, number } : null,
      at: a.at,
    }
  })
}

export const arrivals = query({
  name: 'exchange.arrivals',
  summary:
    'Lists cases that systems of other agencies sent: what waits for a decision, what was opened, what was rejected.',
  who: deciders,
  input: FindArrivals,
  output: ArrivalList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listArrivals(cx, input)
    return { items: await linesOf(cx, rows), nextCursor }
  },
})
