/** From portions of one specimen to one amount: the mean, with the expanded uncertainty that validation gave the method (Eurachem/CITAC CG 4, relative), and whether the portions agree. */
import { type Exact, exact } from '#kernel/quantity.ts'
import { type No, no } from '#kernel/verdict.ts'
import { roundTogether } from './uncertainty.ts'

const Amount = /^(0|[1-9]\d{0,17})(\.\d{1,12})?$/

export interface MeasuringRule {
  /** Expanded uncertainty as a share of the value: `0.06` is six per cent. */
  readonly uncertainty: string
  readonly k: string
  /** How many portions are needed. */
  readonly portions: number
  /** The widest difference between two portions, as a share of their mean. */
  readonly agree: string
  /** The least that the method measures; below it no figure is stated. */
  readonly least: string
}
export interface MeasuredAmount {
  readonly ok: true
  readonly mean: string
  /** True where the mean lies below the least that the method measures. */
  readonly below: boolean
  readonly stated: { readonly value: string; readonly uncertainty: string }
}

export function amountOfPortions(values: readonly string[], rule: MeasuringRule): MeasuredAmount | No {
  if (values.length < rule.portions)
    return no('formats.portions.too-few', { wanted: rule.portions, found: values.length })
  if (!values.every((v) => Amount.test(v))) return no('formats.portions.not-a-figure')
  const read = values.map((v) => exact(v))
  const mean = read.reduce((sum, v) => sum.plus(v), exact('0')).dividedBy(read.length)
  const below = mean.lessThan(rule.least)
  const [least, most] = [smallest(read), largest(read)]
  if (!below && most.minus(least).greaterThan(mean.times(rule.agree)))
    return no('formats.portions.apart', {
      least: least.toFixed(),
      most: most.toFixed(),
      share: exact(rule.agree).times(100).toFixed(),
    })
  const U = mean.times(rule.uncertainty)
  return {
    ok: true,
    mean: mean.toDecimalPlaces(12, 6).toFixed(),
    below,
    stated: U.isZero() ? { value: mean.toFixed(), uncertainty: '0' } : roundTogether(mean, U),
  }
}
const smallest = (all: readonly Exact[]): Exact => all.reduce((a, b) => (b.lessThan(a) ? b : a))
const largest = (all: readonly Exact[]): Exact => all.reduce((a, b) => (b.greaterThan(a) ? b : a))
