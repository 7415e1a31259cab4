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
export const MoveToCold = z.strictObject({ batch: Id, place: Id })
export const RecordMove = z.strictObject({
  batch: Id,
  files: z.number().int().min(0),
  bytes: z.number().int().min(0),
  problem: z.string().max(2_000).nullable(),
})
export const AskBack = z.strictObject({ file: Id, words: Line.describe('What it is needed for') })
export const BringBack = z.strictObject({ batch: Id })
export const ColdMoved = z.object({ batch: z.string(), number: z.string(), state: ColdState })
export const AskedBack = z.object({ file: z.string(), batches: z.array(z.string()) })
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
  batch: z.string(),
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
