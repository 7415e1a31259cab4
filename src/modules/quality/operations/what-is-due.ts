/** What ends soon or is late: calibrations, authorisations, lots, deviations. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { instantOf } from '#kernel/shapes.ts'
import { query } from '#platform/define.ts'
import { Due, WhatIsDue } from '../contract.ts'
import { readers } from '../readers.ts'
import { listDue } from '../store/standing.ts'

const DAY_MS = 86_400_000

export const whatIsDue = query({
  name: 'quality.what-is-due',
  summary: 'Tells what ends soon or is late: calibrations, authorisations, lots, deviations.',
  who: readers,
  input: WhatIsDue,
  output: Due,
  async run(cx, input) {
    cx.allow(null)
    const today = dayOfInstant(cx.now)
    const until = instantOf(Date.parse(today) + input.days * DAY_MS).slice(0, 10)
    const rows = await listDue(cx, today, until)
    return {
      items: rows.map((r) => ({
        ...r,
        late: r.on === null || r.on < today,
        text: cx.say(`quality.due-${r.kind}`, { name: r.name }),
      })),
    }
  },
})
