/** Shapes of batches: prepared, received from the scanner, counted against what was prepared; and of single pages. */
import { z } from 'zod'
import { Code, Id, Line, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { ColdState } from '../../shelves/contract.ts'
import { Place } from './keying.ts'

const Sha = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
export const BatchState = z.enum(['prepared', 'received', 'stopped', 'reconciled', 'rejected'])
export type BatchState = z.output<typeof BatchState>
const Sheet = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('separator'), document: Code }),
  z.strictObject({ kind: z.literal('removed'), removed: Code, keptAt: Line, words: Line.nullish() }),
])
export const PrepareBatch = z.strictObject({
  id: Id.optional(),
  scanner: Line.nullish(),
  dpi: z.number().int().min(150).max(1_200).default(300),
  colour: z.enum(['colour', 'grey', 'black']).default('colour'),
  request: Id.nullish(),
  words: Prose.nullish(),
  files: z
    .array(
      z.strictObject({
        file: Id,
        pages: z.number().int().min(0).max(20_000).describe('Written pages, counted by hand'),
        sheets: z.array(Sheet).max(200).default([]),
      }),
    )
    .min(1)
    .max(200),
})
export const Prepared = z.object({ id: z.string(), number: z.string(), sheets: z.number() })
export const RecountFile = z.strictObject({
  batch: Id,
  file: Id,
  pages: z.number().int().min(0).max(20_000),
  words: Line,
})
export const BatchQuery = z.strictObject({ batch: Id })
export const Scans = z
  .array(z.strictObject({ file: Sha, name: z.string().trim().min(1).max(200).optional() }))
  .min(1)
  .max(500)
/** A feeder with one eye takes the pile twice: all fronts, then turned over all backs, the last sheet first. */
export const Feeding = z.enum(['as-scanned', 'fronts-then-backs'])
export type Feeding = z.output<typeof Feeding>
export const ReceiveScans = z.strictObject({
  batch: Id.nullish().describe('Without one, the cover sheet says it'),
  scans: Scans,
  source: z.enum(['upload', 'command', 'folder']).default('upload'),
  feeding: Feeding.default('as-scanned').describe(
    'fronts-then-backs: each file holds all fronts, then all backs from the last sheet to the first',
  ),
})
export const ScansReceived = z.object({
  received: z.number(),
  known: z.number().describe('Received before, byte for byte: left alone'),
  scans: z.array(z.string()),
})
export const OpenScan = z.strictObject({ scan: Id })
export const ScanOpened = z.object({
  scan: z.string(),
  pages: z.number(),
  blank: z.number(),
  quarantined: z.boolean(),
  why: z.string().nullable(),
})
export const WithdrawScan = z.strictObject({ scan: Id, words: Line })
export const ReconcileBatch = z.strictObject({ batch: Id, language: z.enum(['en', 'es']).optional() })
export const Reconciled = z.object({
  batch: z.string(),
  pages: z.number(),
  files: z.number(),
  capture: z.string(),
})
export const BatchLine = z.object({
  id: z.string(),
  number: z.string(),
  state: BatchState,
  files: z.number(),
  counted: z.number(),
  scanned: z.number(),
  waiting: z.number().describe('Scans that are not opened yet'),
  quarantined: z.number(),
  by: z.string(),
  since: z.string(),
})
export type BatchLine = z.output<typeof BatchLine>
export const FindBatches = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum(['open', 'reconciled', 'all']).default('open'),
})
export const BatchList = listOf(BatchLine)
const ScanLine = z.object({
  id: z.string(),
  name: z.string(),
  sha256: z.string(),
  size: z.number(),
  state: z.enum(['waiting', 'opened', 'quarantined', 'withdrawn']),
  pages: z.number(),
  why: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})
export const StrayQuery = z.strictObject({})
export const StrayScans = z.object({ items: z.array(ScanLine) })
export const BatchStatus = BatchLine.extend({
  scanner: z.string().nullable(),
  dpi: z.number(),
  colour: z.string(),
  words: z.string().nullable(),
  perFile: z.array(
    z.object({
      file: z.string(),
      number: z.string(),
      title: z.string().nullable(),
      counted: z.number(),
      scanned: z.number(),
      blank: z.number(),
      removed: z.number(),
      read: z.number(),
    }),
  ),
  scans: z.array(ScanLine),
  sheets: z.array(
    z.object({ id: z.string(), kind: z.string(), code: z.string(), file: z.string(), says: z.string() }),
  ),
  capture: z.string().nullable(),
  cold: ColdState,
  coldAt: z.string().nullable(),
  actions,
})
export type BatchStatus = z.output<typeof BatchStatus>
export const PagesQuery = z
  .strictObject({ file: Id.optional(), batch: Id.optional(), ...listInput })
  .refine((p) => p.file ?? p.batch, 'file-or-batch')
export const PageLine = z.object({
  id: z.string(),
  file: z.string(),
  number: z.string(),
  seq: z.number(),
  document: z.string().nullable(),
  sha256: z.string(),
  width: z.number(),
  height: z.number(),
  dpi: z.number().nullable(),
  turned: z.number(),
  blank: z.boolean(),
  state: z.enum(['waiting', 'read', 'quarantined']).nullable(),
  confidence: z.number().nullable(),
  problem: z.string().nullable(),
})
export type PageLine = z.output<typeof PageLine>
export const PageList = listOf(PageLine)
export const PageQuery = z.strictObject({
  page: Id,
  size: z.enum(['small', 'screen', 'original']).default('screen'),
})
export const ReadAgain = z
  .strictObject({
    file: Id.optional(),
    batch: Id.optional(),
    all: z
      .boolean()
      .default(false)
      .describe('Also what was read: with a better engine it may be read better'),
  })
  .refine((r) => r.file ?? r.batch, 'file-or-batch')
export const ToRead = z.object({ pages: z.number() })
export const PageWords = z.strictObject({ page: Id })
export const PageRead = z.object({
  page: z.string(),
  state: z.string(),
  engine: z.string().nullable(),
  languages: z.string().nullable(),
  confidence: z.number().nullable(),
  problem: z.string().nullable(),
  text: z.string(),
  proposals: z.array(
    z.object({ kind: z.string(), text: z.string(), value: z.string(), confidence: z.number(), box: Place }),
  ),
})
export type PageRead = z.output<typeof PageRead>
