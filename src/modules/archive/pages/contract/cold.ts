/** Shapes of masters that leave the online store: where to, who asked for them, how they came back, what was found when they were counted again. */
import { z } from 'zod'
import { ColdSaid, ColdState } from '../../shelves/contract.ts'
import { Id, Line, actions, listInput, listOf } from '#kernel/shapes.ts'

export const DefineColdPlace = z.strictObject({
  id: Id.optional(),
  label: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'cold-label')
    .describe('As it stands on the disk, and the name of its folder'),
  kind: z.enum(['folder', 'medium']),
  whereabouts: Line.describe('Where it stands or lies'),
  keeper: Line.describe('From whom it is asked back'),
})
export const ColdPlaceDefined = z.object({ id: z.string(), label: z.string() })
/** What goes and comes back whole. */
export interface Bundle {
  readonly kind: 'batch' | 'attendance'
  readonly id: string
}
const named = {
  batch: Id.optional(),
  attendance: Id.optional().describe('Its photographs'),
}
const one = (of: { batch?: string | undefined; attendance?: string | undefined }): boolean =>
  (of.batch === undefined) !== (of.attendance === undefined)
export const bundleOf = (of: { batch?: string | undefined; attendance?: string | undefined }): Bundle =>
  of.batch === undefined ? { kind: 'attendance', id: of.attendance ?? '' } : { kind: 'batch', id: of.batch }
export const MoveToCold = z.strictObject({ ...named, place: Id }).refine(one, 'batch-or-attendance')
export const RecordMove = z
  .strictObject({
    ...named,
    files: z.number().int().min(0),
    bytes: z.number().int().min(0),
    problem: z.string().max(2_000).nullable(),
  })
  .refine(one, 'batch-or-attendance')
export const AskBack = z
  .strictObject({
    file: Id.optional().describe('A paper file'),
    attendance: Id.optional().describe('Its photographs'),
    words: Line.describe('What it is needed for'),
  })
  .refine((of) => (of.file === undefined) !== (of.attendance === undefined), 'file-or-attendance')
export const BringBack = z.strictObject(named).refine(one, 'batch-or-attendance')
export const ColdMoved = z.object({ id: z.string(), number: z.string(), state: ColdState })
export const AskedBack = z.object({ numbers: z.array(z.string()) })
export const PhotographsKept = z.strictObject({ attendance: Id })
/** Where the originals of an attendance's photographs are, for the page that shows them. */
export const PhotographsAre = z.object({ state: ColdState, at: ColdSaid.nullable(), actions })
export type PhotographsAre = z.output<typeof PhotographsAre>
export const OldPhotographs = z.strictObject({ ...listInput })
export const OldPhotographsLine = z.object({
  attendance: z.string(),
  number: z.string(),
  photographs: z.number(),
  bytes: z.number(),
  closedAt: z.string(),
  actions,
})
export type OldPhotographsLine = z.output<typeof OldPhotographsLine>
export const OldPhotographsList = listOf(OldPhotographsLine)
export const CheckCold = z.strictObject({
  place: Id,
  most: z.number().int().min(1).max(5_000).default(2_000),
})
export const ColdChecked = z.object({
  id: z.string(),
  checked: z.number(),
  bytes: z.number(),
  whole: z.boolean().describe('The count has come to the end and begins anew'),
  wrong: z.array(z.string()).describe('Files by hash that are not there or are not what they were'),
})
export const ColdStore = z.strictObject({
  ...listInput,
  state: z.enum(['away', 'asked-back', 'all']).default('away'),
})
export const ColdLine = ColdSaid.extend({
  kind: z.enum(['batch', 'attendance']),
  id: z.string(),
  number: z.string(),
  place: z.string(),
  files: z.number(),
  bytes: z.number(),
  since: z.string(),
  by: z.string(),
  words: z.string().nullable(),
  actions,
})
export type ColdLine = z.output<typeof ColdLine>
export const ColdPlaceSeen = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['folder', 'medium']),
  whereabouts: z.string(),
  keeper: z.string(),
  there: z.boolean().describe('It can be read now'),
  files: z.number(),
  checkedAt: z.string().nullable(),
  checked: z.number().nullable(),
  wrong: z.number().nullable(),
})
export type ColdPlaceSeen = z.output<typeof ColdPlaceSeen>
export const ColdList = listOf(ColdLine).extend({
  possible: z.boolean().describe('The installation names a place for cold stores'),
  places: z.array(ColdPlaceSeen),
})
export type ColdList = z.output<typeof ColdList>
