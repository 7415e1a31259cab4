/** What crosses the wire when something is recovered from a thing or taken from a person, refused, offered; and when things are linked. */
import { z } from 'zod'
import { Code, Id, Line } from '#kernel/shapes.ts'
import { Amount, CoSigner, PackagingInput, PhotographInput, SealInput, Unit, onItem } from './parts.ts'

export const RecoverFromItem = z.strictObject({
  id: Id.optional(),
  ...onItem,
  method: Code,
  /** Where on the thing: the grip, the left sleeve, the inside of the lid. */
  area: Line,
  description: Line,
  type: Code.nullish(),
  count: z.number().int().min(1).max(10_000).nullish(),
  packaging: PackagingInput.nullish(),
  seals: z.array(SealInput).max(10).optional(),
  photographs: z.array(PhotographInput).max(20).optional(),
})
export const TakeReferenceSample = z.strictObject({
  id: Id.optional(),
  case: Id,
  party: Id,
  type: Code,
  description: Line,
  ground: z.enum(['consent', 'order', 'statute']),
  /** The consent, order or section under which it was taken. */
  document: Line,
  takenPlace: Line.nullish(),
  packaging: PackagingInput.nullish(),
  seals: z.array(SealInput).max(10).optional(),
  witness: CoSigner.optional(),
})
export const RecordRefusalToGive = z.strictObject({
  id: Id.optional(),
  case: Id,
  party: Id,
  /** The kind of sample that was asked for. */
  what: Code,
  words: Line,
  witness: CoSigner.optional(),
})
export const OfferCounterSample = z
  .strictObject({
    id: Id.optional(),
    ...onItem,
    party: Id,
    answer: z.enum(['taken', 'declined']),
    amount: Amount.nullish(),
    unit: Unit.nullish(),
    /** Who took it: the person, or the practitioner or lawyer named by them. */
    toName: Line.nullish(),
    document: Line.nullish(),
    words: Line.nullish(),
  })
  .refine((c) => c.answer === 'declined' || Boolean(c.toName && c.document), 'counter-sample-taken')
export const CounterSampled = z.object({
  id: z.string(),
  part: z.string().nullable(),
  number: z.string().nullable(),
})

export const strengths = ['strong', 'weak', 'absent'] as const
export const LinkItems = z.strictObject({
  id: Id.optional(),
  ...onItem,
  other: Id,
  strength: z.enum(strengths),
  basis: Line,
})
export const RetractLink = z.strictObject({ link: Id, why: Line })
export const LinkSeen = z.object({
  id: z.string(),
  item: z.object({ id: z.string(), number: z.string(), description: z.string() }),
  strength: z.enum(strengths),
  basis: z.string(),
  by: z.string(),
  at: z.string(),
  retracted: z.object({ why: z.string(), by: z.string(), at: z.string() }).nullable(),
})

export const CaseSamples = z.strictObject({ case: Id })
export const CaseSamplesSeen = z.object({
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  people: z.array(
    z.object({
      party: z.string(),
      /** Null where it is masked for this reader. */
      name: z.string().nullable(),
      role: z.string(),
      lines: z.array(
        z.object({
          kind: z.enum(['sample', 'refusal', 'offered']),
          text: z.string(),
          item: z.object({ id: z.string(), number: z.string() }).nullable(),
          at: z.string(),
          by: z.string(),
        }),
      ),
    }),
  ),
})
export type CaseSamplesSeen = z.output<typeof CaseSamplesSeen>

export const TenderExhibit = z.strictObject({
  ...onItem,
  court: Line,
  /** The mark under which the court keeps it. */
  mark: Line,
  on: z.iso.date(),
  /** Who took it for the court. */
  registry: Line,
  document: Line.nullish(),
  words: Line.nullish(),
})
export const ReceiveFromCourt = z.strictObject({
  ...onItem,
  /** The order or note of the registry with which it was given back. */
  release: Line,
  sealsSeen: z
    .array(
      z.strictObject({ number: z.string().trim().max(60), state: z.enum(['intact', 'damaged', 'broken']) }),
    )
    .max(50)
    .optional(),
  words: Line.nullish(),
})
