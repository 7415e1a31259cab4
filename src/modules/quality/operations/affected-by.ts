/** Everything that relied on a lot, instrument, room, person or method version: what must be looked at again. */
import { query } from '#platform/define.ts'
import { Affected, AffectedBy } from '../contract.ts'
import { readers } from '../readers.ts'
import { countAffected, pageOfAffected } from '../store/standing.ts'

export const affectedBy = query({
  name: 'quality.affected-by',
  summary: 'Lists everything that relied on a lot, instrument, room, person or method version.',
  who: readers,
  input: AffectedBy,
  output: Affected,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pageOfAffected(cx, input)
    const last = rows.length === input.limit ? rows.at(-1) : undefined
    return {
      items: rows,
      nextCursor: last ? `${last.at}|${last.id}` : null,
      total: await countAffected(cx, input),
    }
  },
})
