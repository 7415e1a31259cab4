/** What crosses the wire when things leave for good: the rule, what is due, the proposal and its answers, the doing, the certificate. */
import { z } from 'zod'
import { Code, DateText, Id, Line, actions, listInput, listWords } from '#kernel/shapes.ts'
import {
  Amount,
  CoSigner,
  Outsider,
  PhotographInput,
  Sha256,
  Things,
  Unit,
} from '../../things/contract/parts.ts'
import { ItemLine } from '../../things/contract/seen.ts'

export const disposalActions = ['destroy', 'return-owner', 'return-agency', 'forfeit'] as const
export type DisposalAction = (typeof disposalActions)[number]
export const disposalStates = ['asked', 'agreed', 'approved', 'done', 'kept', 'refused', 'withdrawn'] as const
export type DisposalState = (typeof disposalStates)[number]

/**
 * `data` of a code of the list `retention-rule`; the code's own days say when it holds. What a rule does not name it holds
 * for. `days` null keeps for ever. `classes` are codes of `item-type` or the `class` that those carry.
 */
export const RetentionRule = z.object({
  actions: z.array(z.enum(disposalActions)).max(4),
  offences: z.array(z.string()).optional(),
  classes: z.array(z.string()).optional(),
  outcomes: z.array(z.string()).optional(),
  from: z.enum(['outcome', 'closed']).default('outcome'),
  days: z.number().int().min(0).max(36_500).nullable(),
  /** Days after the event on which a case of an older register is looked at again. */
  reviewDays: z.number().int().min(0).max(36_500).optional(),
  order: z.boolean().default(true),
  weigh: z.boolean().default(false),
  photographs: z.boolean().default(false),
  witnesses: z.number().int().min(0).max(6).default(1),
})
export type RetentionRule = z.output<typeof RetentionRule>

export const DisposalDue = z.strictObject({
  ...listInput,
  ...listWords,
  case: Id.optional(),
  /** `due`: nothing stands in the way; `blocked`: something does, each a sentence; `all`. */
  show: z.enum(['due', 'blocked', 'all']).default('due'),
})
const Ruled = z.object({
  rule: z.string().nullable(),
  actions: z.array(z.enum(disposalActions)),
  dueOn: z.string().nullable(),
  blocks: z.array(z.string()),
})
export const DueLine = Ruled.extend({
  item: ItemLine,
  /** What was meant to become of it. */
  intended: z.object({ name: z.string(), action: z.string().nullable() }).nullable(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.string() }),
  outcome: z.string().nullable(),
  outcomeOn: z.string().nullable(),
})
export type DueLine = z.output<typeof DueLine>
export const DueList = z.object({ items: z.array(DueLine), nextCursor: z.string().nullable() })

export const OrderInput = z
  .strictObject({ number: z.string().trim().min(1).max(80), court: Line, on: DateText, file: Sha256 })
  .meta({ id: 'DisposalOrder' })
export const ProposeDisposal = z.strictObject({
  id: Id.optional(),
  things: Things,
  action: z.enum(disposalActions),
  answerBy: DateText.nullish(),
  order: OrderInput.nullish(),
  words: Line.nullish(),
})
export const OfDisposal = z.strictObject({ disposal: Id })
export const AttachDisposalOrder = z.strictObject({ disposal: Id, order: OrderInput })
export const AnswerDisposalQuery = z
  .strictObject({
    disposal: Id,
    answer: z.enum(['agree', 'keep']),
    keepUntil: DateText.nullish(),
    words: Line.nullish(),
  })
  .refine((a) => a.answer === 'agree' || Boolean(a.keepUntil), 'keep-until')
export const ApproveDisposal = z
  .strictObject({
    disposal: Id,
    verdict: z.enum(['approve', 'refuse']).default('approve'),
    words: Line.nullish(),
  })
  .refine((a) => a.verdict === 'approve' || Boolean(a.words), 'say-why')
export const WithdrawDisposal = z.strictObject({ disposal: Id, words: Line })
export const DisposalDone = z.object({ id: z.string(), number: z.string(), state: z.enum(disposalStates) })

/** Who stands by: with an account and its PIN, or with a document and a name drawn on this device. */
export const Standby = z
  .strictObject({
    witnesses: z.array(CoSigner).max(6).default([]),
    outsiders: z.array(Outsider).max(6).default([]),
  })
  .meta({ id: 'DisposalWitnesses' })
export const DisposeItem = z.strictObject({
  disposal: Id,
  things: Things,
  method: Code,
  place: Line,
  ...Standby.shape,
  weights: z
    .array(
      z.strictObject({
        thing: Id,
        net: Amount,
        unit: Unit,
        tolerance: Amount.nullish(),
        equipment: Id.nullish(),
      }),
    )
    .max(500)
    .default([]),
  photographs: z.array(PhotographInput).max(50).default([]),
  words: Line.nullish(),
})
export const Certified = z.object({
  id: z.string(),
  number: z.string(),
  sha256: z.string(),
  things: z.number(),
})

export const FindDisposals = z.strictObject({
  ...listInput,
  state: z.enum(['open', 'ended', 'all', ...disposalStates]).default('open'),
  case: Id.optional(),
})
export const DisposalLetters = z.strictObject({
  /** Only those whose day to answer has gone by. */
  late: z.coerce.boolean().optional(),
  /** Only to the people of this office. */
  unit: Id.optional(),
  language: z.enum(['en', 'es']).optional(),
})
export const DisposalLine = z.object({
  id: z.string(),
  number: z.string(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  action: z.enum(disposalActions),
  state: z.enum(disposalStates),
  things: z.number(),
  left: z.number(),
  approvals: z.number(),
  answerBy: z.string(),
  late: z.boolean(),
  by: z.string(),
  at: z.string(),
  waitsFor: z.string(),
})
export type DisposalLine = z.output<typeof DisposalLine>
export const DisposalList = z.object({ items: z.array(DisposalLine), nextCursor: z.string().nullable() })
export const DisposalSeen = DisposalLine.extend({
  ruleName: z.string(),
  ruleAsks: z.array(z.string()),
  /** The rule was never compared with its printed source. */
  unconfirmed: z.boolean(),
  words: z.string().nullable(),
  items: z.array(
    z.object({
      item: ItemLine,
      dueOn: z.string(),
      blocks: z.array(z.string()),
      certificate: z.string().nullable(),
      weighed: z.string().nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      kind: z.string(),
      by: z.string(),
      at: z.string(),
      words: z.string().nullable(),
      keepUntil: z.string().nullable(),
    }),
  ),
  orders: z.array(
    z.object({ id: z.string(), number: z.string(), court: z.string(), on: z.string(), name: z.string() }),
  ),
  certificates: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      sha256: z.string(),
      at: z.string(),
      place: z.string(),
      method: z.string().nullable(),
      receiver: z.string().nullable(),
      witnesses: z.array(z.string()),
    }),
  ),
  actions,
})
export type DisposalSeen = z.output<typeof DisposalSeen>
export const CertificateFile = z.strictObject({ certificate: Id })
export const OrderFile = z.strictObject({ order: Id })
