/**
 * Compares a mass spectrum with a library, and says when the answer is worth less than its score: a score ranks, it does not identify
 * (SWGDRUG IIIB: a spectrum that does not tell isomers apart needs another technique).
 */
import type { No } from '#kernel/verdict.ts'
import { matchPeaks, type Tolerance, toleranceOf } from './peak-matching.ts'
import { type MassSpectrum, type Peak, basePeakOf } from './spectrum.ts'

/**
 * W = (m/z)^mass · intensity^intensity. Stein and Scott (J. Am. Soc. Mass Spectrom. 5, 859, 1994) found the cosine the best of five measures for
 * EI spectra, the square root of the intensity nearly optimal and the mass to the power of 2 or 3 best, because heavy ions are rarer. In soft ionisation
 * (DART, electrospray) the heaviest ion is the molecule, which isomers share: there the mass gets no weight.
 */
export const weightings = {
  'electron-ionisation': { mass: 2, intensity: 0.5 },
  soft: { mass: 0, intensity: 0.5 },
} as const
export type Weighting = keyof typeof weightings
/** Scores run like those that analysts know, from 0 to 999. They are not NIST match factors and must not be quoted as such. */
export const FULL_SCORE = 999
/** Peaks below this share of the base peak are noise for counting ions; the dot product keeps them, with the little weight they have. */
export const NOISE_SHARE = 0.01

export type SearchOptions = Tolerance & { readonly top: number; readonly weighting?: Weighting }

export interface MatchedPeak {
  readonly query: Peak
  readonly reference: Peak
}
export interface LibraryHit {
  /** Position in the library that was given. */
  readonly index: number
  readonly reference: MassSpectrum
  /** 999 · cosine over all peaks of both. */
  readonly score: number
  /** 999 · cosine over the peaks of the reference only: high when the reference is contained in the query, as in a mixture. */
  readonly reverseScore: number
  readonly matched: readonly MatchedPeak[]
  /** Peaks of the query above the noise that this reference does not explain. */
  readonly unmatchedQuery: readonly Peak[]
  /** Peaks of the reference above the noise that the query does not show. */
  readonly missingReference: readonly Peak[]
}

/**
 * cos = Σ W_q·W_r over matched peaks / √(Σ W_q² · Σ W_r²), the square root of the dot-product term of Stein and Scott. Every reference with at least
 * one matched peak is scored; the best `top` are answered, best first, of equals the earlier in the library.
 */
export function searchLibrary(
  query: MassSpectrum,
  library: readonly MassSpectrum[],
  options: SearchOptions,
): { ok: true; hits: readonly LibraryHit[] } | No {
  const tolerance = toleranceOf(options)
  if (!tolerance.ok) return tolerance
  const weigh = weigherOf(options.weighting ?? 'electron-ionisation')
  const peaks = positive(query.peaks)
  const hits: LibraryHit[] = []
  for (const [index, reference] of library.entries()) {
    const hit = compare(peaks, reference, index, tolerance.width, weigh)
    if (hit.matched.length > 0) hits.push(hit)
  }
  hits.sort((a, b) => b.score - a.score || b.reverseScore - a.reverseScore || a.index - b.index)
  return { ok: true, hits: hits.slice(0, Math.max(1, Math.floor(options.top))) }
}

function weigherOf(weighting: Weighting): (p: Peak) => number {
  const { mass, intensity } = weightings[weighting]
  return (p) => p.mz ** mass * p.intensity ** intensity
}
const positive = (peaks: readonly Peak[]): Peak[] =>
  peaks.filter((p) => p.intensity > 0 && p.mz > 0).sort((a, b) => a.mz - b.mz)

function compare(
  query: readonly Peak[],
  reference: MassSpectrum,
  index: number,
  width: (mz: number) => number,
  weigh: (p: Peak) => number,
): LibraryHit {
  const peaks = positive(reference.peaks)
  const matched = matchPeaks(query, peaks, width, weigh)
  const queryTaken = new Set(matched.map((m) => m.query))
  const referenceTaken = new Set(matched.map((m) => m.reference))
  const squares = (list: Iterable<Peak>): number => {
    let sum = 0
    for (const p of list) sum += weigh(p) ** 2
    return sum
  }
  const dot = matched.reduce((sum, m) => sum + weigh(m.query) * weigh(m.reference), 0)
  const ofReference = squares(peaks)
  const score = (ofQuery: number): number =>
    dot === 0 ? 0 : Math.min(FULL_SCORE, Math.round((FULL_SCORE * dot) / Math.sqrt(ofQuery * ofReference)))
  return {
    index,
    reference,
    matched,
    score: score(squares(query)),
    reverseScore: score(squares(queryTaken)),
    unmatchedQuery: aboveNoise(query).filter((p) => !queryTaken.has(p)),
    missingReference: aboveNoise(peaks).filter((p) => !referenceTaken.has(p)),
  }
}

function aboveNoise(peaks: readonly Peak[]): Peak[] {
  const base = basePeakOf({ peaks })?.intensity ?? 0
  return peaks.filter((p) => p.intensity >= base * NOISE_SHARE)
}
