/** What crosses the wire when a sexual assault kit is followed from the hospital to its end: a serial, stages, nobody’s name. */
import { z } from 'zod'
import { Code, Id, Line, actions, listInput, listOf } from '#kernel/shapes.ts'

export const KitSerial = z
  .string()
  .trim()
  .min(3)
  .max(40)
  .regex(/^[\p{L}\p{N} ._/-]+$/u, 'code')
  .transform((s) => s.toUpperCase())
export const BeginKit = z.strictObject({
  id: Id.optional(),
  serial: KitSerial,
  /** The office that it goes to next. */
  to: Id.nullish(),
})
export const ScanKit = z.strictObject({
  serial: KitSerial,
  /** Left out: the next one that this office may set. */
  stage: Code.nullish(),
  to: Id.nullish(),
  words: Line.nullish(),
})
export const FindKits = z.strictObject({
  limit: listInput.limit,
  cursor: listInput.cursor,
  show: z.enum(['open', 'overdue', 'all']).default('open'),
})
const named = z.object({ code: z.string(), name: z.string() })
export const KitTold = z.object({ id: z.string(), serial: z.string(), stage: named, next: named.nullable() })
export const TrackedKit = z.object({
  id: z.string(),
  serial: z.string(),
  stage: named,
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  ended: z.boolean(),
  next: named.nullable(),
  with: z.string(),
  to: z.string().nullable(),
  steps: z.array(
    z.object({
      stage: named,
      at: z.string(),
      unit: z.string(),
      by: z.string(),
      words: z.string().nullable(),
    }),
  ),
  actions,
})
export type TrackedKit = z.output<typeof TrackedKit>
export const KitTrackList = listOf(TrackedKit).extend({
  /** How many wait after each stage, and how many of them too long. */
  stages: z.array(z.object({ stage: named, kits: z.number(), overdue: z.number() })),
})
