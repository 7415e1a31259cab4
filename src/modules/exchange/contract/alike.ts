/** Shapes of comparing what came with what is there: one pair at a time, both sides beside each other. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'

export const NextAlike = z.strictObject({
  kind: z
    .enum(['cases', 'files'])
    .default('cases')
    .describe('Cases that came with an import, or paper files without a case'),
  unsure: z.stringbool().default(false).describe('Only pairs about which somebody could not say'),
  after: z.string().max(80).optional(),
})
const Side = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  type: z.string().nullable(),
  on: z.string().nullable(),
  place: z.string().nullable(),
  numbers: z.array(z.string()),
  names: z.array(z.string()),
  opened: z.string().nullable(),
})
export type Side = z.output<typeof Side>
export const AlikeSeen = z.object({
  pair: z
    .object({
      kind: z.enum(['cases', 'files']),
      came: Side.extend({
        source: z.string().nullable(),
        written: z.record(z.string(), z.string()).nullable(),
      }),
      there: Side,
      score: z.number(),
      reasons: z.array(z.object({ key: z.string(), value: z.string(), text: z.string() })),
      others: z.number().describe('Further cases that look like what came'),
    })
    .nullable(),
  next: z.string().nullable().describe('Where to go on looking; null at the end'),
})
export type AlikeSeen = z.output<typeof AlikeSeen>
export const DecideAlike = z.strictObject({
  case: Id.describe('The case that came'),
  other: Id.describe('The case that was there, and goes on'),
  verdict: z.enum(['same', 'another', 'not-sure']),
})
export const AlikeDecisions = z.strictObject({ case: Id })
export const AlikeDecided = z.object({
  items: z.array(
    z.object({
      case: z.string(),
      other: z.object({ id: z.string(), number: z.string(), title: z.string() }),
      verdict: z.enum(['same', 'another', 'not-sure']),
      score: z.number(),
      by: z.string(),
      at: z.string(),
    }),
  ),
})
export type AlikeDecided = z.output<typeof AlikeDecided>
