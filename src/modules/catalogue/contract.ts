/** What crosses the wire about the laboratory's own words and rules. */
import { z } from 'zod'
import { Code, DateText, Id, Line, Prose, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { FormBody } from './contract/form.ts'
import { Comparison, DefinitionKind, LimitRule, doubted, named } from './contract/words.ts'

export * from './contract/change.ts'
export * from './contract/draft.ts'
export * from './contract/form.ts'
export * from './contract/laboratory.ts'
export * from './contract/rule.ts'
export * from './contract/suggestion.ts'
export * from './contract/text.ts'
export * from './contract/words.ts'

export const Created = z.object({ id: z.string() })
export const RetireCode = z.strictObject({ list: Code, code: Code, on: DateText })

export const Series = z.enum([
  'case',
  'outside-case',
  'submission',
  'item',
  'request',
  'worksheet',
  'profile',
  'report',
  'batch',
  'run',
  'consignment',
  'attendance',
  'call',
  'death',
  'missing',
  'box',
  'nonconformity',
  'stock-take',
  'paper-file',
  'scan-batch',
  'inspection-lot',
  'scan-request',
  'archive-paper',
  'archive-disposal',
])
export type Series = z.infer<typeof Series>
export const Numbering = z.strictObject({
  pattern: z.string().min(1).max(80),
  reset: z.enum(['year', 'never']).default('never'),
  /** IANA name: which midnight begins a year. */
  zone: z.string().max(60).default('UTC'),
})
export type Numbering = z.infer<typeof Numbering>
export const TemplateBody = z.strictObject({
  en: Prose,
  es: Prose,
  placeholders: z.array(z.string().max(60)).max(60).default([]),
})
export const KitBody = z.strictObject({
  items: z
    .array(
      z.strictObject({
        code: Code,
        ...named,
        count: z.number().int().min(1).max(999),
        itemType: Code.nullish(),
      }),
    )
    .min(1)
    .max(100),
  shelfLifeDays: z.number().int().min(1).nullish(),
})
export const LabelBody = z.strictObject({
  widthMm: z.number().min(10).max(300),
  heightMm: z.number().min(10).max(300),
  symbol: z.enum(['qr', 'datamatrix', 'code128']),
  lines: z.array(z.string().max(120)).max(12),
})
export const PreviewLabel = z.strictObject({ key: Code, label: z.string().max(4000) })
export const LabelDrawn = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  svg: z.string(),
  zpl: z.string(),
})
export const LetterheadBody = z.strictObject({
  serviceName: Line,
  serviceNameEs: Line.nullish(),
  address: z.array(Line).max(8),
  motto: Line.nullish(),
  phone: Line.nullish(),
  email: Line.nullish(),
  law: Line.nullish(),
})
export type LetterheadBody = z.infer<typeof LetterheadBody>

const versioned = {
  id: Id.optional(),
  key: Code,
  ...named,
  ...doubted,
  /** Draft where false: `publish-version` puts it in force. */ publish: z.boolean().default(true),
  from: DateText.nullish(),
}
export const DefineForm = z.strictObject({
  ...versioned,
  use: FormBody.shape.use,
  for: FormBody.shape.for,
  questions: FormBody.shape.questions,
})
export const DefineTemplate = z.strictObject({ ...versioned, text: TemplateBody })
export const DefineKit = z.strictObject({ ...versioned, kit: KitBody })
export const DefineLabel = z.strictObject({ ...versioned, label: LabelBody })
export const DefineNumbering = z.strictObject({ ...versioned, key: Series, numbering: Numbering })
export const DefineLetterhead = z.strictObject({ ...versioned, letterhead: LetterheadBody })
export const DefineItemType = z.strictObject({
  id: Id.optional(),
  code: Code,
  ...named,
  /** The form by which things of this kind are described; none: words alone. */
  form: Code.nullish(),
  container: z.boolean().default(false),
  hazards: z.array(Code).max(20).default([]),
  ...doubted,
})
export const PublishVersion = z.strictObject({ definition: Id, from: DateText })
export const ConfirmValue = z.strictObject({ value: Id, gazette: Line, note: Prose.nullish() })
export const Versioned = z.object({ id: z.string(), version: z.number() })

export const CodeSeen = z.object({
  id: z.string(),
  list: z.string(),
  code: z.string(),
  name: z.string(),
  en: z.string(),
  es: z.string(),
  data: z.json(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  unverified: z.boolean(),
  source: z.string().nullable(),
  confirmed: z.object({ by: z.string(), at: z.string(), gazette: z.string() }).nullable(),
})
export const FindCode = z.strictObject({
  list: Code,
  q: z.string().trim().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(12),
})
export const FoundCodes = z.object({ items: z.array(CodeSeen) })
export const GetCodeList = z.strictObject({
  list: Code,
  on: DateText.optional(),
  retired: z.stringbool().default(false),
})
export const CodeList = z.object({
  list: z.string(),
  name: z.string(),
  en: z.string(),
  es: z.string(),
  items: z.array(CodeSeen),
})
export const ListCodeLists = z.strictObject({})
export const CodeLists = z.object({
  items: z.array(
    z.object({ list: z.string(), name: z.string(), codes: z.number(), unconfirmed: z.number() }),
  ),
})

export const LimitSeen = z.object({
  id: z.string(),
  key: z.string(),
  substance: z.string(),
  value: z.string(),
  unit: z.string(),
  comparison: Comparison,
  law: z.string(),
  clause: z.string().nullable(),
  en: z.string(),
  es: z.string(),
  rule: LimitRule,
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  unverified: z.boolean(),
  source: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  gazette: z.string().nullable(),
})
export type StatutoryLimit = z.output<typeof LimitSeen>
export const GetLimits = z.strictObject({ substance: Code.optional(), on: DateText.optional() })
export const Limits = z.object({ items: z.array(LimitSeen) })

export const GetDefinition = z.strictObject({
  kind: DefinitionKind,
  key: Code,
  version: z.coerce.number().int().min(1).optional(),
  on: DateText.optional(),
})
export const DefinitionSeen = z.object({
  id: z.string(),
  kind: DefinitionKind,
  key: z.string(),
  version: z.number(),
  en: z.string(),
  es: z.string(),
  body: z.json(),
  from: z.string().nullable(),
  unverified: z.boolean(),
  source: z.string().nullable(),
})
export const ListDefinitions = z.strictObject({ ...listInput, ...listWords, kind: DefinitionKind.optional() })
export const Definitions = listOf(DefinitionSeen.omit({ body: true }))
export const PreviewTemplate = z.strictObject({
  key: Code,
  language: z.enum(['en', 'es']).default('en'),
  values: z.string().max(4000).optional(),
})
export const Preview = z.object({ text: z.string(), placeholders: z.array(z.string()) })

export const ListUnconfirmed = z.strictObject({ ...listInput, ...listWords })
export const Unconfirmed = listOf(
  z.object({
    id: z.string(),
    kind: z.enum(['code', 'limit', 'definition', 'unit', 'agency']),
    key: z.string(),
    name: z.string(),
    source: z.string().nullable(),
  }),
)

export const Changes = z.object({
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  differences: z.array(
    z.object({
      what: z.string(),
      key: z.string(),
      change: z.enum(['added', 'changed']),
      /** What of it differs; all of it where it is new. */
      fields: z.array(z.string()),
    }),
  ),
})
/** `works`: numbers were drawn here. `needsAnother`: then, something of this is set by two people: it is proposed. */
export const Compared = Changes.extend({ works: z.boolean(), needsAnother: z.boolean() })
export const Applied = Changes.extend({ id: z.string() })
