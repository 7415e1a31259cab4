/** What crosses the wire when things of a count are audited: questions answered, the score, and how it went over time. */
import { z } from 'zod'
import { Code, Id, Line } from '#kernel/shapes.ts'

const answers = ['yes', 'no', 'not-applicable'] as const
const Answer = z
  .strictObject({ question: Code, answer: z.enum(answers), words: Line.nullish() })
  .refine((a) => a.answer !== 'no' || Boolean(a.words), 'words')
export const AnswerAudit = z.strictObject({
  stockTake: Id,
  thing: Id,
  answers: z.array(Answer).min(1).max(30),
})
const score = {
  /** Things of which anything was asked. */
  things: z.number(),
  yes: z.number(),
  no: z.number(),
  /** Of a hundred answers that apply, how many are yes, to one place; null where none applies. */
  score: z.string().nullable(),
}
export const AuditScore = z.object(score)
export type AuditScore = z.output<typeof AuditScore>
export const AuditAnswered = AuditScore.extend({ thing: z.string() })
export const StockAuditSeen = AuditScore.extend({
  questions: z.array(z.object({ code: z.string(), name: z.string(), yes: z.number(), no: z.number() })),
  items: z.array(
    z.object({
      thing: z.string(),
      number: z.string(),
      description: z.string(),
      place: z.string().nullable(),
      seen: z.boolean(),
      answers: z.record(
        z.string(),
        z.object({ answer: z.enum(answers), words: z.string().nullable(), by: z.string(), at: z.string() }),
      ),
    }),
  ),
  /** To be audited, of cases that this reader may not see. */
  hidden: z.number(),
  open: z.boolean(),
})
export type StockAuditSeen = z.output<typeof StockAuditSeen>
export const AuditTrendQuery = z.strictObject({ place: Id.optional() })
export const AuditTrend = z.object({
  items: z.array(
    AuditScore.extend({
      stockTake: z.string(),
      number: z.string(),
      place: z.string(),
      placeName: z.string(),
      at: z.string(),
    }),
  ),
})
export type AuditTrend = z.output<typeof AuditTrend>
