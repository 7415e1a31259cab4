/** Which peak of one spectrum is which of another: tolerance in Da or ppm, each peak used once. Used by the search and by the discrimination. */
import { type No, no } from '#kernel/verdict.ts'
import type { Peak } from './spectrum.ts'

/** One of the two, never both: Da for unit resolution, ppm for accurate mass. */
export type Tolerance =
  | { readonly toleranceDa: number; readonly tolerancePpm?: never }
  | { readonly tolerancePpm: number; readonly toleranceDa?: never }
/** Wider than half a mass unit on either side every peak matches its neighbour. */
export const MAX_DA = 0.5
export const MAX_PPM = 1_000

export function toleranceOf(given: {
  readonly toleranceDa?: number | undefined
  readonly tolerancePpm?: number | undefined
}): { ok: true; width: (mz: number) => number } | No {
  const { toleranceDa: da, tolerancePpm: ppm } = given
  const refused = no('formats.search.tolerance', { maxDa: MAX_DA, maxPpm: MAX_PPM })
  if ((da === undefined) === (ppm === undefined)) return refused
  if (da !== undefined) return da > 0 && da <= MAX_DA ? { ok: true, width: () => da } : refused
  if (ppm !== undefined && ppm > 0 && ppm <= MAX_PPM)
    return { ok: true, width: (mz) => (mz * ppm) / 1_000_000 }
  return refused
}

/**
 * Both lists ascending in m/z. Pairs within tolerance are taken from the heaviest product of weights down, so that a large peak is never
 * robbed of its partner by a small neighbour; of equals the closer, then the lower m/z: the same answer every time.
 */
export function matchPeaks(
  a: readonly Peak[],
  b: readonly Peak[],
  width: (mz: number) => number,
  weigh: (p: Peak) => number,
): { query: Peak; reference: Peak }[] {
  const pairs: { query: Peak; reference: Peak; weight: number; gap: number }[] = []
  let from = 0
  for (const query of a) {
    const w = width(query.mz)
    while (from < b.length && (b[from] as Peak).mz < query.mz - w) from += 1
    for (let k = from; k < b.length && (b[k] as Peak).mz <= query.mz + w; k += 1) {
      const reference = b[k] as Peak
      pairs.push({
        query,
        reference,
        weight: weigh(query) * weigh(reference),
        gap: Math.abs(query.mz - reference.mz),
      })
    }
  }
  pairs.sort((x, y) => y.weight - x.weight || x.gap - y.gap || x.query.mz - y.query.mz)
  const taken = new Set<Peak>()
  const matched: { query: Peak; reference: Peak }[] = []
  for (const { query, reference } of pairs) {
    if (taken.has(query) || taken.has(reference)) continue
    taken.add(query)
    taken.add(reference)
    matched.push({ query, reference })
  }
  return matched.sort((x, y) => x.query.mz - y.query.mz)
}

/** The most intense peak within tolerance of a mass. */
export function peakAt(peaks: readonly Peak[], mz: number, width: number): Peak | undefined {
  let best: Peak | undefined
  for (const p of peaks) if (Math.abs(p.mz - mz) <= width && (!best || p.intensity > best.intensity)) best = p
  return best
}
