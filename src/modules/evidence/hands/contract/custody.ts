/** What crosses the wire when a thing changes hands: stored, taken out, handed over, sent, at court, missing, given back. */
import { z } from 'zod'
import { Code, Id, Instant, Line } from '#kernel/shapes.ts'
import {
  CoSigner,
  Moved,
  Outsider,
  PriorHand,
  Signed,
  Things,
  partly,
  refusedRows,
  onItem,
} from '../../things/contract/parts.ts'

export const StoreItem = z.strictObject({ things: Things, partly, place: Id, witness: CoSigner.optional() })
export const RetrieveItem = z.strictObject({
  things: Things,
  partly,
  purpose: Line.nullish(),
  witness: CoSigner.optional(),
})
/** To a person of the house or an agency, who accepts or signs beside; or to somebody outside, who signs on the giver's device. */
export const HandOver = z
  .strictObject({
    id: Id.optional(),
    things: Things,
    partly,
    to: Id.optional(),
    outsider: Outsider.optional(),
    purpose: Line.nullish(),
    words: Line.nullish(),
    coSigner: CoSigner.optional(),
    /** Hands in between, oldest first, each with its own times; who takes it now signs in the same act. */
    hops: z.array(PriorHand).max(10).optional(),
    /** When it left the giver's hand, where others held it in between. */
    gaveAt: Instant.nullish(),
  })
  .refine((h) => (h.to === undefined) !== (h.outsider === undefined), 'person-or-outsider')
export const HandOverDone = z.object({
  id: z.string(),
  state: z.enum(['offered', 'accepted']),
  things: z.number(),
  refused: refusedRows,
  /** Gaps and contradictions that these times make: kept as they were said, and shown. */
  doubts: z.array(z.object({ thing: z.string(), number: z.string(), text: z.string() })),
})
/** Without `things` the whole offer is meant. */
export const AnswerHandOver = z.strictObject({
  handOver: Id,
  things: Things.optional(),
  partly,
  words: Line.nullish(),
})
export const DeclineHandOver = z.strictObject({
  handOver: Id,
  things: Things.optional(),
  partly,
  why: Code,
  words: Line.nullish(),
})
export const Answered = z.object({ id: z.string(), things: z.number(), refused: refusedRows })
export const DispatchConsignment = z
  .strictObject({
    id: Id.optional(),
    things: Things,
    partly,
    carrier: Line,
    reference: z.string().trim().max(80).nullish(),
    toUnit: Id.nullish(),
    toName: Line.nullish(),
    hours: z.number().int().min(1).max(2_000).default(48),
    words: Line.nullish(),
  })
  .refine((c) => Boolean(c.toUnit ?? c.toName), 'unit-or-name')
export const ReceiveConsignment = z.strictObject({
  consignment: Id,
  things: Things.optional(),
  sealsSeen: z
    .array(
      z.strictObject({
        thing: Id,
        number: z.string().trim().max(60),
        state: z.enum(['intact', 'damaged', 'broken']),
      }),
    )
    .max(500)
    .optional(),
  words: Line.nullish(),
})
export const CheckOutToCourt = z
  .strictObject({
    things: Things,
    partly,
    court: Line,
    by: Id.nullish(),
    byName: Line.nullish(),
    dueBack: Instant,
    purpose: Line.nullish(),
    coSigner: CoSigner.optional(),
    signed: Signed.optional(),
  })
  .refine((c) => Boolean(c.by ?? c.byName), 'person-or-name')
export const ReturnFromCourt = z.strictObject({ things: Things, partly, words: Line.nullish() })
/** Back out of the hands of somebody outside, into the person's own. */
export const TakeBack = z.strictObject({
  things: Things,
  partly,
  words: Line.nullish(),
  signed: Signed.optional(),
})
export const ReportMissing = z.strictObject({ things: Things, partly, words: Line })
export const ReportFound = z.strictObject({ things: Things, partly, where: Line, words: Line.nullish() })
export const ReturnItem = z.strictObject({
  things: Things,
  partly,
  toName: Line,
  toPerson: Id.nullish(),
  document: Line.nullish(),
  authority: Line,
  coSigner: CoSigner.optional(),
  signed: Signed.optional(),
  /** The approved proposal that this carries out; the answer then names its signed certificate. */
  disposal: Id.optional(),
})
export const ReturnDone = Moved.extend({ certificate: z.string().optional(), number: z.string().optional() })
export const CorrectCustodyEntry = z.strictObject({
  ...onItem,
  event: Id,
  at: Instant.nullish(),
  gaveAt: Instant.nullish(),
  purpose: Line.nullish(),
  words: Line.nullish(),
})
/** Who was told, by name or office. */
export const MovedTold = Moved.extend({ told: z.array(z.string()) })
