/** Lots with what was seen in them: the quality of the work in figures. */
import { query } from '#platform/define.ts'
import { LotList, LotQuality } from '../contract.ts'
import { inspectors } from '../../roles.ts'
import { lotLine } from '../seen-lots.ts'
import { listLots } from '../store/lots.ts'

export const lotQuality = query({
  name: 'archive.lot-quality',
  summary: 'Lists lots with their plan, what was looked at and how many faults were seen.',
  who: inspectors,
  input: LotQuality,
  output: LotList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listLots(cx, input, input)
    const shown = rows.slice(0, input.limit)
    return {
      items: shown.map(lotLine),
      nextCursor: rows.length > input.limit ? (shown.at(-1)?.number ?? null) : null,
    }
  },
})
