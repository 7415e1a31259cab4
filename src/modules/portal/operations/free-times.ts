/** The times of a day at which a counter has room. */
import { addDays, instantAt } from '#kernel/calendar.ts'
import { query } from '#platform/define.ts'
import { FreeTimes, FreeTimesSeen } from '../contract/appointments.ts'
import { speakers } from '../roles.ts'
import { freeTimes as freeOf } from '../rules/times.ts'
import { counterOn, takenBetween } from '../store/appointments.ts'

export const freeTimes = query({
  name: 'portal.free-times',
  summary: 'Lists the times of a day at which a counter has room.',
  who: speakers,
  input: FreeTimes,
  output: FreeTimesSeen,
  async run(cx, input) {
    cx.allow(null)
    const { id, hours } = await counterOn(cx, input.counter, input.day)
    const taken = await takenBetween(
      cx,
      id,
      instantAt(input.day, '00:00'),
      instantAt(addDays(input.day, 1), '00:00'),
    )
    return { items: freeOf(hours, input.day, taken, cx.now), minutes: hours.minutes }
  },
})
