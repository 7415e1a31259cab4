/** Attendances, newest first. */
import { query } from '#platform/define.ts'
import { AttendanceList, FindAttendances } from '../contract.ts'
import { readers } from '../roles.ts'
import { lineSeen } from '../seen.ts'
import { countAttendances, listAttendances } from '../store/attendances.ts'

export const findAttendances = query({
  name: 'scenes.find-attendances',
  summary: 'Lists attendances at scenes, newest first.',
  who: readers,
  input: FindAttendances,
  output: AttendanceList,
  async run(cx, input) {
    cx.allow(null)
    const filter = { ...input, lead: input.mine ? cx.actor.id : undefined }
    const rows = await listAttendances(cx, filter, input)
    const total = await countAttendances(cx, filter)
    const shown = rows.slice(0, input.limit)
    const last = shown.at(-1)
    return {
      items: await Promise.all(shown.map((r) => lineSeen(cx, r))),
      nextCursor: rows.length > input.limit && last ? `${last.opened_at}|${last.id}` : null,
      total: Math.min(total, 1_000),
      totalIsAtLeast: total > 1_000,
    }
  },
})
