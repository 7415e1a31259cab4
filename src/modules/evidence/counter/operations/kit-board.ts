/** By station: how many blank kits of each kind are there, how many past their day or near it, how many were used. */
import { addDays, dayOfInstant } from '#kernel/calendar.ts'
import { query } from '#platform/define.ts'
import { KitBoard, KitBoardQuery } from '../contract.ts'
import { holders } from '../../roles.ts'
import { kitBoard as boardOf } from '../store/kits.ts'

/** Time enough to send fresh ones to the farthest station. */
const SOON_DAYS = 60

export const kitBoard = query({
  name: 'evidence.kit-board',
  summary:
    'By station: how many blank kits of each kind are there, how many past their day or near it, how many were used.',
  who: holders,
  input: KitBoardQuery,
  output: KitBoard,
  async run(cx) {
    cx.allow(null)
    const today = dayOfInstant(cx.now)
    const soon = addDays(today, SOON_DAYS)
    const rows = await boardOf(cx, today, soon)
    return {
      rows: rows.map((r) => ({
        kit: r.kit,
        name: r[cx.language],
        unit: r.unit,
        unitName: r.unit_name,
        out: r.out,
        expired: r.expired,
        soon: r.soon,
        used: r.used,
      })),
    }
  },
})
