/** Shapes of boxes and files: listed, found, taken out and brought back, joined with a case. */
import { z } from 'zod'
import {
  Code,
  DateText,
  Id,
  Line,
  PartialDate,
  Prose,
  actions,
  listInput,
  listWords,
  listOf,
} from '#kernel/shapes.ts'

export const ColdState = z.enum(['online', 'leaving', 'cold', 'asked-back', 'coming-back'])
export type ColdState = z.output<typeof ColdState>
/** Where the masters of a page are, for whoever wants them. */
export const ColdSaid = z.object({
  label: z.string(),
  whereabouts: z.string(),
  keeper: z.string(),
  state: ColdState,
})
export type ColdSaid = z.output<typeof ColdSaid>

/** As a scanner sends it or a person types it: a barcode, or the number on the box. */
export const Scanned = z.string().trim().min(1).max(80)
export const FileState = z.enum(['in-box', 'out', 'missing', 'transferred', 'destroyed'])
export type FileState = z.output<typeof FileState>
export const Stage = z.enum(['listed', 'prepared', 'captured', 'keyed', 'indexed', 'accepted'])
export type Stage = z.output<typeof Stage>

export const RegisterBox = z.strictObject({
  id: Id.optional(),
  title: Line,
  years: z.string().trim().max(40).nullish(),
  place: Id.nullish().describe('Where it stands: a place of the stores'),
  unit: Id.nullish(),
  words: Prose.nullish(),
})
export const Registered = z.object({ id: z.string(), number: z.string(), barcode: z.string() })
export const MoveBox = z.strictObject({ box: Id, place: Id, words: Line.nullish() })
export const FindBoxes = z.strictObject({ ...listInput, ...listWords, place: Id.optional() })
export const BoxLine = z.object({
  id: z.string(),
  number: z.string(),
  barcode: z.string(),
  title: z.string(),
  years: z.string().nullable(),
  place: z.string().nullable(),
  files: z.number(),
  out: z.number(),
  since: z.string(),
})
export type BoxLine = z.output<typeof BoxLine>
export const BoxList = listOf(BoxLine)
export const GetBox = z
  .strictObject({ box: Id.optional(), code: Scanned.optional() })
  .refine((b) => b.box ?? b.code, 'box-or-code')
export const BoxSeen = BoxLine.extend({ words: z.string().nullable(), actions })
export type BoxSeen = z.output<typeof BoxSeen>

/** Everything that stands on a cover; nothing here is required but the box, for what cannot be read cannot be listed. */
export const RegisterFile = z.strictObject({
  id: Id.optional(),
  box: Id,
  numbers: z.array(z.string().trim().min(1).max(80)).max(20).default([]),
  on: PartialDate.nullish().describe('Year, month or day on the cover'),
  type: Code.nullish().describe('Kind of case'),
  names: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  title: Line.nullish(),
  tier: Code.nullish().describe('Without one: what the rules of the laboratory propose'),
  words: Prose.nullish(),
})
export const FileRegistered = Registered.extend({
  tier: z.string(),
  proposed: z.number().describe('Cases that may be the same'),
})
export const at = { file: Id }
export const MoveFile = z.strictObject({ ...at, to: Scanned.describe('Number or barcode of the box') })
export const CheckOutFile = z.strictObject({
  ...at,
  person: Id.nullish().describe('Who takes it; without one, whoever acts'),
  due: DateText,
  request: Id.nullish(),
  words: Line.nullish(),
})
export const ReturnFile = z.strictObject({
  ...at,
  box: Scanned.nullish().describe('Without one, the box it came from'),
  words: Line.nullish(),
})
export const ReportFileMissing = z.strictObject({ ...at, words: Prose.describe('Where it was looked for') })
export const ChangeTier = z.strictObject({ ...at, tier: Code, words: Line })
export const Stepped = z.object({ file: z.string(), state: FileState, box: z.string() })
export const ProposeCases = z.strictObject({ ...at })
export const Candidate = z.object({
  case: z.string(),
  number: z.string(),
  title: z.string(),
  type: z.string().nullable(),
  on: z.string().nullable(),
  score: z.number(),
  reasons: z.array(z.object({ key: z.string(), value: z.string(), text: z.string() })),
})
export type Candidate = z.output<typeof Candidate>
export const Candidates = z.object({ items: z.array(Candidate) })
export const LinkToCase = z.strictObject({
  ...at,
  case: Id,
  verdict: z.enum(['linked', 'not-the-same', 'not-sure', 'unlinked']).default('linked'),
})
export const Linked = z.object({ id: z.string(), score: z.number() })

export const FileInventory = z.strictObject({
  ...listInput,
  ...listWords,
  box: Id.optional(),
  case: Id.optional(),
  tier: Code.optional(),
  state: FileState.optional(),
  stage: Stage.optional(),
  linked: z.enum(['yes', 'no']).optional(),
})
export const FileLine = z.object({
  id: z.string(),
  number: z.string(),
  barcode: z.string(),
  numbers: z.array(z.string()),
  on: z.string().nullable(),
  title: z.string().nullable(),
  type: z.string().nullable(),
  tier: z.string(),
  tierName: z.string(),
  state: FileState,
  stage: Stage,
  box: z.object({ id: z.string(), number: z.string() }),
  holder: z.string().nullable(),
  due: z.string().nullable(),
  overdue: z.boolean(),
  case: z.object({ id: z.string(), number: z.string() }).nullable(),
  pages: z.number(),
  sensitive: z.array(z.string()),
})
export type FileLine = z.output<typeof FileLine>
export const FileList = listOf(FileLine)
export const GetFile = z
  .strictObject({ file: Id.optional(), code: Scanned.optional() })
  .refine((f) => f.file ?? f.code, 'file-or-code')
const IndexSeen = z.object({
  field: z.string(),
  name: z.string(),
  values: z.array(z.string()),
  absent: z.enum(['unknown', 'illegible']).nullable(),
  how: z.enum(['agreed', 'differs', 'decided', 'corrected']),
  by: z.array(z.string()).describe('Who keyed it, and who decided'),
  at: z.string(),
})
export const FileSeen = FileLine.extend({
  names: z.array(z.string()),
  words: z.string().nullable(),
  place: z.string().nullable(),
  screened: z.boolean(),
  cold: z.array(ColdSaid).describe('Where masters of its pages are that left the online store'),
  guarded: z.boolean().describe('Somebody found what few should see'),
  index: z.array(IndexSeen),
  steps: z.array(
    z.object({
      kind: z.string(),
      text: z.string(),
      words: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  links: z.array(
    z.object({
      case: z.string(),
      number: z.string(),
      verdict: z.string(),
      score: z.number(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  requests: z.array(z.object({ id: z.string(), number: z.string(), state: z.string(), due: z.string() })),
  papers: z.array(
    z.object({ id: z.string(), kind: z.string(), number: z.string(), by: z.string(), at: z.string() }),
  ),
  actions,
})
export type FileSeen = z.output<typeof FileSeen>
export const LabelsOf = z
  .strictObject({
    box: Id.optional(),
    file: Id.optional(),
    sheet: z.enum(['a4-70x37', 'a4-63x34', 'roll-50x25']).default('a4-70x37'),
  })
  .refine((l) => l.box ?? l.file, 'box-or-file')

export const ProgressQuery = z.strictObject({})
export const ProgressSeen = z.object({
  at: z.string(),
  boxes: z.number(),
  files: z.number(),
  linked: z.number(),
  out: z.number(),
  overdue: z.number(),
  missing: z.number(),
  openRequests: z.number(),
  lateRequests: z.number(),
  tiers: z.array(
    z.object({
      tier: z.string(),
      name: z.string(),
      scan: z.string(),
      files: z.number(),
      stages: z.record(z.string(), z.number()),
    }),
  ),
  pages: z.number(),
  blank: z.number(),
  read: z.number(),
  waiting: z.number(),
  quarantined: z.number(),
  days: z.array(z.object({ day: z.string(), pages: z.number(), files: z.number() })),
  /** Of what the tiers say is scanned without being asked for. */
  left: z.object({ files: z.number(), pages: z.number(), estimated: z.boolean() }),
  cost: z
    .object({ currency: z.string(), spent: z.string(), left: z.string(), perPage: z.string() })
    .nullable(),
  pace: z.object({ pagesADay: z.number(), measured: z.boolean() }).nullable(),
  ends: z.string().nullable().describe('The day on which it is done at that pace'),
})
export type ProgressSeen = z.output<typeof ProgressSeen>
