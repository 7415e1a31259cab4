/** What crosses the wire when both places of the files are compared, and when one is healed from the other. */
import { z } from 'zod'
import { Id, listInput, listOf } from '#kernel/shapes.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
export const ComparePlaces = z.strictObject({
  /** From the file after this one on. */
  after: Sha256.nullish(),
  most: z.number().int().min(1).max(5000).default(1000),
  heal: z.boolean().default(false),
})
const standing = z.enum(['whole', 'missing', 'changed'])
export const PlacesCompared = z.object({
  id: z.string(),
  compared: z.number().int(),
  wrong: z.array(
    z.object({
      sha256: z.string(),
      near: standing,
      far: standing,
      heals: z.boolean().describe('It was ordered: a worker takes it from the place where it is whole'),
    }),
  ),
  ordered: z.number().int(),
  /** Where the next count goes on; null: this was the last. */
  next: z.string().nullable(),
})
const outcome = z.enum(['healed', 'no-whole-copy', 'destroyed'])
export const HealFile = z.strictObject({ healing: Id })
export const FileHealed = z.object({ id: z.string(), sha256: z.string(), outcome })
export type HealOutcome = z.output<typeof outcome>
export const Healings = z.strictObject({ ...listInput, state: z.enum(['open', 'all']).default('all') })
export const HealingLine = z.object({
  id: z.string(),
  sha256: z.string(),
  place: z.enum(['near', 'far']),
  found: z.enum(['missing', 'changed']),
  orderedAt: z.string(),
  outcome: outcome.nullable().describe('null: still to be done'),
  endedAt: z.string().nullable(),
})
export type HealingLine = z.output<typeof HealingLine>
export const HealingList = listOf(HealingLine).extend({
  twoPlaces: z.boolean().describe('The installation keeps its files in two places'),
})
export type HealingList = z.output<typeof HealingList>
