/** What crosses the wire about who may have the papers of a death. */
import { z } from 'zod'

export const RecordsSeen = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      parts: z.array(z.object({ part: z.string(), state: z.enum(['ready', 'waits', 'absent']) })),
      ok: z.boolean(),
      why: z.string().nullable(),
      next: z.string().nullable(),
    }),
  ),
})
export type RecordsSeen = z.output<typeof RecordsSeen>
