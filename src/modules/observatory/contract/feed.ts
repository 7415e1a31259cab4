/** What crosses the wire of feeds: records of single people that leave each month under an agreement, and the register of what was taken. */
import { z } from 'zod'
import { Id, Line, Prose, actions, listInput, listOf } from '#kernel/shapes.ts'

const Year = z.string().regex(/^\d{4}$/, 'year')
export const OpenFeed = z.strictObject({
  id: Id.optional(),
  agency: Id,
  /** An agreement on the sharing of data with that agency, in force. */
  agreement: Id,
  dataset: z.enum(['victims', 'deaths']).default('victims'),
  /** Records of this year and later. */
  since: Year,
  /** The day of the month on which a batch is made. */
  day: z.number().int().min(1).max(28).default(5),
  purpose: Line,
  legalBasis: Line,
})
export const OfFeed = z.strictObject({ feed: Id })
export const EndFeed = z.strictObject({ feed: Id, words: Prose })
export const FeedOpened = z.object({ id: z.string(), number: z.string() })
export const Feeds = z.strictObject({ ...listInput })
export const FeedSeen = z.object({
  id: z.string(),
  number: z.string(),
  agency: z.string(),
  agreement: z.string(),
  /** in-force, ends-soon, over: nothing leaves under an agreement that is over. */
  agreementState: z.string(),
  dataset: z.enum(['victims', 'deaths']),
  since: z.string(),
  day: z.number(),
  purpose: z.string(),
  legalBasis: z.string(),
  state: z.enum(['waiting', 'approved', 'ended']),
  openedBy: z.string(),
  openedAt: z.string(),
  batches: z.number(),
  newest: z.string().nullable(),
  actions,
})
export type FeedSeen = z.output<typeof FeedSeen>
export const FeedList = listOf(FeedSeen)

export const BatchMade = z.object({
  id: z.string(),
  number: z.string(),
  records: z.number(),
  fresh: z.number(),
  revised: z.number(),
  withdrawn: z.number(),
  /** Records that could not be made to look like enough others. */
  held: z.number(),
})
export const FeedBatches = z.strictObject({ ...listInput, feed: Id })
export const FeedBatchSeen = BatchMade.extend({
  month: z.string(),
  asOf: z.string(),
  madeAt: z.string(),
  boundaries: z.string(),
  k: z.number(),
  l: z.number(),
  sha256: z.string(),
  taken: z.number(),
  actions,
})
export type FeedBatchSeen = z.output<typeof FeedBatchSeen>
export const FeedBatchList = listOf(FeedBatchSeen)

export const feedForms = ['json', 'csv', 'geojson', 'sdmx-csv', 'code-book', 'package'] as const
export type FeedForm = (typeof feedForms)[number]
export const TakeBatch = z.strictObject({
  id: Id.optional(),
  batch: Id,
  as: z.enum(feedForms).default('json'),
  /** For a medium: the public key (`age1…`) of whoever will open it. */
  sealFor: z.string().trim().max(100).nullish(),
})
export const BatchTaken = z.object({ id: z.string(), name: z.string(), sha256: z.string(), size: z.number() })
export const TakenFile = z.strictObject({ share: Id })
export const SharedWith = z.strictObject({ ...listInput, agency: Id.optional() })
export const SharedSeen = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  agency: z.string(),
  agreement: z.string(),
  legalBasis: z.string(),
  purpose: z.string(),
  what: z.string(),
  records: z.number(),
  form: z.string(),
  way: z.enum(['pull', 'medium']),
  sealedFor: z.string().nullable(),
  sha256: z.string(),
})
export type SharedSeen = z.output<typeof SharedSeen>
export const SharedList = listOf(SharedSeen)
