/** Shapes of the way from the scene to the laboratory: what was collected is announced as it stands on the record. */
import { z } from 'zod'
import { DateText, Id, Line, Prose } from '#kernel/shapes.ts'
import { at } from './attendance.ts'

export const AnnounceCollected = z.strictObject({
  id: Id.optional(),
  ...at,
  /** The counter that will receive it. */
  to: Id,
  /** Without it: everything of this scene that is in a hand and not announced yet. */
  things: z.array(Id).min(1).max(100).optional(),
  comesOn: DateText.nullish(),
  broughtBy: Line.nullish(),
  words: Prose.nullish(),
})
export const CollectedAnnounced = z.object({ id: z.string(), number: z.string(), items: z.number() })
