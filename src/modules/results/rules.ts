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
  /** True where the run behind it was set aside (not used, repeated): it then carries nothing. */
  readonly set_aside?: boolean | undefined
}
/** A blank in which a person has found a substance. */
export interface DirtyBlank {
  readonly run: string
  readonly substance: string
}

/**
 * The minimum scheme of SWGDRUG Recommendations 8.1 (2022), IIIB: with one technique of category A at least one more of
 * another principle; without A three of which two are uncorrelated B; two separate samplings; what points elsewhere is dealt with.
 * What a blank of the same worksheet shows too is not shown to be of the exhibit.
 */
export function mayIdentify(
  substance: string,
  all: readonly TestSeen[],
  blanks: readonly DirtyBlank[] = [],
): Verdict {
  const dirty = blanks.find((b) => b.substance === substance)
  if (dirty) return no('results.blank-shows-it', { run: dirty.run }, 'results.next-clean-and-repeat')
  const tests = all.filter((t) => !t.set_aside)
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

/** A test rests on a run of its own exhibit by its own technique that was not set aside; never on a blank or a reference. */
export function mayCarry(
  run: {
    worksheet: string
    item: string | null
    sample_kind: string
    technique: string
    account: string | null
    number: string
  },
  test: { worksheet: string; item: string; technique: string },
): Verdict {
  return allOf(
    unless(
      run.worksheet === test.worksheet && run.item === test.item && run.sample_kind === 'item',
      no('results.run-of-another-exhibit'),
    ),
    unless(run.technique === test.technique, no('results.run-of-another-technique', { run: run.number })),
    unless(
      run.account === null || run.account === 'used',
      no('results.run-set-aside', { run: run.number }, 'results.next-account-again'),
    ),
  )
}

/** A presumptive test says “perhaps”: it may be concluded as that, never more (S-B9). */
export function mayConcludePresumptive(substance: string | undefined, tests: readonly TestSeen[]): Verdict {
  return unless(
    tests.some(
      (t) =>
        !t.set_aside &&
        t.outcome === 'positive' &&
        (substance === undefined || t.points_to === substance || t.points_to === null),
    ),
    no('results.no-positive-test'),
  )
}

/** “No controlled drug found” needs a method that would have found it. */
export function mayConcludeNegative(all: readonly TestSeen[]): Verdict {
  const tests = all.filter((t) => !t.set_aside)
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

/** `answered`: a certificate answers the request already; what is written now would be read by nobody who holds it. */
export function mayWrite(
  sheet: { state: WorksheetState; analyst: string; answered?: boolean },
  actor: string,
): Verdict {
  return allOf(
    unless(sheet.analyst === actor, no('results.not-your-worksheet')),
    unless(sheet.state !== 'reviewed', no('results.worksheet-reviewed', {}, 'results.next-amend')),
    unless(!sheet.answered, no('results.request-answered', {}, 'results.next-begin-amendment')),
  )
}

/** A run is accounted for by its analyst, or by whoever has the request in hand now: people leave, runs do not. Who does so reviews it no more. */
export function mayAccount(
  run: { state: WorksheetState; analyst: string },
  actor: string,
  assignee: string | null,
): Verdict {
  return mayWrite({ ...run, analyst: assignee === actor ? actor : run.analyst }, actor)
}

/** One analyst has one worksheet of a request on the bench; another begins when the first has passed its review. */
export function mayBegin(
  sheets: readonly { number: string; analyst: string; state: WorksheetState }[],
  actor: string,
): Verdict {
  const open = sheets.find((s) => s.analyst === actor && s.state !== 'reviewed')
  return unless(
    open === undefined,
    no('results.worksheet-open-already', { number: open?.number ?? '' }, 'results.next-go-on'),
  )
}

export interface Held {
  readonly id: string
  readonly kind: string
  readonly substance: string | null
}
/** Standing conclusions on an exhibit that a new one cannot stand beside. Two substances may be identified in one powder; one amount is stated. */
export function inTheWay<H extends Held>(
  standing: readonly H[],
  next: { kind: string; substance?: string | undefined },
): H[] {
  if (next.kind === 'quantity') return standing.filter((c) => c.kind === 'quantity')
  const named = (kind: string): boolean => kind === 'identity' || kind === 'presumptive'
  return standing.filter(
    (c) =>
      c.kind !== 'quantity' &&
      !(named(c.kind) && named(next.kind) && c.substance !== (next.substance ?? null)),
  )
}
/** Another conclusion of the same thing names the one that it replaces, and says why. */
export function mayConcludeBeside(
  standing: readonly Held[],
  next: { kind: string; substance?: string | undefined; corrects?: string | undefined },
  reason: string | null,
): Verdict {
  const named = standing.find((c) => c.id === next.corrects)
  const left = inTheWay(standing, next).filter((c) => c.id !== next.corrects)
  return allOf(
    unless(left.length === 0, no('results.concluded-already', {}, 'results.next-correct-result')),
    unless(
      next.corrects === undefined ||
        (named !== undefined && (named.kind === 'quantity') === (next.kind === 'quantity')),
      no('results.nothing-to-correct-here'),
    ),
    unless(next.corrects === undefined || reason !== null, no('reason-required')),
  )
}

/** Every finding has its answer before the worksheet goes back to its reviewer. */
export function mayAnswerFindings(
  sheet: { state: WorksheetState; analyst: string },
  actor: string,
  findings: number,
  answers: number,
): Verdict {
  return allOf(
    mayWrite(sheet, actor),
    unless(sheet.state === 'returned', no('results.not-returned')),
    unless(findings === answers, no('results.answer-each-finding', { findings, answers })),
  )
}

/** What a reviewer's signature would cover: an exhibit left out, a step left out or a run left out stops it. */
export interface Whole {
  readonly unconcluded: readonly string[]
  readonly missing: readonly string[]
  readonly loose: readonly string[]
  /** Conclusions that rest on a reading or a test that no longer stands. */
  readonly outdated: readonly string[]
}
export function mayPass(whole: Whole): Verdict {
  return allOf(
    unless(
      whole.outdated.length === 0,
      no(
        'results.concluded-before-change',
        { conclusions: whole.outdated.join('; ') },
        'results.next-conclude-again',
      ),
    ),
    unless(
      whole.unconcluded.length === 0,
      no(
        'results.exhibits-not-concluded',
        { items: whole.unconcluded.join(', ') },
        'results.next-conclude-each',
      ),
    ),
    unless(
      whole.missing.length === 0,
      no('results.steps-missing', { steps: whole.missing.join('; ') }, 'results.next-do-steps'),
    ),
    unless(
      whole.loose.length === 0,
      no('results.runs-unaccounted', { runs: whole.loose.join(', ') }, 'results.next-account'),
    ),
  )
}

/** ISO/IEC 17025:2017, 7.7 and ILAC G19: whoever wrote any of it and the reviewer are two people, always; no deviation changes that. */
export function mayReview(
  sheet: { state: WorksheetState; analyst: string; writers: readonly string[] },
  actor: string,
  conclusions: number,
): Verdict {
  return allOf(
    unless(sheet.analyst !== actor, no('results.reviewer-is-author')),
    unless(!sheet.writers.includes(actor), no('results.reviewer-wrote-here')),
    unless(conclusions > 0, no('results.nothing-concluded')),
    unless(sheet.state !== 'reviewed', no('results.reviewed-already')),
    unless(sheet.state !== 'returned', no('results.returned-waits-for-analyst')),
  )
}

/** `workers`: whoever weighed, ran, tested or concluded in this examination, on whichever of its worksheets. */
export function mayVerify(
  conclusion: { by: string; kind: string; workers: readonly string[] },
  actor: string,
  verified: readonly string[] = [],
): Verdict {
  return allOf(
    unless(conclusion.by !== actor, no('results.verifier-is-author')),
    unless(
      !conclusion.workers.includes(actor),
      no('results.verifier-did-the-work', {}, 'results.next-other-examiner'),
    ),
    unless(!verified.includes(actor), no('results.verified-already')),
  )
}

/** Weighings of parcels: each parcel once, unless a reading is corrected by name. */
/** A portion is read once; another reading of it corrects the first by name. */
export function mayReadPortions(
  existing: readonly { id: string; portion: number }[],
  incoming: readonly { portion: number; corrects?: string | undefined }[],
): Verdict {
  const stands = new Map(existing.map((p) => [p.portion, p.id]))
  for (const p of incoming) {
    if (stands.get(p.portion) !== p.corrects)
      return no('results.portion-read', { portion: p.portion }, 'results.next-correct-portion')
    stands.set(p.portion, 'now')
  }
  return yes
}
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
