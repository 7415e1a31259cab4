/** How much each person has in hand. */
import { query } from '#platform/define.ts'
import { Workload, WorkloadAnswer } from '../contract.ts'
import { workloadOf } from '../store.ts'
import { todayOf } from '../view.ts'

export const workload = query({
  name: 'work.workload',
  summary: 'Counts open and overdue requests by person.',
  who: ['section-head', 'director', 'quality-manager'],
  input: Workload,
  output: WorkloadAnswer,
  async run(cx, input) {
    cx.allow(null)
    const rows = await workloadOf(cx, input.unit, todayOf(cx))
    return { items: rows.map((r) => ({ ...r, name: r.name ?? cx.say('work.nobody-yet') })) }
  },
})
