/** One lot: what was drawn, and what was seen of it so far. */
import { query } from '#platform/define.ts'
import { GetLot, LotSeen } from '../contract.ts'
import { inspectors } from '../../roles.ts'
import { lotSeen } from '../seen-lots.ts'
import { seeLot } from '../store/lots.ts'

export const getLot = query({
  name: 'archive.get-lot',
  summary: 'Shows a lot: what was drawn to be looked at, and what was seen so far.',
  who: inspectors,
  input: GetLot,
  output: LotSeen,
  async run(cx, input) {
    const l = await seeLot(cx, input.lot)
    cx.allow(l)
    return lotSeen(cx, l)
  },
})
