/** How old examinations are until the cause is final, by pathologist: within ninety days or over. */
import { query } from '#platform/define.ts'
import { Ageing, AgeingSeen } from '../contract.ts'
import { readers } from '../../roles.ts'
import { ageingOf } from '../store/examinations.ts'

export const ageing = query({
  name: 'death.ageing',
  summary: 'How old examinations are until the cause is final, by pathologist: within ninety days or over.',
  who: readers,
  input: Ageing,
  output: AgeingSeen,
  async run(cx, input) {
    cx.allow(null)
    const rows = await ageingOf(cx, input)
    return {
      definition: cx.say('death.ageing-definition'),
      items: rows.map((r) => ({
        pathologist: r.pathologist,
        name: r.name ?? cx.say('death.nobody-yet'),
        open: r.open,
        within90: r.within90,
        over90: r.over90,
        finished: r.finished,
        medianDays: r.median,
      })),
    }
  },
})
