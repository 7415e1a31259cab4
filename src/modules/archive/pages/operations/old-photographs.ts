/** Photographs that may go to a cold store: of cases that were closed long enough ago, the oldest first. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { OldPhotographs, OldPhotographsList } from '../contract.ts'
import { closedBefore } from '../cooling.ts'
import { keepers } from '../../roles.ts'
import { mayCool } from '../rules.ts'
import { oldPhotographs as listOld } from '../store/cold.ts'

export const oldPhotographs = query({
  name: 'archive.old-photographs',
  summary: 'Lists scenes of cases closed long enough ago that their photographs may go to a cold store.',
  who: keepers,
  input: OldPhotographs,
  output: OldPhotographsList,
  async run(cx, input) {
    cx.allow(null)
    const before = await closedBefore(cx)
    const rows = await listOld(cx, before, input)
    const shown = rows.slice(0, input.limit)
    const last = shown.at(-1)
    return {
      items: shown.map((b) => ({
        attendance: b.id,
        number: b.number,
        photographs: b.many,
        bytes: b.size,
        closedAt: b.closed_at ?? '',
        actions: actionsOf(cx, b, { 'archive.move-to-cold': mayCool(b, before) }),
      })),
      nextCursor: rows.length > input.limit && last ? `${last.closed_at}|${last.id}` : null,
    }
  },
})
