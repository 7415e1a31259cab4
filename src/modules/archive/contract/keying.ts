/** Shapes of keying: what to key next, what two people keyed without seeing each other, what a third decided. */
import { z } from 'zod'
import { Code, Id } from '#kernel/shapes.ts'

/** One field as keyed: values, or that the page does not say, or that it cannot be read. */
export const Keyed = z
  .strictObject({
    field: Code,
    values: z.array(z.string().trim().min(1).max(300)).max(40).default([]),
    absent: z.enum(['unknown', 'illegible']).nullish(),
    page: Id.nullish().describe('Where it stands'),
  })
  .refine((k) => k.values.length > 0 !== Boolean(k.absent), 'value-or-absent')
export type Keyed = z.output<typeof Keyed>
