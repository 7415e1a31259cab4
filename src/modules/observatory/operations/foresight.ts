/** The work of a year by area as Project FORESIGHT counts it, with what it cost. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { query } from '#platform/define.ts'
import { Foresight, ForesightSeen } from '../contract/work.ts'
import { foresightOf } from '../foresight.ts'
import { readers } from '../roles.ts'

export const foresight = query({
  name: 'observatory.foresight',
  summary: 'The work of a year by area as Project FORESIGHT counts it, with what it cost.',
  who: readers,
  input: Foresight,
  output: ForesightSeen,
  async run(cx, input) {
    cx.allow(null)
    return foresightOf(cx, input.year ?? dayOfInstant(cx.now).slice(0, 4))
  },
})
