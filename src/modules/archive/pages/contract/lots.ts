/** Shapes of lots: drawn by the plan of the laboratory, looked over by another person, accepted, or rejected and done again whole. */
import { z } from 'zod'
import { Code, Id, Line, actions, listInput, listOf } from '#kernel/shapes.ts'

export const LotKind = z.enum(['pages', 'index'])
export type LotKind = z.output<typeof LotKind>
export const DrawLot = z.strictObject({
  id: Id.optional(),
  kind: LotKind,
  files: z.number().int().min(1).max(500).default(50).describe('How many files at most, the oldest first'),
  batch: Id.optional(),
})
export const LotDrawn = z.object({
  id: z.string(),
  number: z.string(),
  size: z.number(),
  sample: z.number(),
  accept: z.number(),
  reject: z.number(),
})
export const InspectLot = z
  .strictObject({
    lot: Id,
    unit: Id,
    good: z.boolean(),
    fault: Code.nullish(),
    words: Line.nullish(),
  })
  .refine((i) => i.good !== Boolean(i.fault), 'good-or-fault')
export const Inspected = z.object({ left: z.number(), faults: z.number() })
export const EndLot = z.strictObject({ lot: Id, words: Line.nullish() })
export const LotEnded = z.object({
  lot: z.string(),
  state: z.enum(['accepted', 'rejected']),
  faults: z.number(),
  files: z.number(),
})
export const LotQuality = z.strictObject({
  ...listInput,
  state: z.enum(['drawn', 'accepted', 'rejected', 'all']).default('all'),
  kind: LotKind.optional(),
})
export const LotLine = z.object({
  id: z.string(),
  number: z.string(),
  kind: LotKind,
  state: z.enum(['drawn', 'accepted', 'rejected']),
  files: z.number(),
  size: z.number(),
  sample: z.number(),
  accept: z.number(),
  reject: z.number(),
  quality: z.string(),
  letter: z.string().nullable(),
  inspected: z.number(),
  faults: z.number(),
  /** Share of faults in what was looked at, per cent, with two places. */
  rate: z.string().nullable(),
  at: z.string(),
  by: z.string(),
})
export type LotLine = z.output<typeof LotLine>
export const LotList = listOf(LotLine)
export const GetLot = z.strictObject({ lot: Id })
export const LotSeen = LotLine.extend({
  faultsSeen: z.array(z.object({ fault: z.string(), n: z.number() })),
  faultOptions: z.array(z.object({ value: z.string(), label: z.string() })),
  units: z.array(
    z.object({
      id: z.string(),
      seq: z.number(),
      page: z.string().nullable(),
      file: z.object({ id: z.string(), number: z.string() }),
      document: z.string().nullable(),
      field: z.string().nullable(),
      values: z.array(z.string()),
      absent: z.string().nullable(),
      pages: z.array(z.string()),
      good: z.boolean().nullable(),
      fault: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
  actions,
})
export type LotSeen = z.output<typeof LotSeen>
