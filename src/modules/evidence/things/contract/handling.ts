/** What crosses the wire when somebody works on a thing in hand: describe, photograph, seal, open, itemise, pack, weigh, split, use up, warn, label. */
import { z } from 'zod'
import { Code, Id, Line, Prose } from '#kernel/shapes.ts'
import { Answers } from '#modules/catalogue/contract.ts'
import {
  Amount,
  Unit,
  CoSigner,
  Things,
  PackagingInput,
  PhotographInput,
  DiscrepancyInput,
  ItemInput,
  onItem,
} from './parts.ts'

export const CorrectDescription = z.strictObject({
  ...onItem,
  description: Line,
  type: Code.nullish(),
  count: z.number().int().min(1).max(100_000).nullish(),
})
export const DescribeItem = z.strictObject({ ...onItem, answers: Answers })
export const PhotographItem = z.strictObject({ id: Id.optional(), ...onItem, ...PhotographInput.shape })
export const SealItem = z.strictObject({
  id: Id.optional(),
  ...onItem,
  number: z.string().trim().min(1).max(60),
  type: Code.nullish(),
  witness: CoSigner.optional(),
})
/** The dangers that whoever opens it was shown and names back; one that is not named stops the opening. */
const aware = z.array(Code).max(20).default([])
export const BreakSeal = z.strictObject({
  ...onItem,
  number: z.string().trim().min(1).max(60),
  condition: z.enum(['intact', 'damaged']).default('intact'),
  why: Line,
  photograph: PhotographInput.nullish(),
  aware,
})
export const NoteDiscrepancy = z.strictObject({ id: Id.optional(), ...onItem, ...DiscrepancyInput.shape })
export const PrintLabel = z.strictObject({
  items: Things.max(200),
  format: z.enum(['pdf', 'zpl']).default('pdf'),
})
export const TakeSubsample = z.strictObject({
  id: Id.optional(),
  ...onItem,
  description: Line,
  type: Code.nullish(),
  amount: Amount.nullish(),
  unit: Unit.nullish(),
  how: Line.nullish(),
  packaging: PackagingInput.nullish(),
})
export const ItemisePackage = z.strictObject({
  ...onItem,
  seal: z.string().trim().max(60).nullish(),
  why: Line,
  condition: z.enum(['intact', 'damaged']).default('intact'),
  /** Nothing at all is a finding too: an empty bag. */
  found: z.array(ItemInput).max(200),
  expected: z.number().int().min(0).max(100_000).nullish(),
  aware,
  photographs: z.array(PhotographInput).max(20).optional(),
})
export const PackItems = z
  .strictObject({ things: Things, container: Id.nullish(), newContainer: ItemInput.nullish() })
  .refine((p) => Boolean(p.container) !== Boolean(p.newContainer), 'container-or-new-container')
export const UnpackItems = z.strictObject({ things: Things })
export const WeighItem = z
  .strictObject({
    id: Id.optional(),
    ...onItem,
    gross: Amount.nullish(),
    tare: Amount.nullish(),
    net: Amount.nullish(),
    unit: Unit,
    equipment: Id.nullish(),
    tolerance: Amount.nullish(),
    witness: CoSigner.optional(),
    words: Line.nullish(),
  })
  .refine((w) => (w.net ?? w.gross) !== undefined && (w.net ?? w.gross) !== null, 'net-or-gross')
export const Weighed = z.object({
  id: z.string(),
  net: z.object({ value: z.string(), unit: z.string() }),
  expected: z.string().nullable(),
  finding: z.string().nullable(),
})
export const ConsumeItem = z.strictObject({
  ...onItem,
  amount: Amount.nullish(),
  unit: Unit.nullish(),
  whole: z.boolean().default(false),
  why: Line,
})
export const FlagHazard = z.strictObject({ ...onItem, hazard: Code, words: Line.nullish() })
export const MakeSafe = z.strictObject({ ...onItem, hazard: Code, how: Line, witness: CoSigner.optional() })
export const RepackItem = z.strictObject({ ...onItem, packaging: PackagingInput })
export const CustodyForm = z.strictObject({ item: Id, language: z.enum(['en', 'es']).optional() })
/** On what labels are printed; `skip` are the places of the first sheet that are used up. */
const paper = {
  format: z.enum(['pdf', 'zpl']).default('pdf'),
  sheet: z.enum(['a4-70x37', 'a4-63x34', 'roll-50x25', 'own']).default('a4-70x37'),
  skip: z.coerce.number().int().min(0).max(23).default(0),
}
export const LabelQuery = z.strictObject({
  items: z
    .string()
    .max(8_000)
    .transform((s) => s.split(','))
    .pipe(z.array(Id).min(1).max(200)),
  ...paper,
})
/** Codes to scan beside things: doors and shelves, badges, purposes. */
export const CodeSheetQuery = z.strictObject({
  of: z.enum(['places', 'people', 'purposes']),
  unit: Id.optional(),
  place: Id.optional(),
  ...paper,
})
export const PhotographFile = z.strictObject({ photograph: Id })
export const ExplainDifference = z.strictObject({
  ...onItem,
  about: z.string().min(1).max(120),
  words: Prose,
  witness: CoSigner.optional(),
})
