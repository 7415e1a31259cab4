/** What crosses the wire of the portal: my cases in plain words, one case, questions and answers. */
import { z } from 'zod'
import { FollowerSeen } from './contract/followers.ts'
import { Code, DateText, Id, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { Said } from './contract/said.ts'

export const stages = ['opened', 'received', 'asked', 'in-examination', 'waits', 'ready', 'closed'] as const
export type Stage = (typeof stages)[number]

export const MyCases = z.strictObject({
  ...listInput,
  ...listWords,
  show: z.enum(['open', 'ready', 'closed', 'all']).default('open'),
})
export const SearchCases = z.strictObject({
  limit: listInput.limit,
  cursor: listInput.cursor,
  /** The laboratory’s number or any other that the case bears. */
  number: z.string().trim().min(2).max(80).optional(),
  person: z.string().trim().min(2).max(200).optional(),
  /** The person’s part in it: a code of the list “party-role”. */
  role: Code.optional(),
  from: DateText.optional(),
  until: DateText.optional(),
})
const caseLine = {
  id: z.string(),
  number: z.string(),
  title: z.string(),
  stage: z.enum(stages),
  /** Who has it and what it waits for, in one sentence. */
  says: z.string(),
  dueOn: z.string().nullable(),
  late: z.boolean(),
  certificates: z.number(),
  /** Questions to my side that nobody has answered. */
  questions: z.number(),
  openedAt: z.string(),
}
export const MyCaseLine = z.object(caseLine)
export type MyCaseLine = z.output<typeof MyCaseLine>
export const MyCaseList = listOf(MyCaseLine)

export const CasePacket = z.strictObject({ case: Id, language: z.enum(['en', 'es']).optional() })
export const CaseStatus = z.strictObject({ case: Id })
export const QuestionSeen = Said.extend({
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  to: z.enum(['service', 'customer']),
  open: z.boolean(),
  answers: z.array(Said),
})
export type QuestionSeen = z.output<typeof QuestionSeen>
export const CaseStatusSeen = z.object({
  ...caseLine,
  numbers: z.array(z.string()),
  investigator: z.string().nullable(),
  work: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      question: z.string(),
      section: z.string(),
      stage: z.enum(stages),
      says: z.string(),
      dueOn: z.string().nullable(),
      late: z.boolean(),
    }),
  ),
  papers: z.array(
    z.object({
      report: z.string(),
      number: z.string(),
      issuedAt: z.string(),
      withdrawn: z.boolean(),
      /** Why the reader does not take it; null where they may. */
      kept: z.string().nullable(),
    }),
  ),
  items: z.array(z.object({ id: z.string(), number: z.string(), description: z.string(), says: z.string() })),
  questionsAsked: z.array(QuestionSeen),
  /** Who is told how it goes beside the investigator. */
  followers: z.array(FollowerSeen),
  actions,
})
export type CaseStatusSeen = z.output<typeof CaseStatusSeen>

export const AskQuestion = z.strictObject({ id: Id.optional(), case: Id, text: Prose })
export const AnswerQuestion = z.strictObject({ id: Id.optional(), question: Id, text: Prose })
export const Told = z.object({ id: z.string() })
export const Messages = z.strictObject({ ...listInput, show: z.enum(['open', 'all']).default('open') })
export const MessageList = listOf(QuestionSeen)
