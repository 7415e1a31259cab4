/** What crosses the wire of the observatory: questions to the sums, codings, figures, releases, counts of others. */
import { z } from 'zod'
import {
  Code,
  DateText,
  Id,
  Instant,
  Line,
  Prose,
  actions,
  listInput,
  listWords,
  listOf,
} from '#kernel/shapes.ts'

export * from './contract/map.ts'

export const datasets = [
  'victims',
  'deaths',
  'incidents',
  'papers',
  'items',
  'requests',
  'kits',
  'stages',
  'findings',
] as const
/** How sure a fact of a paper file is: two people keyed it alike, a third decided between them, or one person put it right later. */
export const confidences = ['keyed-twice', 'third-decided', 'corrected'] as const
export const measures = ['count', 'grams', 'days', 'median-days', 'p90-days'] as const
export type Measure = (typeof measures)[number]
export type DatasetName = (typeof datasets)[number]
/** Three answers that are no code of a list, and never mixed up (ICCS, UNODC 2015, 4.2). */
export const absents = ['unknown', 'not-applicable', 'not-yet-determined'] as const

const Dimension = z.string().regex(/^[a-z][a-zA-Z]{1,30}$/, 'dimension')
/** A value of a dimension: a code, a month, an hour, a unit's id. */
const Value = z.string().trim().min(1).max(80)
const Where = z
  .record(Dimension, z.array(Value).min(1).max(200))
  .refine((w) => Object.keys(w).length <= 12, 'dimension')

/** A question to the sums: what is counted, along which one or two dimensions, of which values, as known when. */
export const Question = z
  .strictObject({
    dataset: z.enum(datasets),
    rows: Dimension,
    columns: Dimension.nullish(),
    measure: z.enum(measures).default('count'),
    where: Where.default({}),
    asOf: Instant.nullish(),
  })
  .meta({ id: 'ObservatoryQuestion' })
export type Question = z.output<typeof Question>

/** A list travels in a URL as `name:code,code;name:code`. */
export const Cube = z.strictObject({
  dataset: z.enum(datasets).default('victims'),
  rows: Dimension.default('year'),
  columns: Dimension.optional(),
  measure: z.enum(measures).default('count'),
  where: z
    .string()
    .max(4000)
    .regex(/^[a-zA-Z]+:[^;]+(;[a-zA-Z]+:[^;]+)*$/, 'dimension')
    .optional(),
  asOf: Instant.optional(),
})
export const CubeFile = Cube.extend({ as: z.enum(['csv', 'xlsx']).default('csv') })
export const Heading = z.object({ code: z.string(), label: z.string() })
export type Heading = z.output<typeof Heading>
export const CubeSeen = z.object({
  rows: z.array(Heading),
  columns: z.array(Heading),
  /** By row and column, sums as last row and last column; null is hidden. Decimal text, so that weights stay exact. */
  cells: z.array(z.array(z.string().nullable())),
  /** exact: as counted. rounded: each count to a multiple of five, the same for the same people whatever is asked. */
  care: z.enum(['exact', 'rounded']),
  definition: z.string(),
  measure: z.string(),
  asOf: z.string(),
  keptUpTo: z.string().nullable(),
  sha256: z.string(),
})
export type CubeSeen = z.output<typeof CubeSeen>

/** A cell of an answer: the question and the values at which it stands. */
export const CasesBehind = Cube.extend({
  ...listInput,
  row: Value.optional(),
  column: Value.optional(),
})
export const CaseBehind = z.object({
  id: z.string(),
  kind: z.enum(['case', 'file']),
  number: z.string(),
  title: z.string(),
  n: z.number(),
})
export type CaseBehind = z.output<typeof CaseBehind>
export const CasesBehindSeen = listOf(CaseBehind)

export const Boards = z.strictObject({})
export const BoardsSeen = z.object({
  boards: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      indicators: z.array(z.string()),
      /** Each a question as it stands in the address of the page that answers it, and under which picture. */
      tiles: z.array(
        z.object({ title: z.string(), question: z.record(z.string(), z.string()), show: z.string() }),
      ),
    }),
  ),
})
export type BoardsSeen = z.output<typeof BoardsSeen>

export const Dictionary = z.strictObject({ dataset: z.enum(datasets).optional() })
export const DictionarySeen = z.object({
  datasets: z.array(
    z.object({
      name: z.enum(datasets),
      title: z.string(),
      definition: z.string(),
      measures: z.array(z.string()),
      dimensions: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          meaning: z.string(),
          list: z.string().nullable(),
          values: z.array(Heading),
        }),
      ),
    }),
  ),
})
export type DictionarySeen = z.output<typeof DictionarySeen>

const Coded = z.union([z.enum(absents), Code]).nullish()
export const CodeVictim = z.strictObject({
  case: Id,
  victim: Id,
  means: Coded,
  firearm: Coded,
  relationship: Coded,
  context: Coded,
  motive: Coded,
  domestic: z.enum(['yes', 'no', ...absents]).nullish(),
  ethnicity: z.array(Code).max(6).nullish(),
  roadRole: Coded,
  nationality: Coded,
})
export type CodeVictim = z.output<typeof CodeVictim>
export const Done = z.object({ id: z.string() })

export const ToCode = z.strictObject({
  ...listInput,
  ...listWords,
  show: z.enum(['open', 'coded', 'all']).default('open'),
})
export const VictimToCode = z.object({
  victim: z.string(),
  case: z.string(),
  number: z.string(),
  title: z.string(),
  offence: z.string(),
  year: z.string(),
  sex: z.string(),
  ageBand: z.string(),
  coded: z.record(z.string(), z.string().nullable()),
  missing: z.number(),
  actions,
})
export type VictimToCode = z.output<typeof VictimToCode>
export const VictimsToCode = listOf(VictimToCode)

export const Indicators = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/, 'year')
    .optional(),
  asOf: Instant.optional(),
})
export const IndicatorSeen = z.object({
  key: z.string(),
  name: z.string(),
  definition: z.string(),
  owner: z.string(),
  unit: z.string(),
  source: z.string().nullable(),
  unverified: z.boolean(),
  value: z.string().nullable(),
  over: z.string().nullable(),
  series: z.array(z.object({ at: z.string(), label: z.string(), value: z.string().nullable() })),
  frozen: z.number(),
  /** What keyed paper files say of the same, beside the value or, where the indicator says so, in it; null where they cannot say. */
  archive: z
    .array(
      z.object({
        confidence: z.enum(confidences),
        label: z.string(),
        value: z.string().nullable(),
        counted: z.boolean(),
      }),
    )
    .nullable(),
})
export type IndicatorSeen = z.output<typeof IndicatorSeen>
export const IndicatorsSeen = z.object({
  year: z.string(),
  asOf: z.string(),
  care: z.enum(['exact', 'rounded']),
  items: z.array(IndicatorSeen),
  actions,
})
export type IndicatorsSeen = z.output<typeof IndicatorsSeen>

export const FreezeFigure = z.strictObject({
  id: Id.optional(),
  indicator: Code,
  year: z.string().regex(/^\d{4}$/, 'year'),
  asOf: Instant.nullish(),
})
export const FigureFrozen = z.object({
  id: z.string(),
  value: z.string().nullable(),
  sha256: z.string(),
  asOf: z.string(),
})
export const Figures = z.strictObject({ ...listInput, indicator: Code.optional() })
export const FigureSeen = z.object({
  id: z.string(),
  indicator: z.string(),
  name: z.string(),
  year: z.string(),
  value: z.string().nullable(),
  asOf: z.string(),
  frozenAt: z.string(),
  by: z.string(),
  sha256: z.string(),
})
export type FigureSeen = z.output<typeof FigureSeen>
export const FigureList = listOf(FigureSeen)
export const GetFigure = z.strictObject({ id: Id })
/** A figure beside the same question put again today as of the same instant. */
export const FigureAgain = FigureSeen.extend({
  definition: z.string(),
  question: z.string(),
  again: z.string().nullable(),
  same: z.boolean(),
})
export type FigureAgain = z.output<typeof FigureAgain>

export const PrepareRelease = z.strictObject({
  id: Id.optional(),
  title: Line,
  titleEs: Line,
  question: Question,
  /** The release that this one corrects. */
  corrects: Id.nullish(),
})
export type PrepareRelease = z.output<typeof PrepareRelease>
export const ReleasePrepared = z.object({ id: z.string(), number: z.string(), hidden: z.number() })
export const OfRelease = z.strictObject({ release: Id })
export const ApproveRelease = z.strictObject({ release: Id, legalBasis: Line })
export const ReturnRelease = z.strictObject({ release: Id, words: Prose })
export const WithdrawRelease = z.strictObject({ release: Id, words: Prose })
export const Releases = z.strictObject({
  ...listInput,
  show: z.enum(['waiting', 'published', 'all']).default('all'),
})
export const ReleaseLine = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(['prepared', 'approved', 'returned', 'published', 'withdrawn']),
  hidden: z.number(),
  asOf: z.string(),
  preparedBy: z.string(),
  preparedAt: z.string(),
})
export type ReleaseLine = z.output<typeof ReleaseLine>
export const ReleaseList = listOf(ReleaseLine)
export const ReleaseSeen = ReleaseLine.extend({
  rows: z.array(Heading),
  columns: z.array(Heading),
  cells: z.array(z.array(z.number().nullable())),
  definition: z.string(),
  threshold: z.number(),
  /** What anybody could work out of each small cell, at the narrowest. */
  narrowest: z.number().nullable(),
  /** Earlier releases beside which a hidden cell would stand open, and what was hidden for it. */
  near: z.array(z.object({ number: z.string(), cells: z.number() })),
  corrects: z.string().nullable(),
  correctedBy: z.string().nullable(),
  sha256: z.string(),
  steps: z.array(
    z.object({
      kind: z.string(),
      by: z.string(),
      at: z.string(),
      words: z.string().nullable(),
      legalBasis: z.string().nullable(),
    }),
  ),
  actions,
})
export type ReleaseSeen = z.output<typeof ReleaseSeen>
export const OpenData = z.strictObject({})
export const OpenDataSeen = z.object({
  service: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      publishedAt: z.string(),
      asOf: z.string(),
      rows: z.array(Heading),
      columns: z.array(Heading),
      cells: z.array(z.array(z.number().nullable())),
      definition: z.string(),
      withdrawn: z.string().nullable(),
      /** Whether its rows are districts, so that it is there as a map too. */
      mapped: z.boolean(),
      sha256: z.string(),
    }),
  ),
})
export type OpenDataSeen = z.output<typeof OpenDataSeen>
export const ReleaseFile = z.strictObject({
  release: Id,
  as: z.enum(['csv', 'json', 'xlsx', 'geojson']).default('csv'),
})

export const RecordExternalCount = z.strictObject({
  id: Id.optional(),
  indicator: Code,
  source: Line,
  saidOn: DateText.nullish(),
  page: Line.nullish(),
  year: z.string().regex(/^\d{4}$/, 'year'),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'month')
    .nullish(),
  district: Code.nullish(),
  value: z.number().int().min(0).max(10_000_000),
})
export type RecordExternalCount = z.output<typeof RecordExternalCount>
export const ExplainDifference = z.strictObject({
  count: Id,
  reason: Code,
  n: z.number().int().min(-1_000_000).max(1_000_000),
  words: Prose.nullish(),
})
export const Reconciliation = z.strictObject({ ...listInput, indicator: Code.optional() })
export const ReconciliationLine = z.object({
  id: z.string(),
  indicator: z.string(),
  name: z.string(),
  source: z.string(),
  saidOn: z.string().nullable(),
  of: z.string(),
  theirs: z.number(),
  /** Of a country: what the same source says of its districts, added up. */
  parts: z.number().nullable(),
  ours: z.string(),
  named: z.array(z.object({ reason: z.string(), n: z.number(), words: z.string().nullable() })),
  unexplained: z.string(),
  actions,
})
export type ReconciliationLine = z.output<typeof ReconciliationLine>
export const ReconciliationList = listOf(ReconciliationLine)

export const QualityOfData = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/, 'year')
    .optional(),
})
export const QualitySeen = z.object({
  asOf: z.string(),
  keptUpTo: z.string().nullable(),
  total: z.number(),
  items: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      known: z.number(),
      unknown: z.number(),
      notApplicable: z.number(),
      notYet: z.number(),
    }),
  ),
})
export type QualitySeen = z.output<typeof QualitySeen>
