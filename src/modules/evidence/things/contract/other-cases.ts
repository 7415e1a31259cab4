/** What crosses the wire about a thing that is evidence in more cases than the one it came in with. */
import { z } from 'zod'
import { Id, Line } from '#kernel/shapes.ts'
import { onItem } from './parts.ts'
import { itemStates } from './seen.ts'

export const AddToCase = z.strictObject({ id: Id.optional(), ...onItem, case: Id, why: Line })
export const TakeFromCase = z.strictObject({ ...onItem, case: Id, why: Line })
export const CasesOfItem = z.object({
  /** The case that it came in with; it bears that case's number. */
  primary: z.object({ id: z.string(), number: z.string() }),
  others: z.array(
    z.object({
      case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
      why: z.string(),
      by: z.string(),
      at: z.string(),
      ended: z.object({ why: z.string(), by: z.string(), at: z.string() }).nullable(),
    }),
  ),
})
export type CasesOfItem = z.output<typeof CasesOfItem>
export const ItemsOfOtherCases = z.strictObject({ case: Id })
export const AlsoList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      description: z.string(),
      state: z.enum(itemStates),
      primary: z.string(),
      why: z.string(),
      by: z.string(),
      at: z.string(),
      /** Whether this reader may open its page. */
      opens: z.boolean(),
    }),
  ),
})
