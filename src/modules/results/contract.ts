/** What crosses the wire about results: worksheets, observations, weighings, runs, proposals, conclusions, reviews. */
import { z } from 'zod'
import { Code, Id, Instant, Line, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { DecimalText } from '#kernel/quantity.ts'
import { PortionSeen, TechniqueSeen, named } from './contract/measured.ts'

export { RecordPortions } from './contract/measured.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
const Answer = z.union([
  z.string().max(20_000),
  z.number().int(),
  z.boolean(),
  z.array(z.string().max(300)).max(50),
  z.strictObject({ value: DecimalText, unit: Line }),
  z.strictObject({ absent: z.enum(['unknown', 'not-applicable', 'not-yet-determined']) }),
])

export const StartWorksheet = z.strictObject({ id: Id.optional(), request: Id })
export const RecordObservations = z.strictObject({
  worksheet: Id,
  item: Id,
  observations: z
    .array(z.strictObject({ step: Code, field: Code, answer: Answer }))
    .min(1)
    .max(100),
  ...named,
})
export const CorrectObservation = z.strictObject({ worksheet: Id, observation: Id, answer: Answer })
export const RecordMeasurement = z.strictObject({
  worksheet: Id,
  item: Id,
  equipment: Id,
  unit: z.enum(['g', 'mg', 'kg']),
  parcels: z
    .array(
      z.strictObject({
        parcel: z.number().int().min(1).max(100_000),
        gross: DecimalText,
        tare: DecimalText,
        corrects: Id.optional(),
      }),
    )
    .min(1)
    .max(500),
})
export const PlanSampling = z.strictObject({
  worksheet: Id,
  item: Id,
  population: z.number().int().min(1).max(1_000_000),
  fraction: DecimalText,
  confidence: DecimalText,
  allowedNegatives: z.number().int().min(0).max(100).default(0),
  seed: z.string().min(1).max(100).optional(),
  grouping: Prose.optional(),
})
export const RecordTest = z.strictObject({
  worksheet: Id,
  item: Id,
  technique: Code,
  sampling: z.number().int().min(1).max(20).default(1),
  outcome: z.enum(['positive', 'negative', 'inconclusive']),
  pointsTo: Code.optional(),
  words: Prose.optional(),
  run: Id.optional(),
  corrects: Id.optional(),
  ...named,
})
export const ImportRun = z.strictObject({
  id: Id.optional(),
  worksheet: Id,
  item: Id.optional(),
  file: Sha256,
  sampleKind: z.enum(['item', 'blank', 'reference', 'control']).default('item'),
  technique: Code,
  equipment: Id.optional(),
  lots: named.lots,
})
export const AccountForRun = z.strictObject({
  /** One run, or several of which the same is said. */
  run: z.union([Id, z.array(Id).min(1).max(200)]),
  disposition: z.enum(['used', 'not-used', 'repeated']),
  words: Prose,
})
export const RegisterLibrary = z.strictObject({
  id: Id.optional(),
  name: Line,
  version: Line,
  file: Sha256,
  licence: Line.optional(),
})
export const SearchLibrary = z.strictObject({
  run: Id,
  library: Id,
  spectrum: z.number().int().min(0).max(1_000_000).default(0),
  toleranceDa: z.number().positive().max(0.5).optional(),
  tolerancePpm: z.number().positive().max(1_000).optional(),
})
export const ConfirmHit = z.strictObject({
  search: Id,
  hit: z.number().int().min(0).max(50),
  substance: Code,
  words: Prose.optional(),
})
export const RecordElimination = ConfirmHit
export const RecordConclusion = z.strictObject({
  id: Id.optional(),
  worksheet: Id,
  item: Id,
  kind: z.enum(['identity', 'quantity', 'presumptive', 'negative']),
  substance: Code.optional(),
  limit: Id.optional(),
  extrapolateTo: z.number().int().min(1).max(1_000_000).optional(),
  /** Where a sampling plan stands: in how many of the units examined it was found. */
  unitsPositive: z.number().int().min(1).max(100_000).optional(),
  corrects: Id.optional(),
})
export const RecordInconclusive = z.strictObject({
  id: Id.optional(),
  worksheet: Id,
  item: Id,
  words: Prose,
  corrects: Id.optional(),
})
export const VerifyResult = z.strictObject({
  conclusion: Id,
  outcome: z.enum(['agrees', 'differs']),
  words: Prose.optional(),
})
export const ReviewTechnically = z.strictObject({
  worksheet: Id,
  /** `written` of the worksheet as the reviewer saw it: what came after is not passed unread. */
  seen: Instant.optional(),
  findings: z.array(Prose).max(50).default([]),
})
export const ReturnForCorrection = z.strictObject({ worksheet: Id, findings: z.array(Prose).min(1).max(50) })
export const AnswerFindings = z.strictObject({ worksheet: Id, answers: z.array(Prose).max(50) })
export const Done = z.object({ id: z.string(), number: z.string().optional() })

export const SearchDone = z.object({
  id: z.string(),
  status: z.string(),
  says: z.string(),
  mayPropose: z.boolean(),
  hits: z.array(
    z.object({
      hit: z.number(),
      name: z.string(),
      score: z.number(),
      reverseScore: z.number(),
      matched: z.number(),
      cas: z.string().nullable(),
      accession: z.string().nullable(),
    }),
  ),
})
export const ConclusionDone = z.object({
  id: z.string(),
  kind: z.string(),
  says: z.string(),
  value: z.string().nullable(),
  uncertainty: z.string().nullable(),
  unit: z.string().nullable(),
  decision: z.string().nullable(),
})

export const WorksheetQuery = z.strictObject({ worksheet: Id })
export const RunQuery = z.strictObject({ run: Id })
export const SpectrumQuery = z.strictObject({
  run: Id,
  spectrum: z.coerce.number().int().min(0).default(0),
  search: Id.optional(),
  hit: z.coerce.number().int().min(0).max(50).optional(),
})
const Peak = z.tuple([z.number(), z.number()])
export const SpectrumAnswer = z.object({
  name: z.string(),
  peaks: z.array(Peak),
  reference: z.object({ name: z.string(), peaks: z.array(Peak), unmatched: z.array(z.number()) }).nullable(),
})
export const RunAnswer = z.object({
  id: z.string(),
  number: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  size: z.number(),
  format: z.string(),
  sampleKind: z.string(),
  technique: z.string(),
  readable: z.boolean(),
  unreadableBecause: z.string().nullable(),
  summary: z.record(z.string(), z.union([z.string(), z.number()])),
  spectra: z.number(),
  traces: z.array(
    z.object({ title: z.string(), xUnit: z.string(), yUnit: z.string(), points: z.array(Peak) }),
  ),
  warnings: z.array(z.string()),
  account: z.object({ disposition: z.string(), words: z.string() }).nullable(),
  searches: z.array(
    z.object({
      id: z.string(),
      library: z.string(),
      spectrum: z.number(),
      status: z.string(),
      says: z.string(),
      hits: SearchDone.shape.hits,
      confirmation: z
        .object({
          hit: z.number(),
          outcome: z.string(),
          substance: z.string(),
          by: z.string(),
          at: z.string(),
          words: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  actions,
})
export const UnaccountedRuns = z.strictObject({ request: Id })
export const UnaccountedRunsAnswer = z.object({
  items: z.array(z.object({ id: z.string(), number: z.string(), fileName: z.string() })),
})
export const UncertaintyBudget = z.strictObject({
  worksheet: Id,
  item: Id,
  extrapolateTo: z.coerce.number().int().min(1).optional(),
})
export const Budget = z.object({
  value: z.string(),
  unit: z.string(),
  uncertainty: z.string(),
  k: z.string(),
  standardUncertainty: z.string(),
  effectiveDegreesOfFreedom: z.string(),
  readings: z.number(),
  pounds: z.string(),
  contributions: z.array(
    z.object({ source: z.string(), standardUncertainty: z.string(), degreesOfFreedom: z.string() }),
  ),
  decisions: z.array(
    z.object({
      limit: z.string(),
      limitValue: z.string(),
      unit: z.string(),
      law: z.string(),
      clause: z.string().nullable(),
      decision: z.string(),
      says: z.string(),
      unverified: z.boolean(),
    }),
  ),
})
export const WorksheetAnswer = z.object({
  id: z.string(),
  number: z.string(),
  state: z.string(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  request: z.object({ id: z.string(), number: z.string(), question: z.string() }),
  analyst: z.object({ id: z.string(), name: z.string() }),
  method: z.object({ id: z.string(), code: z.string(), title: z.string(), version: z.string() }),
  definition: z.unknown(),
  /** When anything was last written on it. */
  written: z.string(),
  techniques: z.array(TechniqueSeen),
  items: z.array(
    z.object({ id: z.string(), number: z.string(), description: z.string(), hazards: z.array(z.string()) }),
  ),
  observations: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      step: z.string(),
      field: z.string(),
      answer: z.unknown(),
      at: z.string(),
      by: z.string(),
      corrects: z.string().nullable(),
    }),
  ),
  weighings: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      parcel: z.number(),
      gross: z.string(),
      tare: z.string(),
      net: z.string(),
      unit: z.string(),
      equipment: z.string(),
      at: z.string(),
    }),
  ),
  portions: z.array(PortionSeen),
  samplings: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      population: z.number(),
      sampleSize: z.number(),
      fraction: z.string(),
      confidence: z.string(),
      seed: z.string(),
      units: z.array(z.number()),
    }),
  ),
  tests: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      technique: z.string(),
      category: z.string(),
      principle: z.string(),
      outcome: z.string(),
      pointsTo: z.string().nullable(),
      words: z.string().nullable(),
      at: z.string(),
    }),
  ),
  runs: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      item: z.string().nullable(),
      fileName: z.string(),
      format: z.string(),
      sampleKind: z.string(),
      readable: z.boolean(),
      account: z.string().nullable(),
    }),
  ),
  conclusions: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      kind: z.string(),
      substance: z.string().nullable(),
      value: z.string().nullable(),
      uncertainty: z.string().nullable(),
      unit: z.string().nullable(),
      decision: z.string().nullable(),
      says: z.string(),
      at: z.string(),
      verified: z.array(z.object({ by: z.string(), outcome: z.string(), words: z.string().nullable() })),
    }),
  ),
  reviews: z.array(
    z.object({
      by: z.string(),
      at: z.string(),
      outcome: z.string(),
      findings: z.array(z.string()),
      answers: z.array(z.string()).nullable(),
      answeredAt: z.string().nullable(),
    }),
  ),
  relies: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      name: z.string(),
      ok: z.boolean(),
      why: z.string().nullable(),
    }),
  ),
  actions,
})
export const FindWorksheets = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum(['open', 'concluded', 'returned', 'reviewed']).optional(),
  /** False: those of others, whom alone a person may review. */
  mine: z.stringbool().optional(),
})
export const WorksheetLine = z.object({
  id: z.string(),
  number: z.string(),
  state: z.string(),
  case: z.object({ id: z.string(), number: z.string() }),
  request: z.string(),
  analyst: z.string(),
  since: z.string(),
})
export const WorksheetList = listOf(WorksheetLine)
export const Libraries = z.strictObject({})
export const LibrariesAnswer = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), version: z.string(), spectra: z.number() })),
})
export const SampleValues = z.strictObject({ /** Key of the sentence. */ statement: Code.optional() })
export const Samples = z.object({
  items: z.array(
    z.object({ item: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
})
