/** What crosses the wire about temporary places: what is left there when nobody is at the counter, and how it is taken in. */
import { z } from 'zod'
import { Id, Line, actions } from '#kernel/shapes.ts'
import { CoSigner, Sha256, Things, partly } from '../../things/contract/parts.ts'
import { ItemLine } from '../../things/contract/seen.ts'

/** What a temporary place asks of whoever leaves something there. */
export const asksOfTemporary = ['nothing', 'witness', 'photograph', 'either'] as const

/** Exhibits out of the person's own hands, or the items of an announcement, which are no exhibits yet. */
export const LeaveItems = z
  .strictObject({
    id: Id.optional(),
    place: Id,
    things: Things.optional(),
    announced: Id.optional(),
    witness: CoSigner.optional(),
    photograph: Sha256.nullish(),
    words: Line.nullish(),
  })
  .refine((l) => (l.things === undefined) !== (l.announced === undefined), 'things-or-announcement')
export const ItemsLeft = z.object({ id: z.string(), things: z.number(), dueAt: z.string() })

export const TemporaryPlaces = z.strictObject({ unit: Id.optional() })
export const TemporaryPlaceList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      path: z.string(),
      unit: z.string(),
      unitName: z.string(),
      asks: z.enum(asksOfTemporary),
      hours: z.number(),
      free: z.boolean(),
    }),
  ),
})

export const PendingIntake = z.strictObject({ unit: Id.optional() })
export const PendingIntakeList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      place: z.object({ id: z.string(), code: z.string(), name: z.string() }),
      by: z.string(),
      where: z.string().nullable(),
      at: z.string(),
      dueAt: z.string(),
      late: z.boolean(),
      hours: z.number(),
      witness: z.string().nullable(),
      /** Whether a photograph was taken of it in its place. */
      photograph: z.boolean(),
      words: z.string().nullable(),
      /** Left as exhibits: those that are still there. */
      things: z.array(ItemLine),
      /** Left as an announcement: taken in with it at the counter. */
      announced: z.object({ id: z.string(), number: z.string(), items: z.number() }).nullable(),
      actions,
    }),
  ),
})
export type PendingIntakeList = z.output<typeof PendingIntakeList>
export const PhotographLeft = z.strictObject({ left: Id })

/** What was scanned at the place is taken in; what is not named stays there and is asked after. */
export const TakeInItems = z.strictObject({
  things: Things,
  partly,
  sealsSeen: z
    .array(
      z.strictObject({
        thing: Id,
        number: z.string().trim().max(60),
        state: z.enum(['intact', 'damaged', 'broken']),
      }),
    )
    .max(500)
    .optional(),
  witness: CoSigner.optional(),
  words: Line.nullish(),
})
