/** Rules of weights and parts: nothing grows, and what does not agree is told, up or down. */
import type { Verdict } from '#kernel/verdict.ts'
import { no, unless, yes } from '#kernel/verdict.ts'
import { exact, isMass, convert } from '#kernel/quantity.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { Standing } from './standing.ts'

/** Net of gross and tare; a tare above the gross is no weight at all. */
export function decideNet(w: {
  gross?: string | null | undefined
  tare?: string | null | undefined
  net?: string | null | undefined
}): { net: string } | { wrong: 'evidence.tare-above-gross' | 'evidence.net-differs' } {
  if (w.gross === undefined || w.gross === null) return { net: w.net ?? '0' }
  const net = exact(w.gross).minus(exact(w.tare ?? '0'))
  if (net.isNegative()) return { wrong: 'evidence.tare-above-gross' }
  if (w.net && w.tare && !exact(w.net).equals(net)) return { wrong: 'evidence.net-differs' }
  // The scale's own figures are kept: 10.00 stays 10.00.
  return { net: w.net ?? net.toFixed(Math.max(placesOf(w.gross), placesOf(w.tare ?? '0'))) }
}

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0

/** What there should be: the last weight less all that was taken and used since; null where units do not compare. */
export function decideExpected(last: Quantity | null, taken: readonly Quantity[]): Quantity | null {
  if (!last) return null
  let left = exact(last.value)
  for (const t of taken) {
    if (t.unit !== last.unit && !(isMass(t.unit) && isMass(last.unit))) return null
    left = left.minus(convert(t, last.unit))
  }
  return { value: (left.isNegative() ? exact('0') : left).toFixed(), unit: last.unit }
}

/** A weight may differ by the tolerance of the balance; beyond that it is shown, up or down, and explained by a person. */
export function decideWeight(
  measured: Quantity,
  expected: Quantity | null,
  tolerance: string,
): 'agrees' | 'grew' | 'lost' | 'unknown' {
  if (!expected) return 'unknown'
  if (measured.unit !== expected.unit && !(isMass(measured.unit) && isMass(expected.unit))) return 'unknown'
  const difference = convert(measured, expected.unit).minus(exact(expected.value))
  const bound =
    isMass(measured.unit) && isMass(expected.unit)
      ? convert({ value: tolerance, unit: measured.unit }, expected.unit)
      : exact(tolerance)
  if (difference.abs().lte(bound)) return 'agrees'
  return difference.isPositive() ? 'grew' : 'lost'
}

/** Nothing grows: no more can be taken than is there, where it is known how much that is. */
export function mayTake(
  item: Standing,
  amount: Quantity | null,
  left: Quantity | null,
  tolerance = '0',
): Verdict {
  if (!amount || !left) return yes
  if (amount.unit !== left.unit && !(isMass(amount.unit) && isMass(left.unit)))
    return no('evidence.other-unit', { unit: left.unit })
  const more = convert(amount, left.unit).minus(exact(left.value))
  return unless(
    more.lte(exact(tolerance)),
    no(
      'evidence.more-than-there-is',
      { number: item.number, left: `${left.value} ${left.unit}` },
      'evidence.next-weigh',
    ),
  )
}
