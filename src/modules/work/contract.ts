/** What crosses the wire about requests: what was asked, of whom, by when, and how it stands. */
import { z } from 'zod'
import { Code, DateText, Id, Line, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'

export const Priority = z.enum(['routine', 'urgent', 'court'])
export const RequestState = z.enum([
  'asked',
  'accepted',
  'declined',
  'assigned',
  'started',
  'completed',
  'withdrawn',
])
export type RequestState = z.infer<typeof RequestState>

export const RequestExamination = z.strictObject({
  id: Id.optional(),
  case: Id,
  items: z.array(Id).min(1).max(200),
  unit: Id.describe('The section that is asked'),
  discipline: Code,
  question: Code.describe('A code of the list “question”'),
  questionText: Prose.optional(),
  template: Code.optional().describe('A code of the list “request-template” from which it was filled in'),
  priority: Priority.default('routine'),
  dueOn: DateText.optional(),
})
export const AcceptRequest = z.strictObject({
  request: Id,
  dueOn: DateText.optional(),
  /** The points of the list “contract-review” that whoever takes it on answers for. */
  review: z.array(Code).max(50).default([]),
})
export const DeclineRequest = z.strictObject({ request: Id, code: Code, words: Prose.optional() })
export const WithdrawRequest = z.strictObject({ request: Id, words: Prose })
export const AssignRequest = z.strictObject({
  request: Id,
  assignee: Id,
  methodVersion: Id,
  reviewer: Id.optional(),
  dueOn: DateText.optional(),
})
export const StartWork = z.strictObject({ request: Id })
export const StopClock = z.strictObject({ request: Id, code: Code, words: Line.optional() })
export const RestartClock = z.strictObject({ request: Id })
export const SetPriority = z.strictObject({ request: Id, priority: Priority, dueOn: DateText.optional() })
/** Its exhibits go by consignment, in their own time, or stay where they are. */
export const TransferRequest = z.strictObject({ request: Id, toUnit: Id })
export const TransferExceptions = z.strictObject({ unit: Id.optional() })
const named = z.object({ id: z.string(), number: z.string() })
export const TransferExceptionList = z.object({
  items: z.array(
    z.object({
      request: named,
      case: named,
      unit: z.object({ id: z.string(), name: z.string() }),
      item: named.extend({ description: z.string() }),
      why: z.enum(['not-sent', 'not-arrived', 'otherwise']),
      since: z.string(),
      holder: z.string().nullable(),
      consignment: z.string().nullable(),
      late: z.boolean(),
    }),
  ),
})
export const RequestDone = z.object({ id: z.string(), number: z.string().optional(), state: RequestState })

export const RequestLine = z.object({
  id: z.string(),
  number: z.string(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  discipline: z.string(),
  question: z.string(),
  questionName: z.string(),
  state: RequestState,
  waiting: z.boolean(),
  priority: Priority,
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  daysLate: z.number().describe('Days since the promised day; 0 where it has not passed'),
  items: z.number(),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  unit: z.object({ id: z.string(), name: z.string() }),
  askedAt: z.string(),
})
export const Queue = z.strictObject({
  ...listInput,
  ...listWords,
  state: RequestState.optional(),
  unit: Id.optional(),
  discipline: Code.optional(),
  case: Id.optional(),
  item: Id.optional(),
  open: z.stringbool().optional(),
  overdue: z.stringbool().optional(),
})
export const QueueAnswer = listOf(RequestLine)
export const MyBench = z.strictObject({ ...listInput, ...listWords })
export const RequestQuery = z.strictObject({ request: Id })
export const RequestAnswer = RequestLine.extend({
  questionText: z.string().nullable(),
  reviewer: z.object({ id: z.string(), name: z.string() }).nullable(),
  methodVersion: z.object({ id: z.string(), title: z.string() }).nullable(),
  itemList: z.array(z.object({ id: z.string(), number: z.string(), description: z.string() })),
  /** Who answered for which points when it was taken on. */
  review: z.object({ points: z.array(z.string()), by: z.string(), at: z.string() }).nullable(),
  steps: z.array(
    z.object({
      kind: z.string(),
      at: z.string(),
      by: z.string(),
      words: z.string().nullable(),
      code: z.string().nullable(),
    }),
  ),
  actions,
})
export const Workload = z.strictObject({ unit: Id.optional() })
export const WorkloadAnswer = z.object({
  items: z.array(
    z.object({ assignee: z.string().nullable(), name: z.string(), open: z.number(), overdue: z.number() }),
  ),
})
export const Backlog = z.strictObject({ unit: Id.optional() })
export const BacklogAnswer = z.object({
  definition: z.string(),
  asOf: z.string(),
  items: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      discipline: z.string(),
      open: z.number(),
      overdue: z.number(),
      olderThan30Days: z.number(),
    }),
  ),
})
export const Turnaround = z.strictObject({ from: DateText, until: DateText, unit: Id.optional() })
export const TurnaroundAnswer = z.object({
  items: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      discipline: z.string(),
      completed: z.number(),
      medianDays: z.string(),
      p90Days: z.string(),
    }),
  ),
})
export { actions }
