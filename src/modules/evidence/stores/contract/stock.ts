/** What crosses the wire when a store is counted: the start, scans in batches, how far it is, what differs, the signed close. */
import { z } from 'zod'
import { AuditScore } from './audit.ts'
import { Id, Instant, Line, actions, listInput, listOf } from '#kernel/shapes.ts'

export const differenceKinds = [
  'missing',
  'misplaced',
  'extra',
  'duplicate',
  'not-ours',
  'seal-differs',
  'not-counted',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export const StartStockTake = z.strictObject({
  id: Id.optional(),
  place: Id,
  /** How many in a hundred are drawn; 100 counts everything. */
  share: z.number().int().min(1).max(100).default(100),
  /** Whoever counts sees which shelves, not what should stand there. */
  blind: z.boolean().default(false),
  words: Line.nullish(),
})
/** `text` is what the scanner read; without it the place alone was scanned: here I count now. */
const StockScan = z.strictObject({
  id: Id,
  place: Id,
  text: z.string().trim().min(1).max(120).nullish(),
  seal: z.string().trim().min(1).max(60).nullish(),
  at: Instant,
})
export type StockScan = z.output<typeof StockScan>
export const ScanStock = z.strictObject({
  stockTake: Id,
  round: z.union([z.literal(1), z.literal(2)]).default(1),
  scans: z.array(StockScan).min(1).max(500),
})
export const scanVerdicts = [
  'place',
  'right',
  'misplaced',
  'extra',
  'duplicate',
  'not-ours',
  'seal-differs',
] as const
export type ScanVerdict = (typeof scanVerdicts)[number]
export const ScanAnswer = z.object({
  id: z.string(),
  /** `counted` is all that a blind count is told. */
  verdict: z.enum([...scanVerdicts, 'counted']),
  /** Null where the reader may not know of it. */
  number: z.string().nullable(),
  description: z.string().nullable(),
  /** Where it should stand, in words. */
  should: z.string().nullable(),
})
export type ScanAnswer = z.output<typeof ScanAnswer>
export const StockScanned = z.object({ taken: z.number(), again: z.number(), scans: z.array(ScanAnswer) })

const Answer = z
  .strictObject({
    thing: Id,
    answer: z.enum(['report-missing', 'explained']),
    words: Line.nullish(),
  })
  .refine((a) => Boolean(a.words), 'words')
export const CloseStockTake = z.strictObject({
  stockTake: Id,
  /** What is not answered stays open and stands so in the reconciliation. */
  answers: z.array(Answer).max(500).default([]),
  /** Why it is closed before every place was counted and every missing thing looked for by a second person. */
  unfinished: Line.nullish(),
  words: Line.nullish(),
})

const sums = z.object({
  toCount: z.number(),
  right: z.number(),
  moved: z.number(),
  missing: z.number(),
  misplaced: z.number(),
  extra: z.number(),
  duplicate: z.number(),
  notOurs: z.number(),
  sealDiffers: z.number(),
  notCounted: z.number(),
})
export type StockSums = z.output<typeof sums>
export const StockClosed = z.object({ id: z.string(), number: z.string(), sums, reported: z.number() })

export const OfStockTake = z.strictObject({ stockTake: Id })
export const OfStockPlace = z.strictObject({ stockTake: Id, place: Id })
export const StockTakes = z.strictObject({
  ...listInput,
  place: Id.optional(),
  open: z.coerce.boolean().optional(),
})
const StockLine = z.object({
  id: z.string(),
  number: z.string(),
  place: z.string(),
  placeName: z.string(),
  mode: z.enum(['whole', 'sample']),
  share: z.number(),
  blind: z.boolean(),
  toCount: z.number(),
  seen: z.number(),
  at: z.string(),
  by: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  differences: z.number(),
})
export type StockLine = z.output<typeof StockLine>
export const StockTakeList = listOf(StockLine)
const StockPlace = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  path: z.string(),
  /** Null in a blind count that is not closed. */
  toCount: z.number().nullable(),
  seen: z.number(),
  /** Who counted it, first and a second time. */
  first: z.array(z.string()),
  second: z.array(z.string()),
  /** Whether this reader counted it the first time. */
  mine: z.boolean(),
})
export type StockPlace = z.output<typeof StockPlace>
export const StockTakeSeen = StockLine.extend({
  words: z.string().nullable(),
  places: z.array(StockPlace),
  /** What a sample was drawn with; told when it is closed. */
  drawn: z.object({ head: z.string(), chance: z.string(), seed: z.string() }).nullable(),
  sums: sums.nullable(),
  unfinished: z.string().nullable(),
  closedWords: z.string().nullable(),
  /** Whether the signed reconciliation is there to be read. */
  paper: z.boolean(),
  audit: AuditScore,
  actions,
})
export type StockTakeSeen = z.output<typeof StockTakeSeen>
export const StockShelf = z.object({
  items: z.array(
    z.object({
      thing: z.string(),
      number: z.string().nullable(),
      barcode: z.string().nullable(),
      description: z.string().nullable(),
      seals: z.array(z.string()),
      inside: z.number(),
      asked: z.boolean(),
      seen: z.boolean(),
    }),
  ),
})
export type StockShelf = z.output<typeof StockShelf>
const Difference = z.object({
  key: z.string(),
  kind: z.enum(differenceKinds),
  thing: z.string().nullable(),
  /** Null where it is none of ours, or of a case that the reader may not know of. */
  number: z.string().nullable(),
  description: z.string().nullable(),
  text: z.string().nullable(),
  seal: z.string().nullable(),
  expected: z.object({ id: z.string(), code: z.string(), path: z.string() }).nullable(),
  found: z.object({ id: z.string(), code: z.string(), path: z.string() }).nullable(),
  /** Where the record has it now. */
  now: z.string().nullable(),
  state: z.string().nullable(),
  twice: z.boolean(),
  answer: z.enum(['open', 'explained', 'reported-missing']),
  words: z.string().nullable(),
})
export type Difference = z.output<typeof Difference>
export const StockDifferences = z.object({
  items: z.array(Difference),
  sums,
  /** Differences of things that this reader may not know of. */
  hidden: z.number(),
  /** Places that nobody counted yet, at most twenty of them. */
  uncounted: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  uncountedInAll: z.number(),
})
