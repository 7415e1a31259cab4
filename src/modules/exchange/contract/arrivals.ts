/** What crosses the wire when a system of the police sends a case: what it says, the receipt, and what a person decides. */
import { z } from 'zod'
import { Code, Id, Line, Prose, actions, listInput, listOf } from '#kernel/shapes.ts'
import { OpenCase } from '#modules/cases/contract.ts'

const told = OpenCase.shape
/** `number` is the sender’s own: sent again it is the same case, whatever way it came. */
export const SentCase = z
  .strictObject({
    number: z.string().trim().min(1).max(80),
    /** Which kind of number that is: a code of the list `number-kind`. */
    kind: Code,
    /** The official code of the office whose case it is. */
    office: z.string().trim().min(1).max(60),
    type: told.type,
    title: told.title,
    summary: told.summary,
    offences: told.offences,
    incident: told.incident,
    place: told.place,
    parties: told.parties,
    officer: Line.nullish(),
  })
  .meta({ id: 'SentCase' })
export type SentCase = z.output<typeof SentCase>
/** `source`: only for what is laid into a folder; over the wire it is the agency of who sends. */
export const ReceiveCase = z.strictObject({
  source: z.string().trim().min(1).max(60).optional(),
  case: SentCase,
})

export const arrivalStates = ['opened', 'waits', 'rejected'] as const
export const ArrivalReceipt = z.object({
  id: z.string(),
  source: z.string(),
  number: z.string(),
  /** Which version of it this is: one more whenever something else was sent under the same number. */
  version: z.number(),
  state: z.enum(arrivalStates),
  /** Why a person decides, or why it was rejected. */
  why: z.string().nullable(),
  /** The laboratory’s number, where there is one that the sender may know. */
  case: z.string().nullable(),
  /** SHA-256 of what was sent, in canonical form (RFC 8785). */
  digest: z.string(),
  receivedAt: z.string(),
  /** It had been received before: nothing was done again. */
  again: z.boolean(),
})
export type ArrivalReceipt = z.output<typeof ArrivalReceipt>

export const FindArrivals = z.strictObject({
  ...listInput,
  state: z.enum(['all', ...arrivalStates]).default('waits'),
})
const line = {
  id: z.string(),
  source: z.string(),
  number: z.string(),
  version: z.number(),
  /** A case, or what a platform holds of one whose number nobody understands. */
  sort: z.enum(['case', 'recording']),
  came: z.enum(['wire', 'folder']),
  office: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  state: z.enum(arrivalStates),
  why: z.string().nullable(),
  case: z.object({ id: z.string(), number: z.string() }).nullable(),
  at: z.string(),
}
export const ArrivalLine = z.object(line)
export type ArrivalLine = z.output<typeof ArrivalLine>
export const ArrivalList = listOf(ArrivalLine)
export const OfArrival = z.strictObject({ arrival: Id })
export const ArrivalSeen = z.object({
  ...line,
  title: z.string().nullable(),
  digest: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  words: z.string().nullable(),
  says: z.array(z.object({ field: z.string(), text: z.string() })),
  /** What this version says otherwise than the one before it. */
  differences: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), now: z.string().nullable() }),
  ),
  /** Cases with the same number, as far as the reader may see them. */
  matches: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
  actions,
})
export type ArrivalSeen = z.output<typeof ArrivalSeen>
export const DecideArrival = z
  .strictObject({
    arrival: Id,
    decision: z.enum(['open', 'add', 'note', 'reject']),
    /** Whose case it is, where the sender named no office that is known here. */
    unit: Id.nullish(),
    /** The case that it is added to. */
    case: Id.nullish(),
    /** The type of the case, or the kind of the recording, where theirs is not known here. */
    type: Code.nullish(),
    words: Prose.nullish(),
  })
  .refine((d) => d.decision !== 'add' || Boolean(d.case), 'arrival-case')
  .refine((d) => d.decision !== 'reject' || Boolean(d.words), 'arrival-words')
export type DecideArrival = z.output<typeof DecideArrival>
