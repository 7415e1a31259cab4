/** Appointments that I booked, and those of the counters that I serve, the next first. */
import { addDays, dayOfInstant, instantAt } from '#kernel/calendar.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { AppointmentList, Appointments } from '../contract/appointments.ts'
import { speakers } from '../roles.ts'
import { mayGiveBack } from '../rules/times.ts'
import { listAppointments } from '../store/appointments.ts'

export const appointments = query({
  name: 'portal.appointments',
  summary: 'Lists appointments that you booked, and those of the counters that you serve, the next first.',
  who: speakers,
  input: Appointments,
  output: AppointmentList,
  async run(cx, input) {
    cx.allow(null)
    const since = instantAt(input.day ?? dayOfInstant(cx.now), '00:00')
    const before = input.day ? instantAt(addDays(input.day, 1), '00:00') : null
    const { rows, nextCursor } = await listAppointments(cx, input, since, before)
    return {
      items: rows.map((a) => ({
        id: a.id,
        at: a.starts_at,
        minutes: a.minutes,
        counter: { id: a.counter, name: a.counter_name },
        by: a.by_name,
        mine: a.person === cx.actor.id,
        submission: a.submission,
        withdrawn: a.withdrawn,
        actions: actionsOf(cx, a, { 'portal.withdraw-appointment': mayGiveBack(a, cx.now) }),
      })),
      nextCursor,
    }
  },
})
