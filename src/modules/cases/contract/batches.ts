/** What crosses the wire when one word is changed on many cases in one act: tried first, done, seen, put back. */
import { z } from 'zod'
import { Id, actions } from '#kernel/shapes.ts'
import { FindCases } from './finding.ts'

/** How soon, or whose. */
const whatsOfBatch = ['priority', 'investigator'] as const
/** A priority from 1 to 4, or the id of the person or unit that investigates from now on. */
const word = { what: z.enum(whatsOfBatch), to: z.string().min(1).max(36) }
const fits = (w: { what: string; to: string }): boolean =>
  w.what === 'priority' ? /^[1-4]$/.test(w.to) : Id.safeParse(w.to).success
const partly = z.boolean().default(false)

/** The cases are those of the worklist with these filters: at most five hundred, each with its verdict. */
const { cursor: _cursor, limit: _limit, sort: _sort, ...filters } = FindCases.shape
export const TryBatch = z.strictObject({ ...filters, ...word }).refine(fits, 'batch-word')
export const BatchTried = z.object({
  name: z.string(),
  good: z.number(),
  /** More fit the filters than one act takes. */
  tooMany: z.boolean(),
  rows: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      before: z.string().nullable(),
      why: z.string().nullable(),
    }),
  ),
})
export type BatchTried = z.output<typeof BatchTried>
export const ChangeTogether = z
  .strictObject({ id: Id.optional(), ...word, cases: z.array(Id).min(1).max(500), partly })
  .refine(fits, 'batch-word')
export const PutBack = z.strictObject({ id: Id.optional(), batch: Id, partly })
export const BatchDone = z.object({
  id: z.string(),
  cases: z.number(),
  refused: z.array(z.object({ case: z.string(), number: z.string(), why: z.string() })),
})
export const OfBatch = z.strictObject({ batch: Id })
const BatchLine = z.object({
  id: z.string(),
  what: z.enum(whatsOfBatch),
  name: z.string(),
  /** How many were changed, those that the reader does not see too. */
  cases: z.number(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  /** The act that put it back, and the one that this puts back. */
  undoneBy: z.string().nullable(),
  undoes: z.string().nullable(),
})
export const BatchSeen = BatchLine.extend({
  rows: z.array(
    z.object({
      case: z.string(),
      number: z.string(),
      title: z.string(),
      before: z.string().nullable(),
      /** Whether what the batch said still holds. */
      stands: z.boolean(),
    }),
  ),
  actions,
})
export type BatchSeen = z.output<typeof BatchSeen>
export const Batches = z.strictObject({})
export const BatchList = z.object({ items: z.array(BatchLine) })
export type BatchList = z.output<typeof BatchList>
