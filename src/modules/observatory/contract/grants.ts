/** Shapes of grants: what a donor agreed to, what was spent of it, and the reports that were made. */
import { z } from 'zod'
import { Code, DateText, Id, Instant, Line, Prose, actions, listInput, listOf } from '#kernel/shapes.ts'
import { DecimalText } from '#kernel/quantity.ts'

const Year = z.string().regex(/^\d{4}$/, 'year')
const Money = DecimalText.refine((s) => !s.startsWith('-') && /^\d+(\.\d{1,2})?$/.test(s), 'money')
export const BudgetLine = z.strictObject({ code: Code, name: Line, amount: Money })
export type BudgetLine = z.output<typeof BudgetLine>
export const GrantIndicator = z.strictObject({
  indicator: Code.describe('A code of the list `indicator`'),
  baselineYear: Year,
  baseline: DecimalText.nullish().describe('Without one: what the indicator says of that year'),
  target: DecimalText,
  targetYear: Year,
})
export type GrantIndicator = z.output<typeof GrantIndicator>
export const RecordGrant = z
  .strictObject({
    id: Id.optional(),
    grant: Id.nullish().describe('Amends this one'),
    donor: Line.nullish(),
    agreement: Line.nullish(),
    title: Line,
    from: DateText,
    until: DateText,
    currency: z.string().regex(/^[A-Z]{3}$/, 'currency'),
    per: z.enum(['year', 'quarter']).default('year').describe('By what its indicators are told'),
    yearBegins: z
      .number()
      .int()
      .min(1)
      .max(12)
      .default(1)
      .describe('The month in which a year of the grant begins'),
    lines: z.array(BudgetLine).min(1).max(60),
    indicators: z.array(GrantIndicator).max(40).default([]),
    words: Prose.nullish().describe('Of an amendment: what changed and why'),
  })
  .refine((g) => Boolean(g.grant) || Boolean(g.donor && g.agreement), 'donor')
  .refine((g) => g.from <= g.until, 'period')
export const GrantRecorded = z.object({ id: z.string(), amendment: z.number() })
export const RecordSpending = z.strictObject({
  id: Id.optional(),
  grant: Id,
  line: Code,
  amount: Money,
  on: DateText,
  words: Line.nullish(),
  corrects: Id.nullish().describe('The entry that this one replaces'),
})
export const ReportGrant = z
  .strictObject({
    id: Id.optional(),
    grant: Id,
    from: DateText,
    until: DateText,
    words: Prose.describe('What was done and what it means, by the person who reports'),
    asOf: Instant.nullish(),
  })
  .refine((g) => g.from <= g.until, 'period')
export const GrantReported = z.object({ id: z.string(), number: z.number(), sha256: z.string() })
export const ApproveGrantReport = z.strictObject({ report: Id })
export const ReturnGrantReport = z.strictObject({ report: Id, words: Prose })
export const Grants = z.strictObject({ ...listInput })
export const GetGrant = z.strictObject({ grant: Id })
export const GrantReportFile = z.strictObject({
  report: Id,
  as: z.enum(['pdf', 'xlsx']).default('pdf'),
  language: z.enum(['en', 'es']).default('en'),
})
const Spent = z.object({
  code: z.string(),
  name: z.string(),
  budget: z.string(),
  /** In the period of the report; on the page of the grant, in all. */
  period: z.string(),
  total: z.string(),
  left: z.string(),
  share: z.string().nullable().describe('Of the budget, per cent'),
})
export type Spent = z.output<typeof Spent>
export const GrantLine = z.object({
  id: z.string(),
  donor: z.string(),
  agreement: z.string(),
  title: z.string(),
  from: z.string(),
  until: z.string(),
  currency: z.string(),
  budget: z.string(),
  spent: z.string(),
  reports: z.number(),
})
export type GrantLine = z.output<typeof GrantLine>
export const GrantList = listOf(GrantLine)
export const GrantSeen = GrantLine.extend({
  amendment: z.number(),
  words: z.string().nullable(),
  per: z.enum(['year', 'quarter']),
  yearBegins: z.number(),
  lines: z.array(Spent),
  indicators: z.array(GrantIndicator.extend({ name: z.string(), known: z.boolean() })),
  entries: z.array(
    z.object({
      id: z.string(),
      line: z.string(),
      amount: z.string(),
      on: z.string(),
      words: z.string().nullable(),
      by: z.string(),
      corrected: z.boolean(),
    }),
  ),
  made: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      from: z.string(),
      until: z.string(),
      asOf: z.string(),
      words: z.string(),
      sha256: z.string(),
      by: z.string(),
      at: z.string(),
      state: z.enum(['made', 'approved', 'returned']),
      decidedBy: z.string().nullable(),
      decidedAt: z.string().nullable(),
      decidedWords: z.string().nullable(),
      actions,
    }),
  ),
})
export type GrantSeen = z.output<typeof GrantSeen>
