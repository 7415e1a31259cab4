/** What crosses the wire about reports: drafts, reviews, signatures, recipients, and what anybody may check. */
import { z } from 'zod'
import { Code, DateText, Id, Line, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { releaseLevels } from './rules/release.ts'

export const ReportState = z.enum([
  'draft',
  'returned',
  'reviewed',
  'signed',
  'issued',
  'superseded',
  'withdrawn',
])
export type ReportState = z.infer<typeof ReportState>
export const PaperLanguage = z.enum(['en', 'es'])

/** A report is named by its own id (the newest version is meant) or by the id of one version. */
const onReport = { report: Id }
export const DraftReport = z.strictObject({
  id: Id.optional(),
  request: Id,
  /** That of the laboratory where none is given. */
  language: PaperLanguage.optional(),
  remarks: Prose.optional(),
  results: z
    .array(Id)
    .min(1)
    .max(500)
    .optional()
    .describe('Conclusions to report; all reviewed ones of the request where absent'),
})
export const IncludeResult = z
  .strictObject({
    ...onReport,
    results: z.array(Id).min(1).max(500).optional(),
    remarks: Prose.nullable().optional(),
  })
  .refine((i) => i.results !== undefined || i.remarks !== undefined, 'result-or-remarks')
export const OfReport = z.strictObject(onReport)
export const ReturnReport = z.strictObject({ ...onReport, findings: z.array(Line).min(1).max(50) })
export const ReviewReport = z.strictObject({ ...onReport, findings: z.array(Line).max(50).default([]) })
export const Recipient = z
  .strictObject({ person: Id.optional(), unit: Id.optional() })
  .refine((r) => (r.person === undefined) !== (r.unit === undefined), 'person-or-unit')
export const DeliverReport = z.strictObject({
  id: Id.optional(),
  ...onReport,
  to: Recipient,
  way: Code.optional(),
  words: Line.optional(),
})
export const IssueReport = z.strictObject({
  ...onReport,
  to: z
    .array(Recipient)
    .max(50)
    .default([])
    .describe('Who gets it at once; where no controlled drug was found, police and prosecution always do'),
  words: Line.optional(),
})
export const AcknowledgeReport = z.strictObject({ delivery: Id, words: Line.optional() })
export const AmendReport = z.strictObject({
  ...onReport,
  changes: Prose.describe('What the new version changes, as it is printed'),
  language: PaperLanguage.optional(),
})
export const SetRelease = z.strictObject({ case: Id, level: z.enum(releaseLevels) })
export const ReleaseSet = z.object({ id: z.string(), level: z.enum(releaseLevels) })
/** What a link in a mail names: the delivery to one recipient. */
export const Received = z.strictObject({ delivery: Id })
export const ReceivedSeen = z.object({ report: z.string(), number: z.string(), until: z.string() })
export const WithdrawReport = z.strictObject({
  ...onReport,
  words: Prose.describe('Why, as the recipients are told'),
})

export const ReportDone = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  state: ReportState,
})
export const Drafted = ReportDone.extend({ results: z.number(), code: z.string() })
export const Signed = ReportDone.extend({ pdfSha256: z.string(), dataSha256: z.string() })
export const Issued = Signed.extend({ code: z.string(), verify: z.string(), delivered: z.number() })
export const Delivered = z.object({ id: z.string(), number: z.string(), delivery: z.string() })

const named = z.object({ id: z.string(), name: z.string() })
export const ReportLine = z.object({
  id: z.string(),
  versionId: z.string(),
  number: z.string(),
  version: z.number(),
  state: ReportState,
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  request: z.object({ id: z.string(), number: z.string() }),
  question: z.string(),
  questionName: z.string(),
  unit: named,
  author: named,
  since: z.string(),
})
export const FindReports = z.strictObject({
  ...listInput,
  ...listWords,
  state: ReportState.optional(),
  open: z.stringbool().optional(),
  case: Id.optional(),
  request: Id.optional(),
  unit: Id.optional(),
  author: Id.optional(),
  /** False: those that others drew up, whom alone a person may read through. */
  mine: z.stringbool().optional(),
  received: z.stringbool().optional().describe('Only what was delivered to me or my office'),
  from: DateText.optional(),
  until: DateText.optional(),
})
export const ReportList = listOf(ReportLine)
export const GetReport = z.strictObject({ ...onReport, version: z.coerce.number().int().min(1).optional() })

export const PreviewWording = z.strictObject({
  key: Code,
  en: z.string().max(20_000),
  es: z.string().max(20_000),
  language: z.enum(['en', 'es']).default('en'),
})
/** `number` is null where the reader may see no certificate that would say it; the drawing has its pages one beneath another. */
export const WordingSeen = z.object({ number: z.string().nullable(), svg: z.string(), pages: z.number() })

export const ResultSeen = z.object({
  id: z.string(),
  item: z.string(),
  itemNumber: z.string(),
  kind: z.string(),
  determination: z.string(),
  says: z.string(),
  value: z.string().nullable(),
  uncertainty: z.string().nullable(),
  unit: z.string().nullable(),
  k: z.string().nullable(),
  decision: z.string().nullable(),
  presumptive: z.boolean(),
  holds: z.boolean(),
  reviewed: z.boolean(),
})
export const DeliverySeen = z.object({
  id: z.string(),
  kind: z.enum(['copy', 'replacement', 'withdrawal']),
  to: z.string(),
  way: z.string().nullable(),
  wayName: z.string().nullable(),
  words: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  acknowledged: z.object({ at: z.string(), by: z.string() }).nullable(),
  mine: z.boolean(),
})
export const ReportSeen = ReportLine.extend({
  /** To whom the certificates of this case are given out. */
  release: z.enum(releaseLevels),
  language: PaperLanguage,
  code: z.string().nullable(),
  verify: z.string().nullable(),
  remarks: z.string().nullable(),
  changes: z.string().nullable(),
  supersedes: z.number().nullable(),
  reviewer: named.nullable(),
  signer: named.nullable(),
  waiting: z.array(z.string()).describe('What still stands between this version and a signature'),
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      description: z.string(),
      packaging: z.string(),
      received: z.string(),
    }),
  ),
  results: z.array(ResultSeen),
  methods: z.array(z.object({ code: z.string(), title: z.string(), version: z.number() })),
  reliedOn: z.array(z.object({ kind: z.string(), name: z.string() })),
  deviations: z.array(z.string()),
  unconfirmed: z.array(z.object({ key: z.string(), name: z.string(), source: z.string().nullable() })),
  steps: z.array(
    z.object({
      kind: z.string(),
      says: z.string(),
      at: z.string(),
      by: z.string(),
      words: z.string().nullable(),
      findings: z.array(z.string()),
    }),
  ),
  signature: z
    .object({ pdfSha256: z.string(), dataSha256: z.string(), size: z.number(), at: z.string() })
    .nullable(),
  versions: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      version: z.number(),
      state: ReportState,
      since: z.string(),
    }),
  ),
  deliveries: z.array(DeliverySeen),
  offered: z
    .array(
      z.object({
        person: z.string().optional(),
        unit: z.string().optional(),
        name: z.string(),
        must: z.boolean(),
      }),
    )
    .describe('Who is offered a copy and has none yet; `must`: told at issue in any case'),
  actions,
})
export type ReportSeen = z.output<typeof ReportSeen>

/** Anybody types a code as it is printed: with hyphens or blanks, in small letters, O for 0, I or L for 1. */
export const CheckCode = z.strictObject({ code: z.string().max(40) })
export const CodeChecked = z.object({
  state: z.enum(['live', 'superseded', 'withdrawn']),
  says: z.string(),
  number: z.string(),
  version: z.number(),
  issued: z.string(),
  pdfSha256: z.string(),
  dataSha256: z.string(),
  supersededBy: z.object({ version: z.number(), code: z.string() }).nullable(),
  withdrawn: z.string().nullable(),
  service: z.string(),
  demo: z.boolean(),
})
