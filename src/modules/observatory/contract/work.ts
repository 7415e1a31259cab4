/** What crosses the wire about the work of a year: counts by area as Project FORESIGHT has them, and what they cost. */
import { z } from 'zod'
import { Code, Id } from '#kernel/shapes.ts'
import { DecimalText } from '#kernel/quantity.ts'

const Year = z.string().regex(/^\d{4}$/, 'year')
export const costKinds = ['people', 'personnel', 'capital', 'consumables', 'services', 'other'] as const
export const RecordCost = z.strictObject({
  id: Id.optional(),
  year: Year,
  discipline: Code,
  kind: z.enum(costKinds),
  /** Money; of `people`, how many full-time equivalents. */
  amount: DecimalText,
})
export const Foresight = z.strictObject({ year: Year.optional() })
export const ForesightFile = z.strictObject({ year: Year, as: z.enum(['csv', 'xlsx']).default('xlsx') })
export const ForesightLine = z.object({
  discipline: z.string(),
  name: z.string(),
  /** The area as FORESIGHT names it; the laboratory's own word where its list says none. */
  area: z.string(),
  cases: z.number(),
  items: z.number(),
  samples: z.number(),
  tests: z.number(),
  reports: z.number(),
  backlog: z.number(),
  /** Reviews that sent work back: volume is never shown without it. */
  returned: z.number(),
  /** Median days from the first request, and from the last item handed in, to the report issued. */
  fromRequest: z.string().nullable(),
  fromItem: z.string().nullable(),
  people: z.string().nullable(),
  cost: z.string().nullable(),
  costPerCase: z.string().nullable(),
  casesPerPerson: z.string().nullable(),
})
export type ForesightLine = z.output<typeof ForesightLine>
export const ForesightSeen = z.object({
  year: z.string(),
  /** The end of the year, or now. */
  asOf: z.string(),
  sha256: z.string(),
  items: z.array(ForesightLine),
})
export type ForesightSeen = z.output<typeof ForesightSeen>
