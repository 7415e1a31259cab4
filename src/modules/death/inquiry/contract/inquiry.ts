/** What the office finds out beside the body: history, ambulance, circumstances by kind; and numbers that others gave. */
import { z } from 'zod'
import { Code, DateText, Line, Prose } from '#kernel/shapes.ts'
import { Answers } from '#modules/catalogue/contract.ts'
import { onDeath } from '../../call/contract/call.ts'

const Section = z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/, 'code')
export const RecordInquiry = z.strictObject({
  ...onDeath,
  /** The key of a form of use `death-inquiry`; or a section of the author’s own, in words. */
  section: Section,
  answers: Answers.nullish(),
  words: Prose.nullish(),
  /** Of the list `narrative-topic`: what the words are about. */
  topics: z.array(Code).max(12).default([]),
})
export const AddNumber = z.strictObject({
  ...onDeath,
  /** Of the list `number-kind`. */
  kind: Code,
  text: z.string().trim().min(1).max(80),
  giver: Line.nullish(),
})
export const InquirySeen = z.object({
  section: z.string(),
  title: z.string(),
  form: z.string().nullable(),
  /** Asked of this death because of these: circumstance, setting, manner, age; empty where it is asked of all. */
  because: z.array(z.string()),
  answers: z.array(z.object({ key: z.string(), label: z.string(), text: z.string() })),
  given: z.record(z.string(), z.json()).nullable(),
  words: z.string().nullable(),
  topics: z.array(z.object({ code: z.string(), name: z.string() })),
  at: z.string().nullable(),
  by: z.string().nullable(),
})
export type InquirySeen = z.output<typeof InquirySeen>
export const NumberSeen = z.object({
  kind: z.object({ code: z.string(), name: z.string() }),
  text: z.string(),
  giver: z.string().nullable(),
})
/** A visit of a scene of the same case, as its own record says it. */
export const VisitSeen = z.object({
  attendance: z.string(),
  number: z.string(),
  place: z.string(),
  at: z.string(),
  people: z.array(z.string()),
  signed: z.boolean(),
})

export const dataSets = ['core', 'violence', 'child'] as const
export const DataSet = z.strictObject({
  /** The core data of every death; those that violence or poison caused; those of children. */
  set: z.enum(dataSets).default('core'),
  from: DateText.optional(),
  until: DateText.optional(),
})
export const DeathMap = z.strictObject({
  circumstance: Code.default('drug'),
  from: DateText.optional(),
  until: DateText.optional(),
})

/** What the page of a death shows of inquiries. */
export const InquiryPart = z.object({
  /** What is asked beside the body, answered or not. */
  inquiries: z.array(InquirySeen),
  numbers: z.array(NumberSeen),
  visits: z.array(VisitSeen),
})
export type InquiryPart = z.output<typeof InquiryPart>
