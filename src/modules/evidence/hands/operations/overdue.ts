/** What somebody should ask after today: late in transit or at court, offered and not answered, missing. */
import { query } from '#platform/define.ts'
import { Overdue, OverdueList, type ItemLine } from '../../things/contract.ts'
import { readers } from '../../roles.ts'
import { linesOf } from '../../things/lines.ts'
import { overdueItems } from '../../things/store/lists.ts'

export const overdue = query({
  name: 'evidence.overdue',
  summary:
    'Shows what somebody should ask after today: late in transit or at court, offered and not answered, missing.',
  who: readers,
  input: Overdue,
  output: OverdueList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await overdueItems(cx, input)
    const lines = await linesOf(cx, rows)
    return {
      nextCursor,
      items: rows.map((r, i) => ({
        item: lines[i] as ItemLine,
        why: r.why,
        since: r.late_since,
        hours: Math.max(0, Math.floor((Date.parse(cx.now) - Date.parse(r.late_since)) / 3_600_000)),
        tell: r.tell.filter(Boolean),
      })),
    }
  },
})
