/** What crosses the wire when one word is changed on many exhibits in one act: tried first, done, seen, put back. */
import { z } from 'zod'
import { Code, Id, actions } from '#kernel/shapes.ts'
import { Things, partly, refusedRows } from './parts.ts'
import { FindItems } from './lists.ts'

/** Its kind, what is meant to become of it, or a danger that is flagged on it. */
const whatsOfBatch = ['type', 'intended', 'hazard'] as const
const word = { what: z.enum(whatsOfBatch), code: Code }

/** The exhibits are those of the worklist with these filters: at most five hundred, each with its verdict. */
const { cursor: _cursor, limit: _limit, sort: _sort, ...filters } = FindItems.shape
export const TryBatch = z.strictObject({ ...filters, ...word })
export const BatchTried = z.object({
  name: z.string(),
  good: z.number(),
  /** More fit the filters than one act takes. */
  tooMany: z.boolean(),
  rows: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      description: z.string(),
      before: z.string().nullable(),
      why: z.string().nullable(),
    }),
  ),
})
export type BatchTried = z.output<typeof BatchTried>
export const ChangeTogether = z.strictObject({ id: Id.optional(), ...word, things: Things, partly })
export const PutBack = z.strictObject({ id: Id.optional(), batch: Id, partly })
export const BatchDone = z.object({ id: z.string(), things: z.number(), refused: refusedRows })
export const OfBatch = z.strictObject({ batch: Id })
const BatchLine = z.object({
  id: z.string(),
  what: z.enum(whatsOfBatch),
  name: z.string(),
  things: z.number(),
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
      thing: z.string(),
      number: z.string(),
      description: z.string(),
      before: z.string().nullable(),
    }),
  ),
  actions,
})

export const Batches = z.strictObject({})
export const BatchList = z.object({ items: z.array(BatchLine) })
export type BatchList = z.output<typeof BatchList>
