/** What crosses the wire at the counter: a submission received or refused, one more item. */
import { z } from 'zod'
import { Code, Id, Line, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { OpenCase } from '#modules/cases/contract.ts'
import { CoSigner, PriorHand, Signed, Submitter, itemFields, ItemInput } from '../../things/contract/parts.ts'
import { ItemLine } from '../../things/contract/seen.ts'
import { Seizure, TakesUp } from './announced.ts'

export type OpenCaseInput = z.output<typeof OpenCase>
export const KitContents = z.array(ItemInput).max(100)
export const SubmittedItem = z
  .strictObject({ ...itemFields, contents: KitContents.optional() })
  .meta({ id: 'SubmittedItem' })
/** What goes back over the counter at once, with the reason. */
export const RefusedItem = z
  .strictObject({
    description: Line,
    theirNumber: z.string().trim().max(60).nullish(),
    seal: z.string().trim().max(60).nullish(),
    why: Code,
    words: Line.nullish(),
    /** The item of the announcement that this is. */
    item: Id.nullish(),
    /** What it is: a gun that is not shown safe is not sent back. */
    type: Code.nullish(),
    shownSafe: z.boolean().optional(),
  })
  .meta({ id: 'RefusedItem' })
export type RefusedItem = z.output<typeof RefusedItem>
export const ReceiveSubmission = z
  .strictObject({
    id: Id.optional(),
    case: Id.optional(),
    newCase: OpenCase.optional(),
    submittedBy: Submitter,
    way: Code.nullish(),
    words: Prose.nullish(),
    before: z.array(PriorHand).max(30).optional(),
    /** The announcement that this is: what was said then is taken over, and what differs is noted item by item. */
    announced: TakesUp.optional(),
    seizure: Seizure.optional(),
    items: z.array(SubmittedItem).min(1).max(200),
    refused: z.array(RefusedItem).max(200).optional(),
    coSigner: CoSigner.optional(),
    signed: Signed.optional(),
  })
  .refine((s) => (s.case === undefined) !== (s.newCase === undefined), 'case-or-new-case')
export type ReceiveSubmission = z.output<typeof ReceiveSubmission>
export const SubmissionReceived = z.object({
  id: z.string(),
  number: z.string(),
  case: z.object({ id: z.string(), number: z.string() }),
  items: z.array(z.object({ id: z.string(), number: z.string(), barcode: z.string() })),
})
export const RefuseSubmission = z
  .strictObject({
    id: Id.optional(),
    case: Id.optional(),
    newCase: OpenCase.optional(),
    submittedBy: Submitter,
    announced: TakesUp.optional(),
    why: Code,
    words: Line.nullish(),
    refused: z.array(RefusedItem).max(200).optional(),
    coSigner: CoSigner.optional(),
    signed: Signed.optional(),
  })
  .refine((s) => (s.case === undefined) !== (s.newCase === undefined), 'case-or-new-case')
export type RefuseSubmission = z.output<typeof RefuseSubmission>
export const ReceiveItem = z.strictObject({
  case: Id,
  submission: Id.nullish(),
  from: Submitter,
  ...itemFields,
})

export const FindSubmissions = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum(['all', 'received', 'refused']).default('all'),
  case: Id.optional(),
  mine: z.coerce.boolean().optional(),
})
const submissionLine = {
  id: z.string(),
  number: z.string(),
  state: z.enum(['received', 'refused']),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  by: z.string(),
  where: z.string().nullable(),
  at: z.string(),
  receivedBy: z.string(),
  unit: z.string().nullable(),
  items: z.number(),
  refused: z.number(),
}
export const SubmissionLine = z.object(submissionLine)
export const SubmissionList = listOf(SubmissionLine)
export const OfSubmission = z.strictObject({ id: Id })
/** Signed with the PIN of an account, on the counter's device, or by nobody but the one who received. */
export const SubmissionSeen = z.object({
  ...submissionLine,
  way: z.string().nullable(),
  wayName: z.string().nullable(),
  words: z.string().nullable(),
  refusal: z.string().nullable(),
  refusalName: z.string().nullable(),
  signed: z.enum(['pin', 'device', 'none']),
  /** Where each is now, and how it came: the seals of intake stay what the receipt says. */
  things: z.array(
    ItemLine.extend({
      came: z.object({ packaging: z.string().nullable(), seals: z.array(z.string()) }),
    }),
  ),
  notTaken: z.array(
    z.object({
      description: z.string(),
      theirNumber: z.string().nullable(),
      seal: z.string().nullable(),
      why: z.string(),
      whyName: z.string(),
      words: z.string().nullable(),
    }),
  ),
  actions,
})
export type SubmissionSeen = z.output<typeof SubmissionSeen>
export const ReceiptQuery = z.strictObject({ submission: Id, language: z.enum(['en', 'es']).optional() })
