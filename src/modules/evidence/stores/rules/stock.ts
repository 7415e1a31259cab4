/** Counting a store: what a scan means, what differs at the end, who counts a second time, when a count may be closed; pure. */
import { allOf, no, unless, yes, type Verdict } from '#kernel/verdict.ts'
import type { DifferenceKind, ScanVerdict, StockSums } from '../contract/stock.ts'

/** A thing as the record has it while it is scanned: where it stands now, and where it stood when the count began. */
export interface CountedThing {
  readonly expected: string | null
  readonly place: string | null
}

/** What a scan means when it comes in. `elsewhere`: places of this round where the same code was read before. */
export function scanMeans(
  place: string,
  thing: CountedThing | null,
  sealFits: boolean | null,
  elsewhere: readonly string[],
): ScanVerdict {
  if (!thing) return 'not-ours'
  if (elsewhere.some((other) => other !== place)) return 'duplicate'
  // What was put away while the count ran stands where the record says by now.
  const right = thing.place === place || thing.expected === place
  if (!right) return thing.expected === null ? 'extra' : 'misplaced'
  return sealFits === false ? 'seal-differs' : 'right'
}

export interface ExpectedFact {
  readonly thing: string
  readonly place: string
  readonly toCount: boolean
  /** As the record has it now: the place, and whether it changed hands after the count began. */
  readonly now: string | null
  readonly movedSince: boolean
}
export interface ScanFact {
  readonly round: 1 | 2
  readonly place: string
  readonly thing: string | null
  readonly text: string | null
  readonly seal: string | null
  readonly sealFits: boolean | null
  readonly by: string
  /** Of a thing that was not expected: the place where the record has it now. */
  readonly now: string | null
}
export interface DifferenceFact {
  readonly kind: DifferenceKind
  readonly thing: string | null
  readonly text: string | null
  readonly seal: string | null
  readonly expected: string | null
  readonly found: string | null
  /** Whether a second person looked too. */
  readonly twice: boolean
}
export interface Reconciled {
  readonly differences: DifferenceFact[]
  readonly sums: StockSums
  /** Places with something to count where nobody was yet. */
  readonly uncounted: string[]
}

const pushed = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Places where a second person counted: in round two by somebody who did not count it in round one. */
export function countedTwice(scans: readonly Pick<ScanFact, 'round' | 'place' | 'by'>[]): Set<string> {
  const first = new Map<string, Set<string>>()
  for (const s of scans) if (s.round === 1) first.set(s.place, (first.get(s.place) ?? new Set()).add(s.by))
  return new Set(scans.filter((s) => s.round === 2 && !first.get(s.place)?.has(s.by)).map((s) => s.place))
}

/**
 * The list against the scans. A thing that was seen is there, whoever saw it; the latest sighting says where. One code in two
 * places of a round is two labels. What changed hands since the start is no loss. Where nobody was, nothing is missing yet.
 */
export function reconcile(
  places: readonly string[],
  expected: readonly ExpectedFact[],
  scans: readonly ScanFact[],
): Reconciled {
  const visited = new Set(scans.map((s) => s.place))
  const twice = countedTwice(scans)
  const seen = new Map<string, ScanFact[]>()
  for (const s of scans) if (s.thing) pushed(seen, s.thing, s)
  const listed = new Set(expected.map((e) => e.thing))
  const differences: DifferenceFact[] = []
  let right = 0
  let moved = 0
  for (const e of expected) {
    const found = sighted(e, seen.get(e.thing) ?? [], visited, twice)
    if (found === 'right') right += e.toCount ? 1 : 0
    else if (found === 'moved') moved += e.toCount ? 1 : 0
    else if (e.toCount || found.found) differences.push(found)
  }
  differences.push(...strangers(listed, seen, scans, twice))
  const of = (kind: DifferenceKind): number => differences.filter((d) => d.kind === kind).length
  return {
    differences,
    uncounted: places.filter((p) => !visited.has(p)),
    sums: {
      toCount: expected.filter((e) => e.toCount).length,
      right,
      moved,
      missing: of('missing'),
      misplaced: of('misplaced'),
      extra: of('extra'),
      duplicate: of('duplicate'),
      notOurs: of('not-ours'),
      sealDiffers: of('seal-differs'),
      notCounted: of('not-counted'),
    },
  }
}

/** Labels of one round read in more than one place. */
const doubled = (scans: readonly ScanFact[]): ScanFact | undefined =>
  scans.find((s) => scans.some((o) => o.round === s.round && o.place !== s.place))

function sighted(
  e: ExpectedFact,
  scans: readonly ScanFact[],
  visited: ReadonlySet<string>,
  twice: ReadonlySet<string>,
): 'right' | 'moved' | DifferenceFact {
  const differs = (kind: DifferenceKind, s?: ScanFact): DifferenceFact => ({
    kind,
    thing: e.thing,
    text: s?.text ?? null,
    seal: s?.seal ?? null,
    expected: e.place,
    found: s?.place ?? null,
    twice: twice.has(s?.place ?? e.place),
  })
  const double = doubled(scans)
  if (double) return differs('duplicate', scans.find((s) => s.place !== e.place) ?? double)
  const last = scans.at(-1)
  if (!last) {
    if (e.movedSince) return 'moved'
    return differs(visited.has(e.place) ? 'missing' : 'not-counted')
  }
  const there = last.place === e.place || last.place === e.now
  if (!there) return differs('misplaced', last)
  return last.sealFits === false ? differs('seal-differs', last) : 'right'
}

/** What nobody expected: things of ours that the record has elsewhere, and codes that are none of ours. */
function strangers(
  listed: ReadonlySet<string>,
  seen: ReadonlyMap<string, readonly ScanFact[]>,
  scans: readonly ScanFact[],
  twice: ReadonlySet<string>,
): DifferenceFact[] {
  const out: DifferenceFact[] = []
  const of = (kind: DifferenceKind, s: ScanFact): DifferenceFact => ({
    kind,
    thing: s.thing,
    text: s.text,
    seal: s.seal,
    expected: null,
    found: s.place,
    twice: twice.has(s.place),
  })
  for (const [thing, all] of seen) {
    const last = all.at(-1)
    if (listed.has(thing) || !last) continue
    const double = doubled(all)
    if (double) out.push(of('duplicate', double))
    else if (last.now !== last.place) out.push(of('extra', last))
    else if (last.sealFits === false) out.push(of('seal-differs', last))
  }
  const told = new Set<string>()
  for (const s of scans) {
    const key = `${s.place} ${s.text ?? ''}`
    if (s.thing || s.text === null || told.has(key)) continue
    told.add(key)
    out.push(of('not-ours', s))
  }
  return out
}

interface Take {
  readonly number: string
  readonly closed_at: string | null
}
export function stillCounting(take: Take): Verdict {
  return unless(
    take.closed_at === null,
    no('evidence.stock-closed', { number: take.number }, 'evidence.next-new-stock-take'),
  )
}

/** A second count is another person's: of each place, whoever counted it first may not count it again. */
export function maySecondCount(
  places: readonly { readonly name: string; readonly first: readonly string[] }[],
  me: string,
): Verdict {
  for (const place of places) {
    if (place.first.length === 0)
      return no('evidence.not-counted-first', { name: place.name }, 'evidence.next-count-first')
    if (place.first.includes(me))
      return no('evidence.you-counted-first', { name: place.name }, 'evidence.next-other-counter')
  }
  return yes
}

/** Every place was counted and every loss looked for by a second person, or somebody says why not. */
export function mayClose(take: Take, found: Reconciled, unfinished: string | null): Verdict {
  const once = found.differences.filter((d) => d.kind === 'missing' && !d.twice).length
  return allOf(
    stillCounting(take),
    unless(
      found.uncounted.length === 0 || unfinished !== null,
      no(
        'evidence.places-not-counted',
        { n: found.uncounted.length, number: take.number },
        'evidence.next-count-or-say-why',
      ),
    ),
    unless(
      once === 0 || unfinished !== null,
      no('evidence.missing-once', { n: once, number: take.number }, 'evidence.next-second-count'),
    ),
  )
}

/** Missing is what a person decides of what the count did not find, nothing else. */
export function mayAnswerCount(
  answers: readonly { readonly thing: string; readonly answer: string }[],
  found: Reconciled,
): Verdict {
  const kinds = new Map(found.differences.filter((d) => d.thing).map((d) => [d.thing, d.kind]))
  for (const a of answers) {
    const kind = kinds.get(a.thing)
    if (!kind) return no('evidence.no-difference', {}, 'evidence.next-look-again')
    if (a.answer === 'report-missing' && kind !== 'missing')
      return no('evidence.only-missing', {}, 'evidence.next-look-again')
  }
  return yes
}
