/**
 * Says whether a spectrum tells the candidates of a search apart, and by which ions. Acetyl and benzyl fentanyl share their base peak: whoever
 * reads only the score, or only the base peak, names the wrong one. So a search is never shown without this beside it.
 */
import type { No, Verdict } from '#kernel/verdict.ts'
import { FULL_SCORE, type LibraryHit, NOISE_SHARE } from './library-search.ts'
import { peakAt, type Tolerance, toleranceOf } from './peak-matching.ts'
import { type MassSpectrum, type Peak, basePeakOf } from './spectrum.ts'

/**
 * Fewer independent ions than this identify nothing, whatever the score: three diagnostic ions are what toxicology and residue analysis ask of a mass
 * spectrum taken alone. A single base peak has a cosine of 1 with every library entry of one peak.
 */
export const MINIMUM_IONS = 3
/** Below this a hit explains too little of the spectrum to be named at all; a hit of another compound above it is a rival. */
export const MINIMUM_SCORE = 500
/** Replicates of one compound differ by some fifty points of 999: hits closer than this to the best one are not ranked by their score. */
export const EQUAL_WITHIN = 50
/** An isomer, or an entry with the same base peak, stays a rival down to this score: it is what must be excluded first. */
export const RIVAL_SCORE = 300
/** An ion tells two entries apart when one has it at 5 % of its base peak or more … */
export const TELLING_SHARE = 0.05
/** … and the other has less than a tenth of that. */
export const TELLING_RATIO = 0.1
/** Steps of isotopes (13C, and 37Cl, 81Br or 34S at two): a smaller peak there belongs to the ion before it and is no independent one. */
const ISOTOPE_STEPS = [1.00336, 1.99705, 2.00671] as const
/** Side lobes of an accurate-mass peak lie within this of it. */
const SIDE_LOBE_DA = 0.5

export interface TellingIon {
  readonly mz: number
  /** Whose ion it is: the name of one candidate, which the other lacks. */
  readonly belongsTo: string
  readonly lackedBy: string
  /** Share of the base peak in the reference of its owner. */
  readonly shareInReference: number
  /** Share of the base peak in the query; 0 where there is none. */
  readonly shareInQuery: number
  readonly presentInQuery: boolean
}

/**
 * insufficient: too few ions to compare. no-match: nothing explains it. single: no rival among the hits (which says nothing of compounds outside the
 * library). distinguished: against each rival, the strongest ion that the best has and the rival lacks is there, and the rival's own is not. mixture: both are
 * there. ambiguous: anything else; a missing ion alone decides nothing, since the collision energy may have differed.
 */
export type DiscriminationStatus =
  | 'insufficient'
  | 'no-match'
  | 'single'
  | 'distinguished'
  | 'mixture'
  | 'ambiguous'

export interface Discrimination {
  readonly ok: true
  readonly status: DiscriminationStatus
  /** May the first hit be proposed to the analyst as the candidate? The sentence is the reason when not. */
  readonly verdict: Verdict
  /** Key and values of the sentence, in the other cases too. */
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  readonly candidate?: LibraryHit
  readonly rivals: readonly LibraryHit[]
  /** Rivals whose ions all lie among those of the candidate: they may be there beside it, and nothing here would show it. */
  readonly hiddenBeside: readonly LibraryHit[]
  /** Strongest first. For an ambiguous answer: what to look for with other conditions. */
  readonly tellingIons: readonly TellingIon[]
  readonly independentIons: number
}

export function discriminationOf(
  hits: readonly LibraryHit[],
  query: MassSpectrum,
  tolerance: Tolerance,
): Discrimination | No {
  const width = toleranceOf(tolerance)
  if (!width.ok) return width
  const independentIons = countIndependent(query.peaks, width.width)
  const [best] = hits
  if (independentIons < MINIMUM_IONS)
    return answer(
      'insufficient',
      { ions: independentIons, needed: MINIMUM_IONS },
      { independentIons, ...(best ? { candidate: best } : {}) },
    )
  if (!best || best.score < MINIMUM_SCORE)
    return answer('no-match', { score: best?.score ?? 0, full: FULL_SCORE }, { independentIons })
  const rivals = rivalsOf(best, hits, width.width)
  if (rivals.length === 0)
    return answer('single', { name: nameOf(best), score: best.score }, { independentIons, candidate: best })
  const duels = rivals.map((rival) => duel(best, rival, query, width.width))
  // The weakest duel decides: one rival that is not excluded is enough for doubt.
  const status =
    (['ambiguous', 'mixture', 'distinguished'] as const).find((s) => duels.some((d) => d.status === s)) ??
    'ambiguous'
  const undecided = duels.filter((d) => d.status === status)
  const tellingIons = duels.flatMap((d) => d.ions).sort((a, b) => b.shareInReference - a.shareInReference)
  return answer(
    status,
    { name: nameOf(best), rivals: undecided.map((d) => nameOf(d.rival)).join(', ') },
    {
      independentIons,
      candidate: best,
      rivals,
      tellingIons,
      hiddenBeside: duels.filter((d) => d.hidden).map((d) => d.rival),
    },
  )
}

function answer(
  status: DiscriminationStatus,
  values: Record<string, string | number>,
  more: Partial<Discrimination> & { independentIons: number },
): Discrimination {
  const code = `formats.search.${status}`
  const good = status === 'single' || status === 'distinguished'
  return {
    ok: true,
    status,
    code,
    values,
    rivals: [],
    hiddenBeside: [],
    tellingIons: [],
    ...more,
    verdict: good ? { ok: true } : { ok: false, code, values },
  }
}

const nameOf = (hit: LibraryHit): string =>
  hit.reference.name ?? hit.reference.ids.accession ?? `#${hit.index + 1}`

/**
 * The same compound measured twice is no rival of itself. By the first block of the InChIKey (the connectivity) where both have one, else by CAS
 * number, else by name. Stereoisomers share the first block: no mass spectrum of this kind tells them apart, and no answer here says so.
 */
function sameCompound(a: MassSpectrum, b: MassSpectrum): boolean {
  if (a.ids.inchiKey && b.ids.inchiKey) return a.ids.inchiKey.slice(0, 14) === b.ids.inchiKey.slice(0, 14)
  if (a.ids.casNumber && b.ids.casNumber) return a.ids.casNumber === b.ids.casNumber
  const plain = (s: MassSpectrum): string =>
    (s.name ?? '')
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return plain(a) !== '' && plain(a) === plain(b)
}

/** One hit for each rival compound, the best of it. */
function rivalsOf(
  best: LibraryHit,
  hits: readonly LibraryHit[],
  width: (mz: number) => number,
): LibraryHit[] {
  const base = basePeakOf(best.reference)
  const rivals: LibraryHit[] = []
  for (const hit of hits) {
    if (
      sameCompound(hit.reference, best.reference) ||
      rivals.some((r) => sameCompound(r.reference, hit.reference))
    )
      continue
    const other = basePeakOf(hit.reference)
    const akin =
      (hit.reference.ids.formula !== undefined && hit.reference.ids.formula === best.reference.ids.formula) ||
      (base && other && Math.abs(base.mz - other.mz) <= width(base.mz))
    if (hit.score >= Math.min(MINIMUM_SCORE, best.score - EQUAL_WITHIN) || (akin && hit.score >= RIVAL_SCORE))
      rivals.push(hit)
  }
  return rivals
}

interface Duel {
  readonly status: 'ambiguous' | 'mixture' | 'distinguished'
  readonly rival: LibraryHit
  readonly hidden: boolean
  readonly ions: readonly TellingIon[]
}

function duel(best: LibraryHit, rival: LibraryHit, query: MassSpectrum, width: (mz: number) => number): Duel {
  const ofBest = tellingIons(best, rival, query, width)
  const ofRival = tellingIons(rival, best, query, width)
  // The strongest speaks: where it is missing, a weaker one that is there comes from something else.
  const shown = (ions: readonly TellingIon[]): boolean => ions[0]?.presentInQuery ?? false
  const status = shown(ofBest) ? (shown(ofRival) ? 'mixture' : 'distinguished') : 'ambiguous'
  return { status, rival, hidden: ofRival.length === 0, ions: [...ofBest, ...ofRival] }
}

/** Strongest first, by their share in the reference of the owner. */
function tellingIons(
  owner: LibraryHit,
  other: LibraryHit,
  query: MassSpectrum,
  width: (mz: number) => number,
): TellingIon[] {
  const ions: TellingIon[] = []
  const taken: Peak[] = []
  const bases = [owner.reference, other.reference, query].map((s) => basePeakOf(s)?.intensity ?? 1) as [
    number,
    number,
    number,
  ]
  for (const peak of [...owner.reference.peaks].sort((a, b) => b.intensity - a.intensity)) {
    const share = peak.intensity / bases[0]
    if (share < TELLING_SHARE) break
    if (belongsToStronger(peak, taken, width)) continue
    taken.push(peak)
    const w = width(peak.mz)
    const elsewhere = (peakAt(other.reference.peaks, peak.mz, w)?.intensity ?? 0) / bases[1]
    if (elsewhere >= share * TELLING_RATIO) continue
    const shareInQuery = (peakAt(query.peaks, peak.mz, w)?.intensity ?? 0) / bases[2]
    ions.push({
      mz: peak.mz,
      belongsTo: nameOf(owner),
      lackedBy: nameOf(other),
      shareInReference: share,
      shareInQuery,
      presentInQuery: shareInQuery >= NOISE_SHARE,
    })
  }
  return ions
}

/** Ions above the noise that are neither isotope nor side lobe of a stronger one. */
function countIndependent(peaks: readonly Peak[], width: (mz: number) => number): number {
  const base = basePeakOf({ peaks })?.intensity ?? 0
  const counted: Peak[] = []
  for (const peak of [...peaks].sort((a, b) => b.intensity - a.intensity)) {
    if (peak.intensity <= 0 || peak.intensity < base * NOISE_SHARE || counted.length >= 100) break
    if (!belongsToStronger(peak, counted, width)) counted.push(peak)
  }
  return counted.length
}

function belongsToStronger(peak: Peak, stronger: readonly Peak[], width: (mz: number) => number): boolean {
  return stronger.some(
    (s) =>
      Math.abs(peak.mz - s.mz) <= SIDE_LOBE_DA ||
      ISOTOPE_STEPS.some((step) => Math.abs(peak.mz - s.mz - step) <= width(peak.mz)),
  )
}
