/** Appointments at a counter: the shapes. */
import { z } from 'zod'
import { DateText, Id, Instant, actions, listInput, listOf } from '#kernel/shapes.ts'

export const FreeTimes = z.strictObject({ counter: Id, day: DateText })
export const FreeTimesSeen = z.object({
  items: z.array(z.object({ at: z.string(), left: z.number().int() })),
  minutes: z.number().int(),
})
export type FreeTimesSeen = z.output<typeof FreeTimesSeen>
export const Counters = z.strictObject({})
export const CounterList = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
export type CounterList = z.output<typeof CounterList>

export const BookAppointment = z.strictObject({
  id: Id.optional(),
  counter: Id,
  at: Instant,
  /** The announcement that is brought. */
  submission: Id.nullish(),
})
export const WithdrawAppointment = z.strictObject({ appointment: Id })
export const Appointments = z.strictObject({ ...listInput, counter: Id.optional(), day: DateText.optional() })
export const AppointmentSeen = z.object({
  id: z.string(),
  at: z.string(),
  minutes: z.number().int(),
  counter: z.object({ id: z.string(), name: z.string() }),
  by: z.string(),
  mine: z.boolean(),
  submission: z.string().nullable(),
  withdrawn: z.boolean(),
  actions,
})
export type AppointmentSeen = z.output<typeof AppointmentSeen>
export const AppointmentList = listOf(AppointmentSeen)
