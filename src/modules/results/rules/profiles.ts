/** Pure rules of STR profiles: what a locus and an allele may be, who may enter an index and on what ground, what may be searched against what, how two profiles compare. */
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'
import type { IndexRule, ProfileState, Side, Stringency } from '../contract/profiles.ts'

/** What the list `str-locus` says of a locus: STR markers alone, none of which is read for health or looks. */
export interface Locus {
  readonly code: string
  readonly name: string
  readonly kind: 'autosomal' | 'y' | 'sex'
  readonly aliases: readonly string[]
}
export interface Kit {
  readonly code: string
  readonly name: string
  /** Codes of loci. */
  readonly loci: readonly string[]
}
export interface Typed {
  readonly locus: string
  readonly alleles: readonly string[]
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '')
/** A repeat number of one or two figures, a microvariant of one to three bases (9.3), or outside the ladder on one side (“>17”). */
const allele = /^[<>]?\d{1,2}(\.[1-3])?$/

/** Each locus once, in the order of the kit; the first that cannot stand decides. */
export function typedOf(
  read: readonly { readonly name: string; readonly alleles: readonly string[] }[],
  known: readonly Locus[],
  kit: Kit,
  contributors: number,
): { verdict: Verdict; typed: readonly Typed[] } {
  const byName = new Map(
    known.flatMap((l) => [l.code, l.name, ...l.aliases].map((n) => [plain(n), l] as const)),
  )
  const typed = new Map<string, readonly string[]>()
  for (const { name, alleles } of read) {
    const locus = byName.get(plain(name))
    const verdict = mayStand({ name, alleles }, locus, kit, contributors)
    if (!verdict.ok || !locus) return { verdict, typed: [] }
    if (typed.has(locus.code))
      return { verdict: no('results.locus-twice', { locus: name }, 'results.next-export-again'), typed: [] }
    if (alleles.length > 0) typed.set(locus.code, inOrder(new Set(alleles)))
  }
  const inKit = kit.loci.flatMap((code) => {
    const alleles = typed.get(code)
    return alleles ? [{ locus: code, alleles }] : []
  })
  return {
    verdict: unless(
      countedLoci(inKit, known) > 0,
      no('results.profile-empty', { kit: kit.name }, 'results.next-export-again'),
    ),
    typed: inKit,
  }
}

function mayStand(
  { name, alleles }: { name: string; alleles: readonly string[] },
  locus: Locus | undefined,
  kit: Kit,
  contributors: number,
): Verdict {
  if (!locus)
    return /^rs\d+$/i.test(name)
      ? no('results.no-snp', { locus: name }, 'results.next-str-only')
      : no('results.no-str-locus', { locus: name }, 'results.next-str-only')
  if (alleles.length === 0) return yes
  const bad = alleles.find((a) => !(locus.kind === 'sex' ? /^[XY]$/ : allele).test(a))
  return allOf(
    unless(
      kit.loci.includes(locus.code),
      no('results.locus-not-of-kit', { locus: name, kit: kit.name }, 'results.next-choose-kit'),
    ),
    unless(bad === undefined, no('results.no-allele', { locus: name }, 'results.next-settle-allele')),
    // Three at one locus are known of one person; more are of more people.
    unless(
      alleles.length <= (contributors === 1 ? 3 : Math.min(8, contributors * 2)),
      no('results.too-many-alleles', { locus: name, n: contributors }, 'results.next-contributors'),
    ),
  )
}

const sizeOf = (a: string): number => (a === 'X' ? 0 : a === 'Y' ? 1 : Number(a.replace(/^[<>]/, '')))
const inOrder = (alleles: Iterable<string>): string[] =>
  [...alleles].sort((a, b) => sizeOf(a) - sizeOf(b) || a.localeCompare(b))

/** Autosomal loci alone count: amelogenin says a sex, and Y markers are shared by all men of a line. */
export const countedLoci = (typed: readonly Typed[], known: readonly Locus[]): number =>
  typed.filter((t) => known.some((l) => l.code === t.locus && l.kind === 'autosomal')).length

export interface Compared {
  readonly shared: number
  readonly matched: number
  readonly loci: readonly { locus: string; agrees: boolean }[]
}
/**
 * High: the same alleles. Moderate: all of the one are in the other. Low: one in common, as a parent and a child have. What lies outside the
 * ladder is no number and is left out.
 */
export function compare(
  one: readonly Typed[],
  other: readonly Typed[],
  autosomal: ReadonlySet<string>,
  stringency: Stringency,
): Compared {
  const there = new Map(other.map((t) => [t.locus, t.alleles]))
  const loci = one.flatMap(({ locus, alleles }) => {
    const theirs = there.get(locus)
    if (!theirs || !autosomal.has(locus) || [...alleles, ...theirs].some((a) => /^[<>]/.test(a))) return []
    return [{ locus, agrees: agrees(new Set(alleles), new Set(theirs), stringency) }]
  })
  return { shared: loci.length, matched: loci.filter((l) => l.agrees).length, loci }
}
function agrees(a: ReadonlySet<string>, b: ReadonlySet<string>, stringency: Stringency): boolean {
  if (stringency === 'low') return !a.isDisjointFrom(b)
  if (stringency === 'moderate') return a.isSubsetOf(b) || b.isSubsetOf(a)
  return a.size === b.size && a.isSubsetOf(b)
}

/** A lead: at least so many loci in common, and not more than one that speaks against it (a mutation, a drop-out). Most loci first. */
export const isCandidate = (c: Compared, least: number): boolean =>
  c.matched >= least && c.shared - c.matched <= 1
export const byRank = (a: Compared, b: Compared): number =>
  b.matched - a.matched || a.shared - a.matched - (b.shared - b.matched)

/** Before its day the law opens nothing: neither an entry nor a search nor an export. */
export const mayUse = (law: { side: Side; inForce: boolean; from: string | null }): Verdict =>
  unless(
    law.inForce,
    law.from
      ? no('results.law-from', { side: law.side, from: law.from }, 'results.next-law')
      : no('results.law-not-in-force', { side: law.side }, 'results.next-law'),
  )

export const mayCheck = (p: { state: ProfileState; recordedBy: string }, me: string): Verdict =>
  allOf(
    unless(p.state === 'recorded', no('results.profile-checked', {}, 'results.next-see-profile')),
    unless(p.recordedBy !== me, no('results.check-own', {}, 'results.next-another')),
  )

export interface Entering {
  readonly state: ProfileState
  readonly side: Side
  readonly holds: string
  readonly minor: boolean
  readonly recordedBy: string
  /** Under which ground the sample was taken from the person; nothing for a trace. */
  readonly takenUnder: string | null
  readonly already: readonly string[]
}
export function mayEnter(
  p: Entering,
  index: IndexRule & { code: string; name: string },
  asked: { ground: string; document: boolean },
  me: string,
): Verdict {
  const grounds: readonly string[] = p.minor ? index.minorGrounds : index.grounds
  return allOf(
    mayBeIndexed(p, me),
    onOneSide(p.side, index),
    unless(
      p.holds === index.holds,
      no('results.index-holds', { index: index.name, holds: index.holds }, 'results.next-other-index'),
    ),
    unless(!p.already.includes(index.code), no('results.indexed-already', { index: index.name })),
    unless(
      grounds.includes(asked.ground),
      no(
        p.minor ? 'results.minor-ground' : 'results.other-ground',
        { index: index.name, ground: asked.ground },
        'results.next-ground',
      ),
    ),
    unless(
      asked.ground === 'statute' || asked.document,
      no('results.ground-without-paper', { ground: asked.ground }, 'results.next-paper'),
    ),
    // A sample given by consent is not used by an order of which nobody was told: the ground of the taking holds until a paper says more.
    unless(
      p.takenUnder === null || p.takenUnder === asked.ground || asked.ground === 'order',
      no(
        'results.taken-otherwise',
        { taken: p.takenUnder ?? '', ground: asked.ground },
        'results.next-ground',
      ),
    ),
  )
}
export const mayBeIndexed = (p: Pick<Entering, 'state' | 'recordedBy'>, me: string): Verdict =>
  allOf(
    unless(p.state !== 'removed', no('results.profile-removed')),
    unless(
      p.state === 'checked' || p.state === 'indexed',
      no(`results.not-checked-${p.state === 'differs' ? 'differs' : 'yet'}`, {}, 'results.next-check'),
    ),
    unless(p.recordedBy !== me, no('results.enter-own', {}, 'results.next-another')),
  )

/** The wall: what was given to find the missing is never held against traces of crime, and the other way round. */
const onOneSide = (side: Side, index: { side: Side; name: string }): Verdict =>
  unless(
    side === index.side,
    no('results.wall', { side, other: index.side, index: index.name }, 'results.next-wall'),
  )

export function maySearch(
  p: { state: ProfileState; side: Side; index: string | null },
  own: IndexRule | undefined,
  against: readonly (IndexRule & { code: string; name: string })[],
  purpose: { side: string; name: string } | undefined,
): Verdict {
  const wrong = against.find((i) => i.side !== p.side)
  const unasked = against.find((i) => !own?.search.includes(i.code))
  return allOf(
    unless(p.state !== 'removed', no('results.profile-removed')),
    unless(p.state === 'indexed', no('results.not-indexed', {}, 'results.next-enter')),
    wrong ? onOneSide(p.side, wrong) : yes,
    unless(
      own !== undefined && own.side === p.side,
      no('results.index-moved', { index: p.index ?? '' }, 'results.next-law'),
    ),
    unless(
      unasked === undefined,
      no('results.not-against', { index: unasked?.name ?? '' }, 'results.next-against'),
    ),
    unless(against.length > 0, no('results.against-nothing', {}, 'results.next-against')),
    unless(
      purpose !== undefined && purpose.side === p.side,
      no('results.other-purpose', { purpose: purpose?.name ?? '', side: p.side }, 'results.next-purpose'),
    ),
  )
}

export const mayJudge = (c: { outcome: string | null; searchedBy: string }, me: string): Verdict =>
  allOf(
    unless(c.outcome === null, no('results.candidate-judged')),
    unless(c.searchedBy !== me, no('results.judge-own', {}, 'results.next-another')),
  )

export const mayPropose = (p: { state: ProfileState; proposed: boolean }): Verdict =>
  allOf(
    unless(p.state !== 'removed', no('results.profile-removed')),
    unless(!p.proposed, no('results.removal-proposed', {}, 'results.next-second')),
  )
/** What ends a ground has its paper, but for the clock, which everybody can read. */
export const mayProposeFor = (why: string, has: { paper: boolean; due: boolean }): Verdict =>
  allOf(
    unless(why !== 'expired' || has.due, no('results.not-due', {}, 'results.next-other-why')),
    unless(
      !['consent-withdrawn', 'order'].includes(why) || has.paper,
      no('results.removal-without-paper', {}, 'results.next-paper'),
    ),
  )
export const mayRemove = (p: { state: ProfileState; proposedBy: string | null }, me: string): Verdict =>
  allOf(
    unless(p.state !== 'removed', no('results.profile-removed')),
    unless(p.proposedBy !== null, no('results.not-proposed', {}, 'results.next-propose')),
    unless(p.proposedBy !== me, no('results.remove-own', {}, 'results.next-another')),
  )

/** The day after which it may not stand any more; nothing: no clock runs. */
export function keepUntil(rule: IndexRule, from: string, minor: boolean): string | null {
  const years = minor ? (rule.minorYears ?? rule.years) : rule.years
  if (years === null || years === undefined) return null
  const day = `${String(Number(from.slice(0, 4)) + years).padStart(4, '0')}${from.slice(4)}`
  return day.endsWith('-02-29') && !isLeap(Number(day.slice(0, 4))) ? `${day.slice(0, 5)}02-28` : day
}
const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0

/** Why one is not in a file that leaves the house; nothing: it goes. */
export function leftOut(
  p: { contributors: number; loci: number; due: string | null },
  rule: IndexRule,
): Verdict {
  return allOf(
    unless(p.due === null, no('results.left-due')),
    unless(p.contributors === 1, no('results.left-mixture')),
    unless(p.loci >= rule.least, no('results.left-few', { n: p.loci, least: rule.least })),
  )
}
export const mayExport = (
  rule: IndexRule & { name: string },
  purpose: { side: string; name: string } | undefined,
): Verdict =>
  allOf(
    unless(Boolean(rule.category), no('results.index-stays', { index: rule.name }, 'results.next-against')),
    unless(
      purpose !== undefined && purpose.side === rule.side,
      no('results.other-purpose', { purpose: purpose?.name ?? '', side: rule.side }, 'results.next-purpose'),
    ),
  )
