/** Lists deaths whose cause is not final, each with what it waits for and what of that is late. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { query } from '#platform/define.ts'
import { PendingBecause, PendingSeen } from '../contract.ts'
import { daysHere } from '../../call/days.ts'
import { namesOf } from '../../call/store/names.ts'
import { readers } from '../../roles.ts'
import { lateBy } from '../examination-seen.ts'
import { ordersOf, pendingDeaths } from '../store/examinations.ts'

export const pendingBecause = query({
  name: 'death.pending-because',
  summary: 'Lists deaths whose cause is not final, each with what it waits for and what of that is late.',
  who: readers,
  input: PendingBecause,
  output: PendingSeen,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pendingDeaths(cx)
    const orders = await ordersOf(
      cx,
      rows.map((r) => r.root),
      { open: true },
    )
    const names = await namesOf(
      cx,
      orders.map((o) => ['discipline', o.discipline] as const),
    )
    const today = dayOfInstant(cx.now)
    const items = rows.map((r) => {
      const own = orders
        .filter((o) => o.root === r.root)
        .map((o) => ({
          request: o.request,
          number: o.number,
          discipline: names.of('discipline', o.discipline),
          state: o.state,
          dueOn: o.due_on,
          daysLate: lateBy(o, today),
        }))
      return {
        death: r.root,
        number: r.number,
        name: r.minor ? null : r.name,
        days: daysHere(cx, r.since),
        pathologist: r.pathologist,
        reasons: [
          ...own.map((o) => `${o.discipline.name} (${o.number})`),
          ...(r.pending_because ? [r.pending_because] : []),
          ...(own.length === 0 && !r.pending_because ? [cx.say('death.pending-nothing')] : []),
        ],
        overdue: own.some((o) => o.daysLate > 0),
        orders: own,
      }
    })
    return {
      items: items.filter((i) => !input.overdue || i.overdue),
      overdue: items.filter((i) => i.overdue).length,
    }
  },
})
