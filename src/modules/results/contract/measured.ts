/** What an instrument measured in portions of a specimen, what a technique may measure, and what each step names. */
import { z } from 'zod'
import { DecimalText } from '#kernel/quantity.ts'
import { Code, Id, Line } from '#kernel/shapes.ts'

/** Instruments and lots that the step of the method asks for; what was named for it before on this worksheet need not be named again. */
export const named = {
  equipment: z.array(Id).max(10).optional(),
  lots: z.array(Id).max(20).optional(),
}

export const RecordPortions = z.strictObject({
  worksheet: Id,
  item: Id,
  technique: Code,
  substance: Code,
  unit: Line,
  portions: z
    .array(
      z.strictObject({
        portion: z.number().int().min(1).max(50),
        value: DecimalText,
        run: Id.optional(),
        corrects: Id.optional(),
      }),
    )
    .min(1)
    .max(50),
  ...named,
})
export const PortionSeen = z.object({
  id: z.string(),
  item: z.string(),
  technique: z.string(),
  substance: z.string(),
  portion: z.number(),
  value: z.string(),
  unit: z.string(),
  at: z.string(),
})
export const TechniqueSeen = z.object({
  key: z.string(),
  title: z.string(),
  category: z.string(),
  principle: z.string(),
  measures: z.array(z.object({ substance: z.string(), unit: z.string(), portions: z.number() })).optional(),
})
