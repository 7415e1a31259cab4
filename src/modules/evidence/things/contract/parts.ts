/** Shapes that several acts on evidence share: who signs beside, packaging, seals, photographs, hands before the house, a thing as it comes. */
import { z } from 'zod'
import { Code, Id, Instant, Line, PartialDate } from '#kernel/shapes.ts'
import { DecimalText } from '#kernel/quantity.ts'
import { Answers } from '#modules/catalogue/contract.ts'

export const Created = z.object({ id: z.string(), number: z.string().optional() })
export const Done = z.object({ id: z.string() })
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
/** A weight or a volume that somebody puts in: never below nothing. */
export const Amount = DecimalText.refine((s) => !s.startsWith('-'), 'not-negative')
export const Unit = z.string().trim().min(1).max(20)
/** The second person, who signs in the same act with the PIN. */
export const CoSigner = z
  .strictObject({ person: Id, pin: z.string().regex(/^\d{4,12}$/, 'pin') })
  .meta({ id: 'CoSigner' })
export type CoSigner = z.output<typeof CoSigner>
/**
 * Somebody without an account, or without a PIN at hand, who signs on the device of the other party: a document shown, a
 * signature drawn, a photograph; at least one of them. The name is asked where no known person is meant.
 */
const signing = {
  where: Line.nullish(),
  document: Line.nullish(),
  drawn: Sha256.nullish(),
  photograph: Sha256.nullish(),
}
const shows = (s: { document?: unknown; drawn?: unknown; photograph?: unknown }): boolean =>
  Boolean(s.document ?? s.drawn ?? s.photograph)
export const Signed = z
  .strictObject({ name: Line.nullish(), ...signing })
  .refine(shows, 'signature-shows')
  .meta({ id: 'Signed' })
export type Signed = z.output<typeof Signed>
export const Outsider = z
  .strictObject({ name: Line, ...signing })
  .refine(shows, 'signature-shows')
  .meta({ id: 'Outsider' })
export const Things = z.array(Id).min(1).max(500)
/** With `partly` the rows that may go, go, and the others are named; without it one bad row stops all. */
export const partly = z.boolean().default(false)
export const RefusedRow = z.object({ thing: z.string(), number: z.string(), why: z.string() })
export const refusedRows = z.array(RefusedRow)
export const PackagingInput = z
  .strictObject({
    type: Code,
    colour: Code.nullish(),
    size: Code.nullish(),
    condition: Code.nullish(),
    words: Line.nullish(),
  })
  .meta({ id: 'Packaging' })
export const SealInput = z
  .strictObject({
    number: z.string().trim().min(1).max(60),
    type: Code.nullish(),
    state: z.enum(['intact', 'damaged', 'broken']).default('intact'),
    appliedBy: Line.nullish(),
    appliedAt: Instant.nullish(),
  })
  .meta({ id: 'SealFound' })
export const PhotographInput = z
  .strictObject({
    file: Sha256,
    shows: z.enum(['item', 'packaging', 'seal', 'label', 'contents', 'other']).default('item'),
    caption: Line.nullish(),
    at: Instant.nullish(),
  })
  .meta({ id: 'PhotographInput' })
export const DiscrepancyInput = z
  .strictObject({
    kind: z.enum(['count', 'description', 'packaging', 'seal', 'label', 'weight', 'paper', 'other']),
    expected: Line.nullish(),
    found: Line.nullish(),
    words: Line,
  })
  .meta({ id: 'DiscrepancyInput' })
/** Who held it before it came here: a person known to the house or a name. */
export const PriorHand = z
  .strictObject({
    person: Id.nullish(),
    name: Line.nullish(),
    where: Line.nullish(),
    tookAt: Instant,
    gaveAt: Instant.nullish(),
  })
  .refine((p) => Boolean(p.person ?? p.name), 'person-or-name')
  .meta({ id: 'PriorHand' })
export const Submitter = z
  .strictObject({ person: Id.nullish(), name: Line.nullish(), unit: Id.nullish(), where: Line.nullish() })
  .refine((s) => Boolean(s.person ?? s.name), 'person-or-name')
  .meta({ id: 'Submitter' })
/** A number that stands on the thing already, or that an order gives: never one that was drawn. */
export const OwnNumber = z
  .strictObject({
    text: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} ./_-]{1,39}$/u, 'own-number'),
    why: Line,
  })
  .meta({ id: 'OwnNumber' })
/** What is meant to become of it, by the laboratory's list `intended-disposition`. */
export const Intended = z.strictObject({ as: Code, words: Line.nullish() }).meta({ id: 'Intended' })
export const itemFields = {
  id: Id.optional(),
  description: Line,
  type: Code.nullish(),
  kind: z.enum(['item', 'container', 'kit']).default('item'),
  count: z.number().int().min(1).max(100_000).nullish(),
  quantity: z.strictObject({ value: Amount, unit: Unit }).nullish(),
  packaging: PackagingInput.nullish(),
  seals: z.array(SealInput).max(20).optional(),
  photographs: z.array(PhotographInput).max(50).optional(),
  discrepancies: z.array(DiscrepancyInput).max(20).optional(),
  hazards: z.array(Code).max(10).optional(),
  before: z.array(PriorHand).max(30).optional(),
  /** A party of the case: names stand in the vault of cases only, and are masked there. */
  takenFrom: Id.nullish(),
  takenAt: Instant.nullish(),
  takenOn: PartialDate.nullish(),
  takenPlace: Line.nullish(),
  theirNumber: z.string().trim().max(60).nullish(),
  /** To the form of its type as it holds today; left out where nobody has looked closely yet. */
  answers: Answers.nullish(),
  number: OwnNumber.nullish(),
  intended: Intended.nullish(),
}
export const ItemInput = z.strictObject(itemFields).meta({ id: 'ItemInput' })
export type ItemInput = z.output<typeof ItemInput>
export const ItemCreated = z.object({ id: z.string(), number: z.string(), barcode: z.string() })
export const onItem = { item: Id }
export const OfItem = z.strictObject(onItem)
export const ItemsCreated = z.object({ id: z.string(), items: z.array(ItemCreated) })
export const Moved = z.object({ things: z.number(), refused: refusedRows })
