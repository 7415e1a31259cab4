/** Rules of the mass balance of a family: what came in against what is left, used, given back and destroyed, within the uncertainty of the balances; pure. */
import { convert, exact, isMass, type Quantity } from '#kernel/quantity.ts'

export interface Weighed extends Quantity {
  readonly tolerance: string
}
export interface BalanceThing {
  readonly id: string
  readonly state: string
  readonly first: Weighed | null
  /** What the last weight says less what was taken and used since. */
  readonly now: Weighed | null
  readonly used: readonly Quantity[]
}
export interface Balance {
  readonly unit: string
  readonly received: string
  readonly left: string
  readonly used: string
  readonly returned: string
  readonly destroyed: string
  /** Received less all the rest: above nothing where something is not accounted for. */
  readonly difference: string
  /** Root of the sum of squares of the tolerances of every weight that enters. */
  readonly uncertainty: string
  readonly verdict: 'balances' | 'less' | 'more'
  /** Of these no weight is known, so that nothing is said of them. */
  readonly unweighed: readonly string[]
}

/** The first thing is the one from which all the others were taken; null where it was never weighed. */
export function balanceOf(family: readonly BalanceThing[]): Balance | null {
  const source = family[0]
  if (!source?.first) return null
  const { unit } = source.first
  const same = (q: Quantity): boolean => q.unit === unit || (isMass(q.unit) && isMass(unit))
  const sums = { left: exact('0'), used: exact('0'), returned: exact('0'), destroyed: exact('0') }
  let squares = exact(source.first.tolerance).pow(2)
  const unweighed: string[] = []
  for (const t of family) {
    for (const u of t.used) if (same(u)) sums.used = sums.used.plus(convert(u, unit))
    // What was entered twice or used up whole is nowhere any more.
    if (t.state === 'void' || t.state === 'consumed') continue
    if (!t.now || !same(t.now)) {
      unweighed.push(t.id)
      continue
    }
    const part = t.state === 'returned' ? 'returned' : t.state === 'disposed' ? 'destroyed' : 'left'
    sums[part] = sums[part].plus(convert(t.now, unit))
    squares = squares.plus(convert({ value: t.now.tolerance, unit: t.now.unit }, unit).pow(2))
  }
  const difference = exact(source.first.value)
    .minus(sums.left)
    .minus(sums.used)
    .minus(sums.returned)
    .minus(sums.destroyed)
  // Away from zero: never state less than was found.
  const uncertainty = squares.sqrt().toDecimalPlaces(4, 0)
  const verdict = difference.abs().lte(uncertainty) ? 'balances' : difference.isPositive() ? 'less' : 'more'
  return {
    unit,
    received: source.first.value,
    left: sums.left.toFixed(),
    used: sums.used.toFixed(),
    returned: sums.returned.toFixed(),
    destroyed: sums.destroyed.toFixed(),
    difference: difference.toFixed(),
    uncertainty: uncertainty.toFixed(),
    verdict,
    unweighed,
  }
}

/** By this the difference of a family is explained, as a finding of a chain is by its key. */
export const balanceKey = (source: string): string => `balance:${source}`
