/** Looking for cases and people: the search, the worklist, sums, tasks. */
import { z } from 'zod'
import { Code, DateText, Id, listInput, listWords, listOf } from '#kernel/shapes.ts'

export const FindAnything = z.strictObject({
  q: z.string().trim().min(1).max(200),
  kind: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  offset: z.coerce.number().int().min(0).max(1000).default(0),
})
export const Hit = z.object({
  subject: z.string(),
  kind: z.string(),
  label: z.string(),
  root: z.string().nullable(),
  why: z.enum(['same', 'begins', 'part', 'words', 'together', 'sounds', 'similar']),
  score: z.number(),
  /** What was found, in words: the person and the part, the other number as it was written; null where the label says it. */
  what: z.string().nullable(),
  case: z
    .object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      state: z.string(),
      offenceOn: z.string().nullable(),
      districtName: z.string().nullable(),
    })
    .nullable(),
})
export const Hits = z.object({
  items: z.array(Hit),
  total: z.number(),
  totalIsAtLeast: z.boolean(),
  nextCursor: z.string().nullable(),
})

export const FindCases = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum(['open', 'closed', 'all']).default('open'),
  type: Code.optional(),
  district: Code.optional(),
  offence: Code.optional(),
  investigator: Id.optional(),
  unit: Id.optional(),
  priority: z.coerce.number().int().min(1).max(4).optional(),
  from: DateText.optional(),
  until: DateText.optional(),
  sort: z.enum(['newest', 'oldest', 'number', 'priority', 'offence-day']).default('newest'),
})
export const CaseLine = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  type: z.string(),
  typeName: z.string(),
  state: z.string(),
  priority: z.number(),
  district: z.string().nullable(),
  districtName: z.string().nullable(),
  offences: z.array(z.string()),
  investigatorName: z.string().nullable(),
  unitName: z.string().nullable(),
  offenceOn: z.string().nullable(),
  openedAt: z.string(),
  restricted: z.boolean(),
  sealed: z.boolean(),
  guarded: z.boolean(),
  open: z.number(),
})
export const CaseList = listOf(CaseLine)

export const FindParty = z.strictObject({
  name: z.string().trim().min(2).max(200),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export const PartyHits = z.object({
  items: z.array(
    z.object({
      party: z.string(),
      name: z.string().nullable(),
      role: z.string(),
      case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
    }),
  ),
})
export const CountsQuery = z.strictObject({
  from: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'month')
    .optional(),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'month')
    .optional(),
  state: z.enum(['open', 'closed']).optional(),
  /** What each sum is of, all three at once unless said; the coarser, the fewer are too small to be shown. */
  by: z.enum(['total', 'month', 'district', 'type']).optional(),
})
export const Counts = z.object({
  cells: z.array(
    z.object({
      /** Null where the sums are not by month; so with the others. A district that nobody wrote down is null too. */
      month: z.string().nullable(),
      district: z.string().nullable(),
      type: z.string().nullable(),
      n: z.number(),
      /** The small sums of this answer in one, for whoever does not oversee the service. */
      other: z.boolean(),
    }),
  ),
  total: z.number(),
  /** Fewer than five cases more are there than `total` says. */
  fewWithheld: z.boolean(),
})
export const MyTasks = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      dueOn: z.string().nullable(),
      case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
    }),
  ),
})
export type CaseLine = z.output<typeof CaseLine>
export type Hit = z.output<typeof Hit>
