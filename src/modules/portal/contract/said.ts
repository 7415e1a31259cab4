/** What somebody said, in a question, an answer or a line of help: the one shape in which it is shown. */
import { z } from 'zod'

export const Said = z.object({
  id: z.string(),
  /** Null once it was destroyed by order. */
  text: z.string().nullable(),
  by: z.string(),
  mine: z.boolean(),
  at: z.string(),
})
export type Said = z.output<typeof Said>
