/** What crosses the wire about the exhibits of a case as a whole. */
import { Id } from '#kernel/shapes.ts'
import { z } from 'zod'

export const DangersOfCase = z.strictObject({ case: Id })
export const DangerList = z.object({
  items: z.array(
    z.object({
      hazard: z.string(),
      name: z.string(),
      /** How many exhibits, and the numbers of the first six. */
      things: z.number(),
      numbers: z.array(z.string()),
    }),
  ),
})
