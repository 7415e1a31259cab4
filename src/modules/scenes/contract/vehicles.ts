/** Shapes of vehicles that are examined: a bay kept for a time, the examination, the release with a signature. */
import { z } from 'zod'
import { Code, DateText, Id, Instant, Line, actions } from '#kernel/shapes.ts'
import { CoSigner, Outsider } from '#modules/evidence/contract.ts'
import { at } from './attendance.ts'

export const BookBay = z
  .strictObject({
    id: Id.optional(),
    /** The vehicle: a thing whose kind says that it is one. */
    thing: Id,
    /** A place of the stores; it takes as many at once as its capacity says, else one. */
    place: Id,
    from: Instant,
    until: Instant,
    words: Line.nullish(),
  })
  .refine((b) => Date.parse(b.until) > Date.parse(b.from), 'until-after-from')
const booking = { booking: Id }
export const CancelBay = z.strictObject(booking)
export const ExamineVehicle = z.strictObject({
  id: Id.optional(),
  ...booking,
  sceneType: Code,
  words: Line.nullish(),
})
export const ReleaseVehicle = z
  .strictObject({
    ...at,
    /** Somebody with an account, who signs beside with the PIN; or an outsider, who shows a document and draws a name. */
    to: Id.optional(),
    coSigner: CoSigner.optional(),
    outsider: Outsider.optional(),
    words: Line.nullish(),
  })
  .refine((r) => (r.outsider !== undefined) !== (r.coSigner !== undefined), 'coSigner-or-outsider')
  .refine((r) => (r.to !== undefined) === (r.coSigner !== undefined), 'to-and-coSigner')
export const Bays = z.strictObject({
  from: DateText.optional(),
  days: z.coerce.number().int().min(1).max(62).default(14),
  unit: Id.optional(),
})
export const BookingState = z.enum(['booked', 'examined', 'released', 'cancelled'])
const Booking = z.object({
  id: z.string(),
  from: z.string(),
  until: z.string(),
  state: BookingState,
  /** Null of a case that the reader may not see: the bay is taken, and that is all that is told. */
  vehicle: z
    .object({ id: z.string(), number: z.string(), description: z.string(), holder: z.string().nullable() })
    .nullable(),
  attendance: z.object({ id: z.string(), number: z.string() }).nullable(),
  by: z.string().nullable(),
  words: z.string().nullable(),
  actions,
})
export type BaySeen = z.output<typeof BaySeen>
export const BaySeen = z.object({
  id: z.string(),
  name: z.string(),
  capacity: z.number(),
  bookings: z.array(Booking),
})
export const BayList = z.object({ from: z.string(), days: z.number(), items: z.array(BaySeen) })
