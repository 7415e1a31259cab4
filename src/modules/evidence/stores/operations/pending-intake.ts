/** Shows what was left after hours and is not taken in yet, by its clock: at the reader's counter, and what the reader left. */
import { actionsOf } from '#platform/actions.ts'
import { yes } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { announcementNumber } from '../../counter/rules.ts'
import { waiting } from '../../things/store/left.ts'
import { linesById } from '../../things/lines.ts'
import { seeItems } from '../../things/store/items.ts'
import { holders } from '../../roles.ts'
import { PendingIntake, PendingIntakeList } from '../contract.ts'

export const pendingIntake = query({
  name: 'evidence.pending-intake',
  summary:
    'Shows what was left after hours and is not taken in yet, by its clock: at the reader’s counter, and what the reader left.',
  who: holders,
  input: PendingIntake,
  output: PendingIntakeList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await waiting(cx, input.unit)
    const things = await linesById(
      cx,
      await seeItems(
        cx,
        rows.flatMap((r) => r.things),
      ),
    )
    const now = Date.parse(cx.now)
    return {
      items: rows.map((r) => ({
        id: r.id,
        place: { id: r.place, code: r.code, name: r.place_name },
        by: r.left_by_name,
        where: r.left_by_where,
        at: r.at,
        dueAt: r.due_at,
        late: Date.parse(r.due_at) < now,
        hours: Math.floor((now - Date.parse(r.at)) / 3_600_000),
        witness: r.witness_name,
        photograph: r.photograph !== null,
        words: r.words,
        things: r.things.map((t) => things.get(t)).filter((t) => t !== undefined),
        announced: r.submission
          ? { id: r.submission, number: announcementNumber(r.submission), items: r.items }
          : null,
        actions: actionsOf(
          cx,
          { may_see: true, unit: r.unit },
          r.submission ? { 'evidence.receive-submission': yes } : { 'evidence.take-in-items': yes },
        ),
      })),
    }
  },
})
