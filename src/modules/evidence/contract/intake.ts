/** What crosses the wire at the counter: a submission received or refused, one more item. */
import { z } from 'zod'
import { Code, Id, Line, Prose } from '#kernel/shapes.ts'
import { OpenCase } from '#modules/cases/contract.ts'
import { CoSigner, PriorHand, Submitter, itemFields, ItemInput } from './parts.ts'

export const KitContents = z.array(ItemInput).max(100)
export const SubmittedItem = z
  .strictObject({ ...itemFields, contents: KitContents.optional() })
  .meta({ id: 'SubmittedItem' })
export const ReceiveSubmission = z
  .strictObject({
    id: Id.optional(),
    case: Id.optional(),
    newCase: OpenCase.optional(),
    submittedBy: Submitter,
    way: Code.nullish(),
    words: Prose.nullish(),
    before: z.array(PriorHand).max(30).optional(),
    items: z.array(SubmittedItem).min(1).max(200),
    coSigner: CoSigner.optional(),
  })
  .refine((s) => (s.case === undefined) !== (s.newCase === undefined), 'case-or-new-case')
export type ReceiveSubmission = z.output<typeof ReceiveSubmission>
export const SubmissionReceived = z.object({
  id: z.string(),
  number: z.string(),
  case: z.object({ id: z.string(), number: z.string() }),
  items: z.array(z.object({ id: z.string(), number: z.string(), barcode: z.string() })),
})
export const RefuseSubmission = z.strictObject({
  id: Id.optional(),
  case: Id,
  submittedBy: Submitter,
  why: Code,
  words: Line.nullish(),
})
export const ReceiveItem = z.strictObject({
  case: Id,
  submission: Id.nullish(),
  from: Submitter,
  ...itemFields,
})
