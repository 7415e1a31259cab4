/** The counters at which a time can be booked. */
import { query } from '#platform/define.ts'
import { CounterList, Counters } from '../contract/appointments.ts'
import { speakers } from '../roles.ts'
import { countersOn } from '../store/appointments.ts'

export const counters = query({
  name: 'portal.counters',
  summary: 'Lists the counters at which a time can be booked.',
  who: speakers,
  input: Counters,
  output: CounterList,
  async run(cx) {
    cx.allow(null)
    return { items: (await countersOn(cx)).map(({ id, name }) => ({ id, name })) }
  },
})
