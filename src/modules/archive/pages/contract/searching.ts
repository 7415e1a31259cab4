/** Shapes of the search over all pages: words, names as they sound, numbers however they are written, with their places on the page. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'
import { Place } from './keying.ts'

export const SearchPages = z.strictObject({
  q: z.string().trim().min(2).max(200),
  file: Id.optional(),
  case: Id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(400).optional(),
})
export const PageHit = z.object({
  page: z.string(),
  seq: z.number(),
  file: z.object({ id: z.string(), number: z.string(), title: z.string().nullable() }),
  case: z.object({ id: z.string(), number: z.string() }).nullable(),
  document: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  turned: z.number(),
  how: z.enum(['written', 'number', 'sounds', 'alike']),
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  marks: z.array(Place),
  /** Shares of the page, from its upper left corner. */
  confidence: z.number().nullable(),
})
export type PageHit = z.output<typeof PageHit>
export const PageHits = z.object({
  items: z.array(PageHit),
  nextCursor: z.string().nullable(),
  total: z.number(),
  totalIsAtLeast: z.boolean(),
  also: z.array(z.string()).describe('Words as they stand on pages that were looked for as well'),
})
export type PageHits = z.output<typeof PageHits>
