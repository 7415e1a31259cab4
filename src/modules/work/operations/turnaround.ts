/** How long completed requests took, by section and discipline. */
import { query } from '#platform/define.ts'
import { Turnaround, TurnaroundAnswer } from '../contract.ts'
import { turnaroundOf } from '../store.ts'

export const turnaround = query({
  name: 'work.turnaround',
  summary: 'Tells how long completed requests took, by section and discipline.',
  who: ['section-head', 'director', 'quality-manager', 'observer'],
  input: Turnaround,
  output: TurnaroundAnswer,
  async run(cx, input) {
    cx.allow(null)
    return { items: await turnaroundOf(cx, input) }
  },
})
