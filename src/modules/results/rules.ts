/** What makes an identification, what a conclusion may rest on, and who may review: pure. */
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'

export interface TestSeen {
  readonly technique: string
  readonly category: 'A' | 'B' | 'C'
  readonly principle: string
  readonly sampling_no: number
  readonly outcome: 'positive' | 'negative' | 'inconclusive'
  readonly points_to: string | null
  /** True where a person has confirmed the data behind it (a category A result by library needs that). */
  readonly confirmed: boolean
}

/**
 * The minimum scheme of SWGDRUG Recommendations 8.1 (2022), IIIB: with one technique of category A at least one more of
 * another principle; without A three of which two are uncorrelated B; two separate samplings; what points elsewhere is dealt with.
 */
export function mayIdentify(substance: string, tests: readonly TestSeen[]): Verdict {
  const counted = tests.filter(
    (t) => t.outcome === 'positive' && t.points_to === substance && (t.category !== 'A' || t.confirmed),
  )
  const waiting = tests.find((t) => t.category === 'A' && t.outcome === 'positive' && !t.confirmed)
  const against = tests.find(
    (t) =>
      t.outcome === 'negative' && (t.points_to === null || t.points_to === substance) && t.category !== 'C',
  )
  if (against)
    return no(
      'results.test-speaks-against',
      { technique: against.technique },
      'results.next-explain-or-inconclusive',
    )
  const a = counted.filter((t) => t.category === 'A')
  const principles = new Set(counted.map((t) => t.principle))
  if (a.length === 0 && waiting) return no('results.nobody-confirmed', {}, 'results.next-confirm-hit')
  if (a.length > 0) {
    if (principles.size < 2)
      return no(
        'results.second-technique-missing',
        { have: a[0]?.technique ?? '' },
        'results.next-second-technique',
      )
  } else {
    const b = new Set(counted.filter((t) => t.category === 'B').map((t) => t.principle))
    if (b.size < 2 || principles.size < 3)
      return no('results.category-a-missing', {}, 'results.next-category-a')
  }
  return unless(
    new Set(counted.map((t) => t.sampling_no)).size >= 2,
    no('results.second-sampling-missing', {}, 'results.next-second-sampling'),
  )
}

/** A presumptive test says “perhaps”: it may be concluded as that, never more (S-B9). */
export function mayConcludePresumptive(substance: string | undefined, tests: readonly TestSeen[]): Verdict {
  return unless(
    tests.some(
      (t) =>
        t.outcome === 'positive' &&
        (substance === undefined || t.points_to === substance || t.points_to === null),
    ),
    no('results.no-positive-test'),
  )
}

/** “No controlled drug found” needs a method that would have found it. */
export function mayConcludeNegative(tests: readonly TestSeen[]): Verdict {
  return allOf(
    unless(
      tests.every((t) => t.outcome !== 'positive'),
      no('results.positive-test-stands'),
    ),
    unless(
      tests.some((t) => t.category === 'A' && t.outcome === 'negative'),
      no('results.negative-needs-category-a', {}, 'results.next-category-a'),
    ),
  )
}

export type WorksheetState = 'open' | 'concluded' | 'returned' | 'reviewed'

export function mayWrite(sheet: { state: WorksheetState; analyst: string }, actor: string): Verdict {
  return allOf(
    unless(sheet.analyst === actor, no('results.not-your-worksheet')),
    unless(sheet.state !== 'reviewed', no('results.worksheet-reviewed', {}, 'results.next-amend')),
  )
}

/** ISO/IEC 17025:2017, 7.7 and ILAC G19: author and reviewer are two people, always; no deviation changes that. */
export function mayReview(
  sheet: { state: WorksheetState; analyst: string },
  actor: string,
  conclusions: number,
): Verdict {
  return allOf(
    unless(sheet.analyst !== actor, no('results.reviewer-is-author')),
    unless(conclusions > 0, no('results.nothing-concluded')),
    unless(sheet.state !== 'reviewed', no('results.reviewed-already')),
    unless(sheet.state !== 'returned', no('results.returned-waits-for-analyst')),
  )
}

export function mayVerify(conclusion: { by: string; kind: string }, actor: string): Verdict {
  return unless(conclusion.by !== actor, no('results.verifier-is-author'))
}

/** Weighings of parcels: each parcel once, unless a reading is corrected by name. */
export function mayWeigh(
  existing: readonly { id: string; parcel: number }[],
  incoming: readonly { parcel: number; corrects?: string | undefined }[],
): Verdict {
  const stands = new Map(existing.map((w) => [w.parcel, w.id]))
  const seen = new Set<number>()
  for (const w of incoming) {
    if (seen.has(w.parcel)) return no('results.parcel-twice', { parcel: w.parcel })
    seen.add(w.parcel)
    const before = stands.get(w.parcel)
    if (before !== undefined && w.corrects !== before)
      return no('results.parcel-weighed', { parcel: w.parcel }, 'results.next-correct-weighing')
    if (before === undefined && w.corrects !== undefined)
      return no('results.nothing-to-correct', { parcel: w.parcel })
  }
  return yes
}
