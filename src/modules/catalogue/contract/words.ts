/** The words that definitions share: names, days, doubt, codes, limits, and the kinds there are. */
import { z } from 'zod'
import { DecimalText } from '#kernel/quantity.ts'
import { Code, DateText, Id, Line } from '#kernel/shapes.ts'

/** Free data of a code or definition: JSON of at most a few thousand characters. */
export const Data = z
  .record(z.string().max(80), z.json())
  .refine((v) => JSON.stringify(v).length <= 40_000, 'too-long')
  .meta({ id: 'CatalogueData' })

const dated = { validFrom: DateText.nullish(), validUntil: DateText.nullish() }
export const doubted = {
  /** True where nobody has compared the value with its printed source yet. */
  unverified: z.boolean().default(false),
  source: z.string().trim().max(500).nullish(),
}
export const named = { en: Line, es: Line }

export const DefineList = z.strictObject({ id: Id.optional(), list: Code, ...named, note: Line.nullish() })
export const DefineCode = z.strictObject({
  id: Id.optional(),
  list: Code,
  code: Code,
  ...named,
  data: Data.default({}),
  place: z.number().int().min(0).max(99_999).optional(),
  ...dated,
  ...doubted,
})
export type DefineCode = z.output<typeof DefineCode>
export const Comparison = z.enum(['more-than', 'at-least', 'less-than', 'at-most'])
export const LimitRule = z.enum(['shown-beyond-uncertainty', 'value-alone'])
export const DefineLimit = z.strictObject({
  id: Id.optional(),
  key: Code,
  substance: Code,
  value: DecimalText,
  unit: z.string().trim().min(1).max(40),
  comparison: Comparison,
  law: Line,
  clause: Line.nullish(),
  ...named,
  rule: LimitRule.default('shown-beyond-uncertainty'),
  ...dated,
  ...doubted,
})
export type DefineLimit = z.output<typeof DefineLimit>

export const DefinitionKind = z.enum(['form', 'template', 'kit', 'label', 'numbering', 'letterhead'])
export type DefinitionKind = z.infer<typeof DefinitionKind>
