/** Shapes of keying: what to key next, what two people keyed without seeing each other, what a third decided. */
import { z } from 'zod'
import { Code, Id, Line, listInput, listOf } from '#kernel/shapes.ts'

/** In shares of the page as it is shown. */
export const Place = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })
/** One field as keyed: values, or that the page does not say, or that it cannot be read. */
export const Keyed = z
  .strictObject({
    field: Code,
    values: z.array(z.string().trim().min(1).max(300)).max(40).default([]),
    absent: z.enum(['unknown', 'illegible']).nullish(),
    page: Id.nullish().describe('Where it stands'),
  })
  .refine((k) => k.values.length > 0 !== Boolean(k.absent), 'value-or-absent')
export type Keyed = z.output<typeof Keyed>
export const Field = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['number', 'date', 'name', 'code', 'count', 'text']),
  many: z.boolean(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
})
export type Field = z.output<typeof Field>
/** What a machine takes for a value, and where on the page: a person takes it or leaves it. */
const Proposed = z.object({
  kind: z.string(),
  value: z.string(),
  text: z.string(),
  confidence: z.number(),
  box: Place,
})
export type Proposed = z.output<typeof Proposed>
const PageShown = z.object({
  id: z.string(),
  seq: z.number(),
  document: z.string().nullable(),
  turned: z.number(),
  width: z.number(),
  height: z.number(),
  proposals: z.array(Proposed),
})
const FileShown = z.object({
  id: z.string(),
  number: z.string(),
  tier: z.string(),
  generation: z.number(),
  pages: z.array(PageShown),
})
export const NextToKey = z.strictObject({
  file: Id.optional().describe('This one, where it may be keyed'),
  skip: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/, 'ids')
    .transform((ids, ctx) => {
      const many = z.array(Id).safeParse(ids.split(','))
      if (many.success) return many.data
      ctx.addIssue({ code: 'custom', message: 'ids' })
      return z.NEVER
    })
    .optional()
    .describe('These were passed over; as many as two hundred, parted by commas'),
})
export const ToKey = z.object({
  file: FileShown.nullable(),
  round: z.number().nullable(),
  fields: z.array(Field),
  left: z.number().describe('Files that this person may still key'),
})
export type ToKey = z.output<typeof ToKey>
export const KeyIndex = z.strictObject({
  id: Id.optional(),
  file: Id,
  generation: z.number().int().min(1).max(99),
  fields: z.array(Keyed).min(1).max(60),
})
export const IndexKeyed = z.object({ round: z.number(), differs: z.array(z.string()) })
export const ToAdjudicate = z.strictObject({ ...listInput, file: Id.optional() })
const Side = z.object({
  by: z.string(),
  values: z.array(z.string()),
  absent: z.string().nullable(),
  page: z.string().nullable(),
})
export const AdjudicationLine = z.object({
  file: FileShown,
  fields: z.array(z.object({ field: Field, first: Side, second: Side })),
  ok: z.boolean(),
  why: z.string().nullable(),
})
export type AdjudicationLine = z.output<typeof AdjudicationLine>
export const AdjudicationList = listOf(AdjudicationLine)
export const AdjudicateIndex = z.strictObject({
  file: Id,
  fields: z
    .array(Keyed.safeExtend({ why: Line.nullish() }))
    .min(1)
    .max(60),
})
export const Adjudicated = z.object({ file: z.string(), left: z.number() })
export const CorrectIndex = z.strictObject({ file: Id, value: Keyed, why: Line })
