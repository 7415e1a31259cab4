/** Shapes of identity documents whose code was read at a scene. */
import { z } from 'zod'
import { Code, Id, Line, PartialDate, storable } from '#kernel/shapes.ts'
import { at } from './attendance.ts'

export const RecordIdentity = z.strictObject({
  id: Id.optional(),
  ...at,
  /** As it was read, every character; the house reads it again. */
  raw: z.string().min(1).max(4_000).refine(storable, 'text'),
  role: Code.describe('Of the list party-role'),
  name: Line,
  born: PartialDate.nullish(),
  sex: Code.nullish(),
  document: Line.nullish(),
  address: Line.nullish(),
})
export const IdentityRecorded = z.object({
  id: z.string(),
  party: z.string(),
  format: z.string().nullable(),
  differs: z.array(z.string()).describe('What the person confirmed otherwise than it was read'),
})
