/** What crosses the wire about requests for records: who asks and how they showed it, what was decided, the fee, the one release. */
import { z } from 'zod'
import { Code, Id, Line, Prose, actions, listInput, listOf } from '#kernel/shapes.ts'

export const proofs = ['account', 'document', 'order'] as const
/** Somebody without an account, who stands at the counter or wrote a letter: what they showed is named by who saw it. */
export const Asker = z
  .strictObject({ name: Line, proof: z.enum(['document', 'order']), document: Line })
  .meta({ id: 'RecordsAsker' })
export const AskForRecords = z.strictObject({
  id: Id.optional(),
  /** A code of the list `record-request`. */
  kind: Code,
  /** A case that who asks sees; else the numbers that they know. */
  case: Id.nullish(),
  numbers: z.string().trim().max(200).default(''),
  text: Prose,
  /** Number of the subpoena or order. */
  authority: Line.nullish(),
  asker: Asker.nullish(),
})
export const RecordsAsked = z.object({ id: z.string() })
export const DecideRecords = z
  .strictObject({
    request: Id,
    decision: z.enum(['granted', 'refused']),
    /** The certificates that are given; of one case. */
    reports: z.array(Id).max(50).default([]),
    /** As whom somebody asks for papers of a death: a code of the list `death-records-rule`. */
    as: Code.nullish(),
    /** Which of the entitled relatives asks, as whoever decides compared them. */
    relative: Id.nullish(),
    reason: Prose.nullish(),
  })
  .refine((d) => d.decision !== 'granted' || d.reports.length > 0, 'records-which')
  .refine((d) => d.decision !== 'refused' || Boolean(d.reason), 'records-reason')
export const OfRecords = z.strictObject({ request: Id })
export const recordStates = ['asked', 'owes', 'ready', 'released', 'refused'] as const
export type RecordState = (typeof recordStates)[number]
export const FindRecords = z.strictObject({
  limit: listInput.limit,
  cursor: listInput.cursor,
  show: z.enum(['open', 'closed', 'all']).default('open'),
})
export const RecordSeen = z.object({
  id: z.string(),
  kind: z.object({ code: z.string(), name: z.string() }),
  state: z.enum(recordStates),
  numbers: z.string(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
  text: z.string().nullable(),
  authority: z.string().nullable(),
  /** Who asks, and how that is known. */
  asker: z.string().nullable(),
  mine: z.boolean(),
  proof: z.enum(proofs),
  document: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  dueOn: z.string().nullable(),
  late: z.boolean(),
  /** As whom the papers of a death were asked for. */
  askedAs: z.string().nullable(),
  /** Which relative they are, as whoever decided said; told to who may see the death. */
  relative: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  charge: z
    .object({
      id: z.string(),
      amount: z.string(),
      currency: z.string(),
      settled: z.enum(['paid', 'waived']).nullable(),
      receipt: z.string().nullable(),
    })
    .nullable(),
  papers: z.array(z.object({ report: z.string(), number: z.string(), delivery: z.string().nullable() })),
  releasedAt: z.string().nullable(),
  actions,
})
export type RecordSeen = z.output<typeof RecordSeen>
/** Who is known as next of kin beside who asks, before papers of a death are granted. */
export const NextOfKin = z.strictObject({
  request: Id,
  reports: z.string().regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,49}$/),
})
export const NextOfKinSeen = z.object({
  asker: z.string().nullable(),
  document: z.string().nullable(),
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      relation: z.string(),
      entitled: z.boolean(),
      /** Written alike: that is no proof, and another spelling no disproof. */
      sameName: z.boolean(),
    }),
  ),
})
export type NextOfKinSeen = z.output<typeof NextOfKinSeen>
export const RecordList = listOf(RecordSeen)

export const FindCharges = z.strictObject({
  limit: listInput.limit,
  cursor: listInput.cursor,
  show: z.enum(['open', 'all']).default('open'),
})
export const ChargeSeen = z.object({
  id: z.string(),
  what: z.string(),
  agency: z.string().nullable(),
  case: z.object({ id: z.string(), number: z.string() }).nullable(),
  count: z.number(),
  amount: z.string(),
  currency: z.string(),
  at: z.string(),
  settled: z.enum(['paid', 'waived']).nullable(),
  receipt: z.string().nullable(),
  words: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  actions,
})
export type ChargeSeen = z.output<typeof ChargeSeen>
export const ChargeList = listOf(ChargeSeen)
export const RecordPayment = z.strictObject({
  charge: Id,
  receipt: z.string().trim().min(1).max(60),
  words: Line.nullish(),
})
export const WaiveCharge = z.strictObject({ charge: Id, words: Line })
