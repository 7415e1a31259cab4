/** Lists deaths as they were told, newest first, with how many were taken on and how many declined. */
import { query } from '#platform/define.ts'
import { Calls, CallsAnswer } from '../contract.ts'
import { linesOf } from '../lines.ts'
import { readers } from '../../roles.ts'
import { countDeaths, listDeaths } from '../store/deaths.ts'

export const calls = query({
  name: 'death.calls',
  summary: 'Lists deaths as they were told, with how many were taken on and how many declined.',
  who: readers,
  input: Calls,
  output: CallsAnswer,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listDeaths(cx, input, input)
    const counts = await countDeaths(cx, input)
    const last = rows.at(-1)
    return {
      items: await linesOf(cx, rows),
      nextCursor: rows.length === input.limit && last ? `${last.called_at}|${last.root}` : null,
      total: counts
        .filter((c) => input.state === 'all' || c.state === input.state)
        .reduce((sum, c) => sum + c.n, 0),
      counts,
    }
  },
})
