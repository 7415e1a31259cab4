/** Shapes of what was found: marks, measurements, what was collected, prints lifted, what somebody said. */
import { z } from 'zod'
import { Code, Id, Line, Prose } from '#kernel/shapes.ts'
import { DecimalText } from '#kernel/quantity.ts'
import { ItemInput } from '#modules/evidence/contract.ts'
import { at } from './attendance.ts'
import { Position } from './call-outs.ts'

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
export const MarkEvidence = z.strictObject({
  id: Id.optional(),
  ...at,
  label: z.string().trim().min(1).max(12),
  words: Line,
  spot: Line.nullish(),
  position: Position.nullish(),
})
export const AddMeasurement = z.strictObject({
  id: Id.optional(),
  ...at,
  from: Line,
  to: Line,
  value: DecimalText,
  unit: z.string().trim().min(1).max(20),
  method: Line.nullish(),
  mark: Id.nullish(),
  words: Line.nullish(),
})
const own = {
  ...at,
  mark: Id.nullish(),
  /** A barcode given out before: the thing takes the id that this code stands for. */
  label: z.string().trim().max(40).nullish(),
}
export const CollectItem = z.strictObject({
  ...ItemInput.omit({ before: true }).shape,
  ...own,
  how: Line.nullish().describe('How it was taken up: gloved hand, tweezers, swab'),
  sealNumber: z
    .string()
    .trim()
    .max(60)
    .nullish()
    .describe('The seal that the collector put on; others as found stand in “seals”'),
})
export const LiftPrint = z.strictObject({
  id: Id.optional(),
  ...own,
  description: Line,
  surface: Line,
  method: Line,
  photograph: Id.nullish().describe('The photograph of the print where it was, before it was lifted'),
  type: Code.nullish(),
  packaging: ItemInput.shape.packaging,
  sealNumber: z.string().trim().max(60).nullish(),
})
export const Collected = z.object({
  id: z.string(),
  number: z.string(),
  barcode: z.string(),
})
export const StatementFile = z.strictObject({ statement: Id })
export const RecordStatement = z
  .strictObject({
    id: Id.optional(),
    ...at,
    party: Id.nullish().describe('A party of the case'),
    name: Line.nullish(),
    language: Code.nullish(),
    words: Prose.nullish(),
    /** A recording or a page, sent first. */
    file: Sha256.nullish(),
  })
  .refine((s) => Boolean(s.party ?? s.name), 'person-or-name')
  .refine((s) => Boolean(s.words ?? s.file), 'words-or-file')
