/**
 * How many units of a seizure must be examined, and which ones: the hypergeometric plan of the UNODC guideline
 * (Guidelines on Representative Drug Sampling, ST/NAR/38, 2009, with ENFSI), in exact integers, so that a plan that is
 * attacked in court can be recomputed by hand.
 */
import { type No, no } from '#kernel/verdict.ts'
import { sha256 } from './sha256.ts'

/** Above this a consignment is sampled by weight, not by unit; below it every answer here takes less than a second or two. */
export const MAX_POPULATION = 1_000_000
/** Ordering by hash touches every unit: a hundred thousand take about a second. */
export const MAX_CHOICE = 100_000
/** A plan that expects more negatives than this is a plan for another claim. */
export const MAX_NEGATIVES = 50
/** Units that a person examines one by one; exact integers of a larger sample take too long. */
export const MAX_EXAMINED = 5_000

/** A probability as two whole numbers; '0.95' is 95/100 and nothing else. */
interface Ratio {
  readonly top: bigint
  readonly bottom: bigint
}

export interface SamplingQuestion {
  /** Units that look alike. */
  readonly population: number
  /** The claim is “at least this fraction is positive”: a decimal text above 0 and at most 1. */
  readonly fraction: string
  /** A decimal text below 1, such as '0.95'. */
  readonly confidence: string
  /** Negatives among the sample that the claim shall survive. */
  readonly allowedNegatives: number
}

export interface SamplingPlan {
  readonly ok: true
  /** Smallest sample that carries the claim. */
  readonly sampleSize: number
  /** What may then be said: at least this many units of the population are positive. */
  readonly atLeastPositive: number
  /** Chance that a population just below the claim passes all the same: decimal text, rounded up to 6 places. */
  readonly chanceOfBeingWrong: string
  readonly question: SamplingQuestion
  readonly method: 'hypergeometric, UNODC ST/NAR/38'
}

/**
 * Smallest n such that a population that just misses the claim shows at most r negatives with a chance of at most
 * 1 - confidence. With N units, claim K = ⌈fraction·N⌉ positives, the worst population that misses it has K - 1 positives
 * and D = N - K + 1 negatives:  P = Σ(j=0..r) C(D,j)·C(N-D,n-j) / C(N,n).
 */
export function sampleSizeFor(question: SamplingQuestion): SamplingPlan | No {
  const checked = check(question)
  if (!('fraction' in checked)) return checked
  const { population: N, allowedNegatives: r } = question
  const claim = Number(
    (checked.fraction.top * BigInt(N) + checked.fraction.bottom - 1n) / checked.fraction.bottom,
  )
  const negatives = N - claim + 1
  if (r >= negatives)
    return no('formats.sampling.negatives-deny-the-claim', { negatives: r, claim, population: N })
  const passes = (n: number): boolean => atMost(chance(N, negatives, n, r), checked.risk)
  const sampleSize = smallest(N, passes)
  const p = chance(N, negatives, sampleSize, r)
  return {
    ok: true,
    sampleSize,
    atLeastPositive: claim,
    chanceOfBeingWrong: upwards(p, 6),
    question,
    method: 'hypergeometric, UNODC ST/NAR/38',
  }
}

/**
 * The other way round, for the report: n units were examined and r of them were negative; how many positives may be claimed
 * at that confidence? 0 when nothing can be claimed.
 */
export function positivesShownBy(seen: {
  population: number
  examined: number
  negatives: number
  confidence: string
}): { ok: true; atLeastPositive: number } | No {
  const confidence = ratioOf(seen.confidence)
  if (!wholeWithin(seen.population, 1, MAX_POPULATION))
    return no('formats.sampling.population', { limit: MAX_POPULATION })
  if (!confidence || !open(confidence)) return no('formats.sampling.confidence')
  if (!wholeWithin(seen.examined, 1, seen.population) || !wholeWithin(seen.negatives, 0, seen.examined)) {
    return no('formats.sampling.examined', { population: seen.population })
  }
  if (seen.examined === seen.population)
    return { ok: true, atLeastPositive: seen.population - seen.negatives }
  if (seen.examined > MAX_EXAMINED) return no('formats.sampling.examined-too-many', { limit: MAX_EXAMINED })
  const risk = { top: confidence.bottom - confidence.top, bottom: confidence.bottom }
  const N = seen.population
  // A claim of K is shown when the population with K - 1 positives is unlikely enough; the larger K, the likelier it is.
  let low = 0
  let high = N - seen.negatives
  while (low < high) {
    const claim = Math.ceil((low + high) / 2)
    if (atMost(chance(N, N - claim + 1, seen.examined, seen.negatives), risk)) low = claim
    else high = claim - 1
  }
  // What was seen with one's own eyes needs no statistics.
  return { ok: true, atLeastPositive: Math.max(low, seen.examined - seen.negatives) }
}

/**
 * Which units to take: units are numbered 1..population, ordered by the SHA-256 of “<seed>:<number>” (hexadecimal text),
 * and the first n are taken. Anybody can repeat it with `printf '%s' 'SEED:17' | sha256sum`; the seed is on the record
 * before the units are opened. Answers ascending unit numbers.
 */
export function chooseUnits(
  population: number,
  n: number,
  seed: string,
): { ok: true; units: readonly number[]; seed: string; algorithm: string } | No {
  if (!wholeWithin(population, 1, MAX_CHOICE)) return no('formats.sampling.population', { limit: MAX_CHOICE })
  if (!wholeWithin(n, 0, population)) return no('formats.sampling.examined', { population })
  if (seed.trim() === '') return no('formats.sampling.seed')
  const order: { unit: number; key: string }[] = []
  for (let unit = 1; unit <= population; unit += 1) order.push({ unit, key: sha256(`${seed}:${unit}`) })
  order.sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    ok: true,
    units: order
      .slice(0, n)
      .map((o) => o.unit)
      .sort((a, b) => a - b),
    seed,
    algorithm: 'smallest SHA-256 of seed:unit',
  }
}

function check(question: SamplingQuestion): { fraction: Ratio; risk: Ratio } | No {
  const fraction = ratioOf(question.fraction)
  const confidence = ratioOf(question.confidence)
  if (!wholeWithin(question.population, 1, MAX_POPULATION))
    return no('formats.sampling.population', { limit: MAX_POPULATION })
  if (!fraction || fraction.top <= 0n || fraction.top > fraction.bottom)
    return no('formats.sampling.fraction')
  if (!confidence || !open(confidence)) return no('formats.sampling.confidence')
  const most = Math.min(question.population, MAX_NEGATIVES)
  if (!wholeWithin(question.allowedNegatives, 0, most))
    return no('formats.sampling.negatives', { limit: most })
  return { fraction, risk: { top: confidence.bottom - confidence.top, bottom: confidence.bottom } }
}

const wholeWithin = (x: number, low: number, high: number): boolean =>
  Number.isSafeInteger(x) && x >= low && x <= high
const open = (r: Ratio): boolean => r.top > 0n && r.top < r.bottom

function ratioOf(text: string): Ratio | undefined {
  const match = /^([01])(?:\.(\d{1,9}))?$/.exec(text)
  if (!match) return undefined
  const decimals = match[2] ?? ''
  return { top: BigInt(`${match[1]}${decimals}`), bottom: 10n ** BigInt(decimals.length) }
}

/**
 * P(at most r negatives among n) when D of N are negative. By the symmetry of the hypergeometric law
 * C(D,j)·C(N-D,n-j)/C(N,n) = C(n,j)·C(N-n,D-j)/C(N,D), so the smaller of n and D is taken as the sample:
 * the numbers stay short for a whole consignment too.
 */
function chance(N: number, D: number, n: number, r: number): Ratio {
  const [marked, drawn] = n <= D ? [D, n] : [n, D]
  let top = 0n
  let j = Math.max(0, drawn - (N - marked))
  let term = choose(marked, j) * choose(N - marked, drawn - j)
  for (; j <= Math.min(r, drawn, marked); j += 1) {
    top += term
    // The next term from this one; the division leaves no rest.
    term =
      (term * BigInt(marked - j) * BigInt(drawn - j)) / (BigInt(j + 1) * BigInt(N - marked - drawn + j + 1))
  }
  return { top, bottom: choose(N, drawn) }
}

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n
  let result = 1n
  for (let i = 1; i <= Math.min(k, n - k); i += 1)
    result = (result * BigInt(n - Math.min(k, n - k) + i)) / BigInt(i)
  return result
}

const atMost = (a: Ratio, b: Ratio): boolean => a.top * b.bottom <= b.top * a.bottom

/** One more unit can only add negatives, so what passes at n passes at n + 1: doubling, then halving. */
function smallest(population: number, passes: (n: number) => boolean): number {
  let high = 1
  while (high < population && !passes(high)) high = Math.min(population, high * 2)
  let low = high === 1 ? 1 : Math.floor(high / 2) + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (passes(middle)) high = middle
    else low = middle + 1
  }
  return high
}

function upwards(p: Ratio, places: number): string {
  const scale = 10n ** BigInt(places)
  const digits = ((p.top * scale + p.bottom - 1n) / p.bottom).toString().padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
