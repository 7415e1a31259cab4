/** What crosses the wire about the time to come: what is meant to become of a thing, how much is left, who is told before it is used up. */
import { z } from 'zod'
import { Code, DateText, Id, Line, actions } from '#kernel/shapes.ts'
import { Amount, Intended, Unit, onItem } from './parts.ts'

export const IntendDisposition = z.strictObject({ id: Id.optional(), ...onItem, ...Intended.shape })
export const GiveConsumptionNotice = z.strictObject({
  id: Id.optional(),
  ...onItem,
  /** Whom the laboratory tells: a code of its list `consumption-notice`. */
  party: Code,
  name: Line,
  way: Line,
  why: Line,
  amount: Amount.nullish(),
  unit: Unit.nullish(),
  /** Left out: as many days as the list gives that party. */
  waitUntil: DateText.nullish(),
  /** Why that party has fewer days than the list gives it. */
  shortBecause: Line.nullish(),
})
export const noticeAnswers = ['consents', 'objects', 'asks-part', 'court-allows'] as const
export const AnswerConsumptionNotice = z.strictObject({
  id: Id.optional(),
  notice: Id,
  answer: z.enum(noticeAnswers),
  words: Line,
  /** The letter, or the order of a court. */
  document: Line.nullish(),
  on: DateText,
})
export const NoticeGiven = z.object({ id: z.string(), waitUntil: z.string() })
export const ConsumptionLetter = z.strictObject({ notice: Id, language: z.enum(['en', 'es']).optional() })
const NoticeSeen = z.object({
  id: z.string(),
  party: z.string(),
  name: z.string(),
  way: z.string(),
  why: z.string(),
  amount: z.string().nullable(),
  waitUntil: z.string(),
  shortBecause: z.string().nullable(),
  /** `waits` until its day; then silence does not stop the work. */
  state: z.enum(['waits', 'silent', ...noticeAnswers]),
  at: z.string(),
  by: z.string(),
  answers: z.array(
    z.object({
      answer: z.enum(noticeAnswers),
      words: z.string(),
      document: z.string().nullable(),
      on: z.string(),
      by: z.string(),
    }),
  ),
})
export type NoticeSeen = z.output<typeof NoticeSeen>
export const ItemPlans = z.object({
  number: z.string(),
  ownNumber: z.object({ why: z.string(), by: z.string() }).nullable(),
  intended: z
    .object({
      as: z.string(),
      name: z.string(),
      words: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
  earlier: z.array(z.object({ name: z.string(), by: z.string(), at: z.string() })),
  /** What the last weight leaves after everything taken since; null where nothing was weighed. */
  left: z.object({ value: z.string(), unit: z.string() }).nullable(),
  notices: z.array(NoticeSeen),
  /** Why it may not be used up today, in a sentence; null where nothing stands in the way. */
  stops: z.string().nullable(),
  actions,
})
export type ItemPlans = z.output<typeof ItemPlans>
