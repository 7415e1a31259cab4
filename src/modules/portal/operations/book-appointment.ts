/** Books a time at a counter, so that it is ready when one comes. */
import { notifyUnit } from '#identity/notices.ts'
import { openNewSight, oversight } from '#identity/sight.ts'
import { addDays, dayOfInstant, instantAt } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Told } from '../contract.ts'
import { BookAppointment } from '../contract/appointments.ts'
import { speakers } from '../roles.ts'
import { mayBook } from '../rules/times.ts'
import { counterOn, takenBetween } from '../store/appointments.ts'

export const bookAppointment = command({
  name: 'portal.book-appointment',
  summary: 'Books a time at a counter, so that it is ready when you come.',
  who: speakers,
  input: BookAppointment,
  output: Told,
  async run(cx, input) {
    cx.allow(null)
    const day = dayOfInstant(input.at)
    // Two who want the last place of one time wait for each other at the counter.
    await cx.lock([ref('identity.unit', input.counter)])
    const counter = await counterOn(cx, input.counter, day)
    const taken = await takenBetween(
      cx,
      counter.id,
      instantAt(day, '00:00'),
      instantAt(addDays(day, 1), '00:00'),
    )
    refuseUnless(mayBook(counter.hours, input.at, taken, cx.actor.id, cx.now))
    const id = input.id ?? cx.newId()
    const subject = ref('portal.appointment', id)
    await cx.record({
      subject,
      root: id,
      facts: { counter: counter.id, at: input.at },
      rows: {
        'portal.appointment': [
          {
            id,
            root: id,
            unit: counter.id,
            person: cx.actor.id,
            by_name: cx.actor.name,
            starts_at: input.at,
            minutes: counter.hours.minutes,
            submission: input.submission ?? null,
          },
        ],
      },
    })
    await openNewSight(
      cx,
      'portal.id-in-use',
      [cx.actor.id, counter.id, oversight].map((principal) => ({
        root: id,
        principal,
        why: 'portal.book-appointment',
      })),
    )
    await notifyUnit(cx, counter.id, 'portal.notice-booked', {
      subject,
      root: id,
      path: '/portal/appointments',
    })
    return { id }
  },
})
