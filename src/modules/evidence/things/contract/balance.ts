/** What crosses the wire about the mass balance of a family: what came in against what is left and what became of the rest. */
import { z } from 'zod'

export const MassBalance = z.object({
  source: z.object({ id: z.string(), number: z.string() }),
  balance: z
    .object({
      unit: z.string(),
      received: z.string(),
      left: z.string(),
      used: z.string(),
      returned: z.string(),
      destroyed: z.string(),
      difference: z.string(),
      uncertainty: z.string(),
      verdict: z.enum(['balances', 'less', 'more']),
      unweighed: z.array(z.string()),
    })
    .nullable(),
  things: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      description: z.string(),
      state: z.string(),
      first: z.string().nullable(),
      now: z.string().nullable(),
    }),
  ),
  explained: z
    .object({ words: z.string(), by: z.string(), at: z.string(), witness: z.string().nullable() })
    .nullable(),
})
