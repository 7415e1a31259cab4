/** What crosses the wire when a store is opened by count, when something is found in it, and when it must be carried out. */
import { z } from 'zod'
import { OpenCase } from '#modules/cases/contract.ts'
import { Id, Line } from '#kernel/shapes.ts'
import { CoSigner, itemFields } from '../../things/contract/parts.ts'

export const OpenStore = z.strictObject({ id: Id.optional(), place: Id, words: Line.nullish() })
const {
  before: _before,
  takenFrom: _from,
  takenAt: _at,
  takenOn: _on,
  takenPlace: _place,
  ...found
} = itemFields
/** What stands in a place and in no record: of a case that is open, or of one that is opened for it. */
export const RegisterFoundItem = z
  .strictObject({
    place: Id,
    case: Id.optional(),
    newCase: OpenCase.optional(),
    words: Line.nullish(),
    witness: CoSigner.optional(),
    ...found,
  })
  .refine((r) => Boolean(r.case) !== Boolean(r.newCase), 'case-or-new-case')
export const EvacuationQuery = z.strictObject({ place: Id.optional() })
const EvacuationLine = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  path: z.string(),
  witness: z.boolean(),
  keeps: z.array(z.string()),
  /** What is carried: what is packed goes with its container. */
  containers: z.number(),
  things: z.number(),
  dangers: z.array(z.string()),
  /** 1 goes first. */
  first: z.number(),
})
export type EvacuationLine = z.output<typeof EvacuationLine>
export const EvacuationList = z.object({
  title: z.string(),
  items: z.array(EvacuationLine),
  containers: z.number(),
  things: z.number(),
  at: z.string(),
})
export const EvacuationPaper = z.strictObject({
  place: Id.optional(),
  language: z.enum(['en', 'es']).optional(),
})
