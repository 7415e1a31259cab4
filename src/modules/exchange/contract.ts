/** What crosses the wire about imports, and the grammar of maps: which column becomes which field, and how it is read. */
import { z } from 'zod'
import { Code, Id, Line, actions } from '#kernel/shapes.ts'
import { CoSigner } from '#modules/evidence/contract.ts'

/**
 * How one field is read. A plain text is the name of a column. Read in this order: column (the first that is not empty),
 * constant, or text with {column} in it; then `pattern` (its first group), `codes`, `dates`, `decimal`.
 */
const isPattern = (text: string): boolean => {
  try {
    return Boolean(new RegExp(text, 'u'))
  } catch {
    return false
  }
}
const RuleObject = z.strictObject({
  column: z.union([z.string().max(200), z.array(z.string().max(200)).min(1).max(10)]).optional(),
  constant: z.string().max(300).optional(),
  /** Words with columns in braces; braces whose column is empty leave nothing, and stray commas go. */
  text: z.string().max(1_000).optional(),
  /** Written words that mean that nothing is known, each with the answer it stands for. */
  absent: z.record(z.string(), z.enum(['unknown', 'not-applicable', 'not-yet-determined'])).optional(),
  /** A regular expression whose first group counts; one that repeats what repeats could take for ever and is refused. */
  pattern: z
    .string()
    .max(200)
    .refine((p) => !/\([^)]*[+*}][^)]*\)\s*[+*{]/.test(p) && isPattern(p), 'pattern')
    .optional(),
  codes: z.record(z.string(), z.string().max(80)).optional(),
  /** A written word that `codes` does not have: a code, or `absent`, or `reject` (the default). */
  otherwise: z.string().max(80).optional(),
  dates: z.array(z.string().max(40)).min(1).max(10).optional(),
  /** Two-digit years above it belong to the century before; default 30. */
  pivot: z.number().int().min(0).max(99).optional(),
  decimal: z.boolean().optional(),
  required: z.boolean().optional(),
})
export const Rule = z.union([z.string().max(200), RuleObject])
export type Rule = z.output<typeof Rule>
export type RuleObject = z.output<typeof RuleObject>

const rules = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(
    Object.fromEntries(keys.map((k) => [k, Rule.optional()])) as Record<K, z.ZodOptional<typeof Rule>>,
  )

/** The list of each; an examination of a body is one of `examinations`. */
export const codedLists = {
  means: 'means',
  firearm: 'firearm-kind',
  relationship: 'relationship',
  context: 'context',
  motive: 'motive',
  roadRole: 'road-role',
  nationality: 'nationality',
} as const
const codedOnce = [
  'means',
  'firearm',
  'relationship',
  'context',
  'motive',
  'roadRole',
  'nationality',
  'domestic',
  'autopsy',
] as const
export const examinations = ['full', 'limited', 'external', 'records', 'none'] as const
export const Coded = z
  .strictObject(
    Object.fromEntries(codedOnce.map((k) => [k, Code.optional()])) as Record<
      (typeof codedOnce)[number],
      z.ZodOptional<typeof Code>
    >,
  )
  .extend({
    domestic: z.enum(['yes', 'no']).optional(),
    autopsy: z.enum(examinations).optional(),
    drugs: z.array(Code).max(40).optional(),
  })

export type Coded = z.output<typeof Coded>

export const ImportMap = z
  .strictObject({
    /** `deaths`: each row a case, and the death under it. */
    kind: z.enum(['cases', 'deaths']),
    /** Names where the rows come from; a key is unique within its source. */
    source: Code,
    file: z
      .strictObject({
        encoding: z.enum(['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).default('auto'),
        separator: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
        quote: z.string().length(1).default('"'),
        /** Names of the columns where the file has none of its own. */
        columns: z.array(z.string().max(200)).max(500).optional(),
        decimal: z.enum(['.', ',']).default('.'),
        dates: z.array(z.string().max(40)).max(10).default(['YYYY-MM-DD']),
      })
      .prefault({}),
    /** What makes a row the same row when it comes again: columns, or its whole content (and how often it came before). */
    key: z.union([
      z.strictObject({ column: z.string().max(200) }),
      z.strictObject({ columns: z.array(z.string().max(200)).min(1).max(20) }),
      z.literal('content'),
    ]),
    /** Codes of units to which the imported cases show themselves beside oversight and the importer's unit. */
    sight: z.array(z.string().max(24)).max(50).default([]),
    fields: z.strictObject({
      number: Rule.optional(),
      /** Left out, the title is made of the offences and the town. */
      title: Rule.optional(),
      summary: Rule.optional(),
      type: Rule,
      priority: Rule.optional(),
      sensitivity: Rule.optional(),
      /** `at` reads day and time from one column; else `on` and `time`. */
      incident: rules('on', 'at', 'time', 'until').optional(),
      place: rules('district', 'settlement', 'highway', 'mile', 'text', 'latitude', 'longitude').optional(),
      aliases: z
        .array(z.strictObject({ kind: Code, text: Rule }))
        .max(20)
        .optional(),
      offences: z.array(Rule).max(20).optional(),
      parties: z
        .array(rules('role', 'name', 'sex', 'age', 'born', 'address', 'phone', 'document'))
        .max(20)
        .optional(),
      investigator: rules('name').optional(),
      /** Of a map of the kind `deaths`. */
      death: rules('number', 'sex', 'age', 'setting', 'district', 'place', 'diedOn', 'manner', 'how', 'other')
        .extend({ causes: z.array(Rule).max(4).default([]) })
        .optional(),
      /** Codes that statistics count by and no other field takes: of who was harmed, or of the dead. */
      coded: rules(...codedOnce)
        .extend({ drugs: z.array(Rule).max(40).default([]) })
        .optional(),
    }),
  })
  .refine((m) => m.kind !== 'deaths' || m.fields.death !== undefined, 'map-has-death')
  .meta({ id: 'ImportMap' })
export type ImportMap = z.output<typeof ImportMap>

export const Doubt = z.strictObject({ field: z.string(), written: z.string(), why: z.string() })
export type Doubt = z.output<typeof Doubt>

const count = z.number().int().min(0)
export const Receipt = z.object({
  in: count,
  created: count,
  matched: count,
  rejected: count,
  doubtful: count,
  /** The most frequent reasons why rows were not taken, each with the sentence of its first row. */
  reasons: z.array(z.object({ reason: z.string(), rows: count })),
  /** What was taken with a doubt: the field, why, what was written in the first such row. */
  doubts: z.array(z.object({ field: z.string(), why: z.string(), example: z.string(), rows: count })),
  importId: z.string().nullable(),
  dryRun: z.boolean(),
})
export type Receipt = z.output<typeof Receipt>

export const ImportRecords = z.strictObject({
  id: Id.optional(),
  file: z.string().regex(/^[0-9a-f]{64}$/, 'sha256'),
  kind: z.enum(['cases', 'deaths']),
  map: ImportMap,
  dryRun: z.boolean().default(false),
})
export const ImportAnswer = z.object({
  id: z.string(),
  state: z.enum(['done', 'queued', 'dry-run']),
  receipt: Receipt.nullable(),
  /** Of a dry run: the first rows, as they are written and as they are understood. */
  sample: z
    .array(
      z.object({
        line: count,
        written: z.record(z.string(), z.string()),
        understood: z.json().nullable(),
        doubts: z.array(Doubt),
        verdict: z.enum(['created', 'matched', 'rejected']),
        reason: z.string().nullable(),
      }),
    )
    .optional(),
})

export const BeginImport = z.strictObject({
  id: Id.optional(),
  fileName: Line,
  file: z.string().regex(/^[0-9a-f]{64}$/, 'sha256'),
  map: ImportMap,
  /** The file's own columns in their order, so that a row is shown as it stood there. */
  columns: z.array(z.string().max(400)).max(1_000).default([]),
  rowsIn: count,
  dryRun: z.boolean(),
})
export const UnderstoodRow = z.strictObject({
  line: count,
  key: z.string().min(1).max(400),
  raw: z.record(z.string(), z.string()),
  doubts: z.array(Doubt).max(100),
  number: z.string().max(80).nullable(),
  case: z.unknown(),
  death: z.unknown().optional(),
  coded: Coded.optional(),
})
export const ImportBatch = z.strictObject({ import: Id, rows: z.array(UnderstoodRow).min(1).max(500) })
export const RowVerdict = z.object({
  line: count,
  verdict: z.enum(['created', 'matched', 'rejected']),
  code: z.string().nullable(),
  reason: z.string().nullable(),
})
export const FinishImport = z.strictObject({
  import: Id,
  created: count,
  matched: count,
  rejected: count,
  doubtful: count,
  reasons: Receipt.shape.reasons.default([]),
  doubts: Receipt.shape.doubts.default([]),
  rejectsFile: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'sha256')
    .nullable(),
})

export const UndoImport = z.strictObject({
  import: Id,
  /** Who consents, with a PIN, where another than the one who imported undoes it. */
  coSigner: CoSigner.optional(),
})
export const ImportUndone = z.object({ id: z.string(), cases: count })

export const OfImport = z.strictObject({ import: Id })
export const ImportSeen = z.object({
  id: z.string(),
  source: z.string(),
  kind: z.string(),
  fileName: z.string(),
  at: z.string(),
  by: z.string(),
  rowsIn: count,
  dryRun: z.boolean(),
  state: z.enum(['running', 'done', 'undone']),
  created: count,
  matched: count,
  rejected: count,
  doubtful: count,
  reasons: Receipt.shape.reasons,
  doubts: Receipt.shape.doubts,
  hasRejects: z.boolean(),
  /** Null while it stands. */
  undone: z
    .object({ at: z.string(), by: z.string(), second: z.string().nullable(), why: z.string(), cases: count })
    .nullable(),
  /** Whoever did not bring it needs a second person. */
  mine: z.boolean(),
  actions,
})
export const Receipts = z.object({ items: z.array(ImportSeen) })

export const ReadTable = z.strictObject({
  file: z.string().regex(/^[0-9a-f]{64}$/, 'sha256'),
  encoding: ImportMap.shape.file.unwrap().shape.encoding,
  separator: ImportMap.shape.file.unwrap().shape.separator,
})
/** A file before it has a map: how it was read, its first rows, and the words that stand in each column. */
export const TableSeen = z.object({
  encoding: z.string(),
  separator: z.string(),
  rows: count,
  columns: z.array(
    z.object({
      name: z.string(),
      filled: count,
      /** Some cells, as they are written. */
      examples: z.array(z.string()),
      /** Different words of the column, the most frequent first; null where they are too many to choose from. */
      words: z.array(z.object({ word: z.string(), rows: count })).nullable(),
      looks: z.enum(['date', 'number', 'text', 'empty']),
      /** For dates: in which order their figures stand. */
      order: z.enum(['dmy', 'mdy', 'ymd']).nullable(),
    }),
  ),
  first: z.array(z.array(z.string())),
})
