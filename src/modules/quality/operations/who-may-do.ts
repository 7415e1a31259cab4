/** Who may do a method on a day, and who may review it. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { query } from '#platform/define.ts'
import { Authorised, WhoMayDo } from '../contract.ts'
import { readers } from '../readers.ts'
import { authorisationsOf, methodRow } from '../store/standing.ts'

export const whoMayDo = query({
  name: 'quality.who-may-do',
  summary: 'Tells who may do a method on a day, and who may review it.',
  who: readers,
  input: WhoMayDo,
  output: Authorised,
  async run(cx, input) {
    cx.allow(null)
    const method = await methodRow(cx, input.code)
    const on = input.on ?? dayOfInstant(cx.now)
    return { items: await authorisationsOf(cx, { method: method.code, as: input.as, on }) }
  },
})
