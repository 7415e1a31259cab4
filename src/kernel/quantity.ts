/** Quantities: a decimal as a string with its unit, never a float, so that what was weighed is what is printed. */
import { Decimal } from 'decimal.js'
import { z } from 'zod'

const Exact = Decimal.clone({ precision: 40, toExpNeg: -30, toExpPos: 40 })
export type Exact = Decimal

/** Plain decimal notation, at most 30 digits, no exponent, no leading zeros: the same text in JSON, PostgreSQL and print. */
export const DecimalText = z
  .string()
  .max(40)
  .regex(/^-?(0|[1-9]\d{0,29})(\.\d{1,12})?$/, 'decimal')
  .refine((s) => !/^-0(\.0+)?$/.test(s), 'decimal')
  .meta({ examples: ['10.02'] })

export const Quantity = z
  .strictObject({ value: DecimalText, unit: z.string().min(1).max(20) })
  .meta({ id: 'Quantity' })
export type Quantity = z.infer<typeof Quantity>

export const exact = (text: string | number): Exact => new Exact(text)

/** Grams per unit (exact by definition: 1 lb = 453.59237 g, international yard and pound agreement of 1959). */
const inGrams: Readonly<Record<string, string>> = {
  µg: '0.000001',
  mg: '0.001',
  g: '1',
  kg: '1000',
  lb: '453.59237',
  oz: '28.349523125',
}

export function isMass(unit: string): boolean {
  return unit in inGrams
}

/** The same amount in another unit; throws where the two are not of one kind, which is a defect of the caller. */
export function convert(quantity: Quantity, unit: string): Exact {
  if (quantity.unit === unit) return exact(quantity.value)
  const from = inGrams[quantity.unit]
  const to = inGrams[unit]
  if (!from || !to) throw new Error(`No conversion from ${quantity.unit} to ${unit}`)
  return exact(quantity.value).times(from).dividedBy(to)
}

/** Grams in pounds, where charge sheets write them so. */
export function pounds(quantity: Quantity, places = 3): string {
  return convert(quantity, 'lb').toFixed(places)
}
