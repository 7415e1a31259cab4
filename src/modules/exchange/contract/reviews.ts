/** Shapes of looking again at cases of older registers. */
import { z } from 'zod'
import { DateText, Id, Prose, actions } from '#kernel/shapes.ts'

export const SeedReviews = z.strictObject({ import: Id })
export const ReviewsSeeded = z.object({
  seeded: z.number(),
  left: z.number().describe('Cases of the import that have no day yet'),
})
export const ReviewsDue = z.strictObject({
  show: z
    .enum(['due', 'all', 'none'])
    .default('due')
    .describe('none: cases for which no rule of the laboratory says a day'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(80).optional(),
})
export const ReviewLine = z.object({
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  source: z.string(),
  dueOn: z.string().nullable(),
  rule: z.string().nullable(),
  words: z.string().nullable(),
  actions,
})
export type ReviewLine = z.output<typeof ReviewLine>
export const ReviewList = z.object({ items: z.array(ReviewLine), nextCursor: z.string().nullable() })
export const ReviewCase = z.strictObject({
  case: Id,
  next: DateText.nullable().describe('When it is looked at again; null where nobody needs to'),
  words: Prose.describe('What was found'),
})
