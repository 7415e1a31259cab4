/** What crosses the wire about methods, people's authorisations, equipment, lots and deviations. */
import { z } from 'zod'
import { DecimalText } from '#kernel/quantity.ts'
import {
  Code,
  DateText,
  Id,
  Line,
  Prose,
  RefText,
  actions,
  listInput,
  listWords,
  listOf,
} from '#kernel/shapes.ts'

export * from './contract/clauses.ts'

export const Created = z.object({ id: z.string(), number: z.string().optional() })
const Sha = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
const Data = z
  .record(z.string().max(80), z.json())
  .refine((v) => JSON.stringify(v).length <= 20_000, 'too-long')

/** What is asked for at one step of a worksheet. */
export const WorksheetField = z.strictObject({
  key: Code,
  en: Line,
  es: Line,
  type: z.enum(['text', 'choice', 'number', 'quantity', 'yes-no', 'date', 'file']),
  unit: z.string().max(20).optional(),
  choices: z
    .array(z.strictObject({ code: Code, en: Line, es: Line }))
    .max(60)
    .optional(),
  required: z.boolean().optional(),
})
export const WorksheetStep = z.strictObject({
  key: Code,
  en: Line,
  es: Line,
  kind: z.enum(['observation', 'weighing', 'measurement', 'run', 'control', 'sampling', 'conclusion']),
  /** Key of a technique of the same method version. */
  technique: Code.optional(),
  fields: z.array(WorksheetField).max(60).default([]),
  /** Kinds of equipment and materials of lots that must be named before the step can be recorded. */
  equipment: z.array(Code).max(10).default([]),
  materials: z.array(Code).max(20).default([]),
  /** Of a control step: which kind of run answers it. */
  runs: z.enum(['blank', 'reference', 'control']).optional(),
  optional: z.boolean().optional(),
})
export const WorksheetDefinition = z
  .strictObject({ steps: z.array(WorksheetStep).min(1).max(60) })
  .meta({ id: 'WorksheetDefinition' })
export type WorksheetDefinition = z.output<typeof WorksheetDefinition>
export type WorksheetStep = z.output<typeof WorksheetStep>
/** SWGDRUG Recommendations, part III B: category A identifies by structure, B by other selective principles, C by general ones. */
export const Technique = z.strictObject({
  key: Code,
  title: Line,
  titleEs: Line.optional(),
  category: z.enum(['A', 'B', 'C']),
  /** Two techniques of one principle count once. */ principle: Code,
  /** What it measures in portions of a specimen, and how well: shares as decimals (`0.06` is six per cent), from the validation of the method. */
  measures: z
    .array(
      z.strictObject({
        substance: Code,
        unit: Line,
        portions: z.number().int().min(1).max(20),
        agree: DecimalText,
        uncertainty: DecimalText,
        k: DecimalText.default('2'),
        least: DecimalText,
      }),
    )
    .max(60)
    .optional(),
})
export type Technique = z.output<typeof Technique>
export const DecisionRule = z.enum([
  'shown-beyond-uncertainty',
  'value-alone',
  'swgdrug-two-techniques',
  'none',
])

export const RegisterMethod = z.strictObject({
  id: Id.optional(),
  code: Code,
  title: Line,
  titleEs: Line,
  discipline: Code,
})
export const IssueMethodVersion = z.strictObject({
  id: Id.optional(),
  method: Id,
  version: z.number().int().min(1).max(999).optional(),
  worksheet: WorksheetDefinition,
  techniques: z.array(Technique).max(30).default([]),
  decisionRule: DecisionRule.default('none'),
  validation: Prose.nullish(),
  document: Sha.nullish(),
  from: DateText,
  until: DateText.nullish(),
})
export const Capacity = z.enum(['analyst', 'reviewer'])
export type Capacity = z.infer<typeof Capacity>
export const AuthorisePerson = z.strictObject({
  id: Id.optional(),
  person: Id,
  method: Id,
  as: Capacity,
  from: DateText,
  until: DateText.nullish(),
  basis: Prose.nullish(),
})
export const WithdrawAuthorisation = z.strictObject({
  authorisation: Id,
  on: DateText.optional(),
  why: Prose,
})
export const RecordCompetence = z.strictObject({
  id: Id.optional(),
  person: Id,
  method: Id.nullish(),
  kind: z.enum(['training', 'examination', 'supervised-casework', 'proficiency-test', 'witnessed-testimony']),
  outcome: z.enum(['passed', 'failed', 'attended']),
  on: DateText,
  note: Prose.nullish(),
  document: Sha.nullish(),
})
export const RegisterEquipment = z.strictObject({
  id: Id.optional(),
  code: Code,
  kind: Code,
  name: Line,
  make: Line.nullish(),
  model: Line.nullish(),
  serial: Line.nullish(),
  unit: Id.nullish(),
  place: Line.nullish(),
  /** True where nothing may be measured with it unless a calibration stands. */
  calibrated: z.boolean().default(true),
  data: Data.default({}),
})
export const RecordCalibration = z.strictObject({
  id: Id.optional(),
  equipment: Id,
  kind: z.enum(['calibration', 'check', 'maintenance']).default('calibration'),
  outcome: z.enum(['passed', 'failed']),
  on: DateText,
  due: DateText.nullish(),
  uncertainty: z
    .strictObject({ value: DecimalText, unit: z.string().min(1).max(20), k: DecimalText.default('2') })
    .nullish(),
  certificate: Line.nullish(),
  by: Line.nullish(),
  note: Prose.nullish(),
})
export const OutOrIn = z.strictObject({ equipment: Id, why: Prose })
export const ReceiveLot = z.strictObject({
  id: Id.optional(),
  number: Line,
  material: Code,
  name: Line,
  kind: z.enum(['reagent', 'reference-material', 'control', 'consumable']).default('reagent'),
  supplier: Line.nullish(),
  received: DateText,
  expires: DateText.nullish(),
  amount: z.strictObject({ value: DecimalText, unit: z.string().min(1).max(20) }).nullish(),
  storage: Line.nullish(),
  certificate: Line.nullish(),
  data: Data.default({}),
})
export const VerifyLot = z.strictObject({
  lot: Id,
  outcome: z.enum(['verified', 'rejected']),
  why: Prose,
  data: Data.default({}),
})
export const WithdrawLot = z.strictObject({ lot: Id, why: Prose })
/** Either a new deviation, or `deviation`: the second of the two approvals. */
export const GrantDeviation = z.union([
  z.strictObject({
    id: Id.optional(),
    text: Prose,
    why: Prose,
    subjects: z.array(Id).max(50).default([]),
    things: z.array(Id).max(20).default([]),
    until: DateText,
  }),
  z.strictObject({ deviation: Id }),
])
export const DeviationGranted = z.object({ id: z.string(), state: z.enum(['waiting', 'in-force']) })
export const EndDeviation = z.strictObject({ deviation: Id, why: Prose })
export const RaiseNonconformity = z.strictObject({
  id: Id.optional(),
  kind: z.enum(['method', 'equipment', 'lot', 'person', 'result', 'custody', 'document', 'other']),
  text: Prose,
  thing: Id.nullish(),
  case: Id.nullish(),
  found: DateText.optional(),
})

export const MethodVersionSeen = z.object({
  id: z.string(),
  method: z.string(),
  code: z.string(),
  title: z.string(),
  version: z.number(),
  discipline: z.string(),
  worksheet: WorksheetDefinition,
  techniques: z.array(Technique),
  decisionRule: z.string().nullable(),
  from: z.string(),
  until: z.string().nullable(),
})
export const AuthorisationSeen = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  as: Capacity,
  from: z.string(),
  until: z.string().nullable(),
  ends: z.string().nullable(),
})
export const GetMethod = z
  .strictObject({ method: Id.optional(), code: Code.optional() })
  .refine((v) => v.method !== undefined || v.code !== undefined, 'method-or-code')
export const MethodSeen = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  discipline: z.string(),
  versions: z.array(MethodVersionSeen),
  people: z.array(AuthorisationSeen),
  actions,
})
export const ListMethods = z.strictObject({ ...listInput, ...listWords, discipline: Code.optional() })
export const MethodList = listOf(
  z.object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    discipline: z.string(),
    version: z.number().nullable(),
    versionId: z.string().nullable(),
    from: z.string().nullable(),
    analysts: z.number(),
    reviewers: z.number(),
  }),
)
export const WhoMayDo = z.strictObject({ code: Code, as: Capacity.optional(), on: DateText.optional() })
export const Authorised = z.object({ items: z.array(AuthorisationSeen) })

export const Standing = z.enum([
  'ready',
  'due-soon',
  'overdue',
  'never-calibrated',
  'failed',
  'out-of-service',
])
export const EquipmentSeen = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  make: z.string().nullable(),
  model: z.string().nullable(),
  serial: z.string().nullable(),
  unit: z.string().nullable(),
  place: z.string().nullable(),
  calibrated: z.boolean(),
  standing: Standing,
  why: z.string().nullable(),
  next: z.string().nullable(),
  calibratedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  uncertainty: z.object({ value: z.string(), unit: z.string(), k: z.string() }).nullable(),
  certificate: z.string().nullable(),
  data: z.json(),
  actions,
})
export const ListEquipment = z.strictObject({
  ...listInput,
  ...listWords,
  kind: Code.optional(),
  unit: Id.optional(),
  /** True: what may be used today; false: what may not. */
  fit: z.stringbool().optional(),
})
export const EquipmentList = listOf(EquipmentSeen)
export const LotSeen = z.object({
  id: z.string(),
  number: z.string(),
  material: z.string(),
  name: z.string(),
  kind: z.string(),
  supplier: z.string().nullable(),
  received: z.string(),
  expires: z.string().nullable(),
  amount: z.object({ value: z.string(), unit: z.string() }).nullable(),
  storage: z.string().nullable(),
  state: z.enum(['received', 'verified', 'rejected', 'withdrawn']),
  usable: z.boolean(),
  why: z.string().nullable(),
  next: z.string().nullable(),
  actions,
})
export const ListLots = z.strictObject({
  ...listInput,
  ...listWords,
  material: Code.optional(),
  usable: z.stringbool().optional(),
  state: z.enum(['received', 'verified', 'rejected', 'withdrawn']).optional(),
})
export const LotList = listOf(LotSeen)
export const LotHistoryQuery = z.strictObject({ lot: Id })
export const LotHistory = LotSeen.extend({
  steps: z.array(z.object({ state: z.string(), at: z.string(), by: z.string(), why: z.string() })),
  uses: z.number(),
})
export const WhatIsDue = z.strictObject({ days: z.coerce.number().int().min(0).max(730).default(60) })
export const Due = z.object({
  items: z.array(
    z.object({
      kind: z.enum(['equipment', 'authorisation', 'lot', 'deviation']),
      id: z.string(),
      name: z.string(),
      on: z.string().nullable(),
      late: z.boolean(),
      text: z.string(),
    }),
  ),
})
export const DeviationState = z.enum(['waiting', 'in-force', 'over', 'ended'])
export const ListDeviations = z.strictObject({ ...listInput, ...listWords, state: DeviationState.optional() })
export const DeviationList = listOf(
  z.object({
    id: z.string(),
    text: z.string(),
    why: z.string(),
    until: z.string(),
    state: DeviationState,
    /** What it sets the rule aside for, by name. */
    things: z.array(z.string()),
    /** Cases, exhibits or requests that it is for; none: for all. */
    subjects: z.number(),
    director: z.string().nullable(),
    qualityManager: z.string().nullable(),
    at: z.string(),
    endedBy: z.string().nullable(),
    endedWhy: z.string().nullable(),
    uses: z.number(),
    actions,
  }),
)
export const ListNonconformities = z.strictObject({
  ...listInput,
  ...listWords,
  kind: RaiseNonconformity.shape.kind.optional(),
})
export const NonconformityList = listOf(
  z.object({
    id: z.string(),
    number: z.string(),
    kind: RaiseNonconformity.shape.kind,
    text: z.string(),
    thing: z.string().nullable(),
    case: z.object({ id: z.string(), number: z.string() }).nullable(),
    found: z.string(),
    by: z.string().nullable(),
  }),
)
export const AffectedBy = z.strictObject({
  ...listInput,
  thing: Id,
  from: DateText.optional(),
  until: DateText.optional(),
})
export const Affected = listOf(
  z.object({
    id: z.string(),
    subject: RefText,
    root: z.string(),
    kind: z.string(),
    usedFor: z.string().nullable(),
    at: z.string(),
    by: z.string().nullable(),
  }),
)
