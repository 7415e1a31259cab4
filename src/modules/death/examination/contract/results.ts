/** What sections of the laboratory and laboratories outside answered about a death, and what its pathologist says on reading it. */
import { z } from 'zod'
import { Id, Prose } from '#kernel/shapes.ts'
import { onDeath } from '../../call/contract/call.ts'

/** Whether a measured value is that of the event, or of what was given and lost on the way to death (McDIDS: VALID). */
export const reflections = ['event', 'treatment', 'unknown'] as const
export const AcknowledgeResults = z
  .strictObject({
    ...onDeath,
    /** What a section of this laboratory answered, by its request; */
    request: Id.nullish(),
    /** or what came from outside, by its message. */
    message: Id.nullish(),
    /** What stood there when it was read: a result that came since is read again. Left out where a whole paper was read. */
    seen: z.array(Id).max(1_000).nullish(),
    reflects: z.enum(reflections),
    words: Prose.nullish(),
  })
  .refine((v) => Boolean(v.request) !== Boolean(v.message), 'one-of')

export const LabAnswer = z.object({
  source: z.enum(['section', 'outside']),
  /** Of the request, or of the message. */
  id: z.string(),
  number: z.string().nullable(),
  from: z.string(),
  at: z.string().nullable(),
  holdsCause: z.boolean(),
  results: z.array(
    z.object({
      id: z.string(),
      thing: z.string(),
      number: z.string(),
      specimen: z.string(),
      says: z.string(),
      presumptive: z.boolean(),
    }),
  ),
  /** How many results a message from outside holds. */
  count: z.number(),
  read: z
    .object({
      by: z.string().nullable(),
      at: z.string(),
      reflects: z.enum(reflections),
      words: z.string().nullable(),
    })
    .nullable(),
})
export type LabAnswer = z.output<typeof LabAnswer>
