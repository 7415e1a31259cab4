/** A lot from its receipt to its last use. */
import { query } from '#platform/define.ts'
import { LotHistory, LotHistoryQuery } from '../contract.ts'
import { readers } from '../readers.ts'
import { lotSeen } from '../seen.ts'
import { getLot, stepsOfLot, usesOf } from '../store/standing.ts'

export const lotHistory = query({
  name: 'quality.lot-history',
  summary: 'Shows a lot from its receipt to its last use.',
  who: readers,
  input: LotHistoryQuery,
  output: LotHistory,
  async run(cx, input) {
    cx.allow(null)
    const lot = await getLot(cx, input.lot)
    return { ...lotSeen(cx, lot), steps: await stepsOfLot(cx, lot.id), uses: await usesOf(cx, lot.id) }
  },
})
