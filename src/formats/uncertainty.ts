/**
 * What a weight is worth: combined and expanded uncertainty of weighed parcels (GUM, JCGM 100:2008), extrapolation from a
 * weighed sample to the whole, and the decision against a legal limit (JCGM 106:2012, ILAC-G8:09/2019). Decimals throughout.
 */
import { type Exact, exact } from '#kernel/quantity.ts'
import { type No, no } from '#kernel/verdict.ts'

/** GUM 6.3.3: k = 2 gives about 95 % where the distribution is near normal and the uncertainty is well known. */
export const COVERAGE_FACTOR = '2'
/**
 * Where the degrees of freedom are finite, k = 2 promises more than it holds: Student's t at 95.45 % takes its place
 * (GUM, table G.2 and G.6.4). Between two entries the smaller degrees of freedom count, so the interval is never too short.
 */
const STUDENT: readonly (readonly [dof: number, t: string])[] = [
  [1, '13.97'],
  [2, '4.53'],
  [3, '3.31'],
  [4, '2.87'],
  [5, '2.65'],
  [6, '2.52'],
  [7, '2.43'],
  [8, '2.37'],
  [9, '2.32'],
  [10, '2.28'],
  [11, '2.25'],
  [12, '2.23'],
  [13, '2.21'],
  [14, '2.20'],
  [15, '2.18'],
  [16, '2.17'],
  [17, '2.16'],
  [18, '2.15'],
  [19, '2.14'],
  [20, '2.13'],
  [25, '2.11'],
  [30, '2.09'],
  [35, '2.07'],
  [40, '2.06'],
  [50, '2.05'],
  [100, '2.025'],
]
/** GUM 7.2.6: two significant digits of an uncertainty suffice. */
const SIGNIFICANT_DIGITS = 2
/** What the kernel's decimal text can carry. */
const PLACES = 12
const MAX_PARCELS = 100_000
const Amount = /^(0|[1-9]\d{0,17})(\.\d{1,12})?$/

export interface ParcelWeighing {
  readonly gross: string
  /** '0' where the parcel was weighed without packaging on a zeroed pan; the zero is a reading too. */
  readonly tare: string
}

export interface WeighingQuestion {
  readonly parcels: readonly ParcelWeighing[]
  /** One unit for all that is given and all that is answered. */
  readonly unit: string
  readonly balance: {
    /** Standard uncertainty of one reading, from the balance's uncertainty budget. */
    readonly standardUncertainty: string
    /** Degrees of freedom of that figure; absent: taken as known (GUM G.4.3). */
    readonly degreesOfFreedom?: number
    /**
     * 'independent': the errors of the readings have nothing to do with each other and add as squares.
     * 'common': one and the same error sits in every reading (a calibration error) and adds plainly: the cautious choice.
     */
    readonly readings: 'independent' | 'common'
  }
  /** Given when only a sample was weighed: how many units there are in all; every parcel is then one unit of the sample. */
  readonly extrapolateTo?: number
}

export interface Contribution {
  readonly source: 'balance' | 'sampling'
  readonly standardUncertainty: string
  readonly degreesOfFreedom: string
}

interface Part {
  readonly source: Contribution['source']
  readonly u: Exact
  readonly dof: number | undefined
}

export interface WeighingResult {
  readonly ok: true
  readonly unit: string
  /** Unrounded, at most 12 decimals. */
  readonly value: string
  readonly standardUncertainty: string
  readonly expandedUncertainty: string
  readonly k: string
  /** Welch-Satterthwaite (GUM G.4.1), cut down to a whole number; 'infinite' when no contribution has finite ones. */
  readonly effectiveDegreesOfFreedom: string
  readonly contributions: readonly Contribution[]
  readonly readings: number
  /** For the certificate: uncertainty rounded up to two digits, value to the same place. */
  readonly stated: {
    readonly value: string
    readonly uncertainty: string
    readonly unit: string
    readonly k: string
  }
}

/**
 * Sum of net weights, u² = Σ u_i². Balance: m readings of standard uncertainty u_b give √m·u_b (independent) or m·u_b (common).
 * Sample of n of N units: W = N·x̄, u_sampling = N·s/√n·√((N-n)/N) with s over n - 1 (the finite population factor of Cochran and of
 * SWGDRUG SD-6), and the balance's share grows by N/n.
 */
export function weighingUncertainty(question: WeighingQuestion): WeighingResult | No {
  const nets = netsOf(question)
  if (!Array.isArray(nets)) return nets
  const n = nets.length
  const N = question.extrapolateTo ?? n
  if (!Number.isSafeInteger(N) || N < n || N > 100_000_000)
    return no('formats.weighing.population', { weighed: n })
  if (N > n && n < 2) return no('formats.weighing.one-is-no-sample')
  const scale = exact(N).dividedBy(n)
  const value = nets.reduce((sum, x) => sum.plus(x), exact('0')).times(scale)
  const readings = 2 * n
  const spread = question.balance.readings === 'common' ? exact(readings) : exact(readings).sqrt()
  const decimals = decimalsRead(question.parcels)
  const parts: Part[] = [
    {
      source: 'balance',
      u: spread.times(oneReading(question.balance.standardUncertainty, decimals)).times(scale),
      dof: question.balance.degreesOfFreedom,
    },
  ]
  if (N > n) parts.push({ source: 'sampling', u: samplingPart(nets, N), dof: n - 1 })
  const u = parts.reduce((sum, p) => sum.plus(p.u.times(p.u)), exact('0')).sqrt()
  const dof = welchSatterthwaite(u, parts)
  const k = coverageFactor(dof)
  const U = u.times(k)
  return {
    ok: true,
    unit: question.unit,
    readings,
    k,
    value: text(value),
    standardUncertainty: text(u),
    expandedUncertainty: text(U),
    effectiveDegreesOfFreedom: dof === undefined ? 'infinite' : dof.toFixed(0),
    contributions: parts.map((p) => ({
      source: p.source,
      standardUncertainty: text(p.u),
      degreesOfFreedom: p.dof === undefined ? 'infinite' : String(p.dof),
    })),
    stated: { ...roundTogether(value, U), unit: question.unit, k },
  }
}

/** The step of the scale: the finest in which a weight was written; somebody who leaves a last zero out does not make it coarser. */
function decimalsRead(parcels: readonly ParcelWeighing[]): number {
  const read = parcels.flatMap(({ gross, tare }) => [gross, tare]).filter((text) => !exact(text).isZero())
  return Math.max(0, ...read.map((text) => text.split('.')[1]?.length ?? 0))
}

/** No reading is better than the step in which it was written: half a step either way, evenly likely (GUM F.2.2.1, 4.3.7). */
function oneReading(budget: string, decimals: number): Exact {
  const step = exact(10).pow(-decimals).dividedBy(exact(12).sqrt())
  return step.greaterThan(budget) ? step : exact(budget)
}

function netsOf(question: WeighingQuestion): Exact[] | No {
  if (question.parcels.length === 0 || question.parcels.length > MAX_PARCELS)
    return no('formats.weighing.no-parcels', { limit: MAX_PARCELS })
  const u = question.balance.standardUncertainty
  if (!Amount.test(u) || exact(u).isZero()) return no('formats.weighing.balance-uncertainty')
  const dof = question.balance.degreesOfFreedom
  if (dof !== undefined && !(Number.isFinite(dof) && dof >= 1))
    return no('formats.weighing.degrees-of-freedom')
  const nets: Exact[] = []
  for (const [i, { gross, tare }] of question.parcels.entries()) {
    if (!Amount.test(gross) || !Amount.test(tare))
      return no('formats.weighing.not-a-weight', { parcel: i + 1 })
    const net = exact(gross).minus(tare)
    if (net.isNegative())
      return no('formats.weighing.tare-above-gross', { parcel: i + 1, gross, tare, unit: question.unit })
    nets.push(net)
  }
  return nets
}

function samplingPart(nets: readonly Exact[], N: number): Exact {
  const n = nets.length
  const mean = nets.reduce((sum, x) => sum.plus(x), exact('0')).dividedBy(n)
  const squares = nets.reduce((sum, x) => sum.plus(x.minus(mean).pow(2)), exact('0'))
  const s = squares.dividedBy(n - 1).sqrt()
  return s
    .times(N)
    .dividedBy(exact(n).sqrt())
    .times(
      exact(N - n)
        .dividedBy(N)
        .sqrt(),
    )
}

/** ν_eff = u⁴ / Σ(u_i⁴/ν_i), cut down to the next whole number (GUM G.4.1, G.6.4). */
function welchSatterthwaite(u: Exact, parts: readonly Part[]): Exact | undefined {
  let below = exact('0')
  for (const part of parts) if (part.dof !== undefined) below = below.plus(part.u.pow(4).dividedBy(part.dof))
  // The root within u is cut after 40 digits: what would be 25 must not become 24.
  return below.isZero() ? undefined : u.pow(4).dividedBy(below).toDecimalPlaces(PLACES).floor()
}

function coverageFactor(dof: Exact | undefined): string {
  if (dof === undefined) return COVERAGE_FACTOR
  return STUDENT.findLast(([d]) => dof.greaterThanOrEqualTo(d))?.[1] ?? (STUDENT[0] as [number, string])[1]
}

export function roundTogether(value: Exact, U: Exact): { value: string; uncertainty: string } {
  const places = Math.max(
    0,
    Math.min(PLACES, SIGNIFICANT_DIGITS - 1 - Math.floor(U.abs().log(10).toNumber())),
  )
  const uncertainty = U.toDecimalPlaces(places, 0 /* away from zero: never state less than was found */)
  return { value: value.toFixed(places, 6 /* half to even */), uncertainty: uncertainty.toFixed(places) }
}

function text(x: Exact): string {
  return x.toDecimalPlaces(PLACES, 6).toFixed()
}

/**
 * 'not-above-unless-whole-interval-above': guard band w = U (ILAC-G8:09/2019, section 4.2), so “above” is said only when value - U
 * lies above the limit: the doubt is the accused's. 'simple': w = 0, shared risk (same section), for limits that already allow for it.
 */
export const decisionRules = ['not-above-unless-whole-interval-above', 'simple'] as const
export type DecisionRule = (typeof decisionRules)[number]

export interface LimitQuestion {
  readonly value: string
  /** Expanded uncertainty, in the unit of the value. */
  readonly U: string
  readonly limit: string
  /** “More than”: a value at the limit has not passed it. “At least”: it has. */
  readonly comparison?: 'more-than' | 'at-least'
  readonly unit: string
  readonly rule: DecisionRule
}

export interface LimitDecision {
  readonly ok: true
  /** 'not-shown-above' also when the value itself lies above and the interval reaches down to the limit. */
  readonly outcome: 'above' | 'not-shown-above' | 'below'
  readonly interval: { readonly from: string; readonly to: string }
  readonly guardBand: string
  /** The value has to lie above this to be called above. */
  readonly acceptanceLimit: string
  readonly rule: DecisionRule
  readonly source: 'JCGM 106:2012; ILAC-G8:09/2019'
}

export function decideAgainstLimit({ value, U, limit, rule, comparison }: LimitQuestion): LimitDecision | No {
  if (![value, U, limit].every((x) => Amount.test(x))) return no('formats.weighing.not-a-figure')
  const guard = rule === 'simple' ? exact('0') : exact(U)
  const v = exact(value)
  const lowest = v.minus(guard)
  const above = comparison === 'at-least' ? lowest.greaterThanOrEqualTo(limit) : lowest.greaterThan(limit)
  const below = v.plus(guard).lessThan(limit)
  return {
    ok: true,
    outcome: above ? 'above' : below ? 'below' : 'not-shown-above',
    interval: { from: text(v.minus(U)), to: text(v.plus(U)) },
    guardBand: text(guard),
    acceptanceLimit: text(exact(limit).plus(guard)),
    rule,
    source: 'JCGM 106:2012; ILAC-G8:09/2019',
  }
}
