/** When a body may come, move and go; what still keeps it; which must move when a unit fails: pure. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export interface Lying {
  readonly state: 'open' | 'accepted' | 'declined'
  readonly body: string | null
  readonly released_at: string | null
}
export const mustBeHere = (d: Lying): Verdict =>
  allOf(
    unless(d.body !== null, no('death.no-body', {}, 'death.next-receive-body')),
    unless(d.released_at === null, no('death.body-gone')),
  )

/** Everything that keeps a body, each told: a person who waits for it hears all of it at once. */
export interface Keeping {
  readonly identity: string
  readonly openExaminations: readonly string[]
  readonly holds: readonly string[]
  /** Whole sentences: a hold on the case keeps its body too. */
  readonly caseHolds: readonly string[]
  readonly papersWanted: readonly { readonly name: string; readonly state: string | null }[]
  readonly homicideUnreviewed: boolean
  /** The number of the order by which it was taken up, where nobody has examined it since. */
  readonly exhumedFor: string | null
  /** Cremation was approved before the manner became homicide. */
  readonly homicideToCremate: boolean
}
export function keptBy(k: Keeping): { code: string; values?: Record<string, string> }[] {
  return [
    ...(k.identity === 'confirmed' ? [] : [{ code: `death.keeps-identity-${k.identity}` }]),
    ...(k.exhumedFor === null ? [] : [{ code: 'death.keeps-exhumed', values: { order: k.exhumedFor } }]),
    ...k.openExaminations.map((kind) => ({ code: 'death.keeps-examination', values: { kind } })),
    ...(k.homicideUnreviewed ? [{ code: 'death.keeps-review' }] : []),
    ...(k.homicideToCremate ? [{ code: 'death.keeps-cremation' }] : []),
    ...k.holds.map((why) => ({ code: 'death.keeps-hold', values: { why } })),
    ...k.caseHolds.map((why) => ({ code: 'death.keeps-case-hold', values: { why } })),
    ...k.papersWanted
      .filter((p) => p.state !== 'approved')
      .map((p) => ({
        code: p.state === null ? 'death.keeps-paper-missing' : 'death.keeps-paper-open',
        values: { paper: p.name },
      })),
  ]
}

/** The act as the page shows it: grey with every reason. */
export const mayReleaseBody = (d: Lying, reasons: readonly string[]): Verdict =>
  allOf(
    mustBeHere(d),
    unless(
      reasons.length === 0,
      no('death.body-kept', { reasons: reasons.join(' ') }, 'death.next-clear-each'),
    ),
  )

export const mayMarkUnclaimed = (d: { days: number; limit: number; unclaimed: boolean }): Verdict =>
  allOf(
    unless(!d.unclaimed, no('death.unclaimed-already')),
    unless(
      d.days >= d.limit,
      no('death.unclaimed-too-early', { days: d.days, limit: d.limit }, 'death.next-wait-for-relatives'),
    ),
  )

/** What is next for a body, in one word that a board can show. */
export function nextOf(b: {
  readonly unclaimed: boolean
  readonly over: boolean
  readonly identity: string
  readonly examination: string | null
  readonly cause: string | null
  readonly papersOpen: boolean
}): string {
  if (b.unclaimed) return 'unclaimed'
  if (b.identity !== 'confirmed') return b.over ? 'over' : 'identify'
  if (b.examination === null) return 'examine'
  if (b.examination === 'ordered') return 'examine'
  if (b.examination === 'started') return 'examining'
  if (b.cause === null || b.cause === 'pending') return 'certify'
  if (b.papersOpen) return b.over ? 'over' : 'papers'
  return 'release'
}

export interface PlacedBody {
  readonly death: string
  readonly number: string
  readonly place: string
  readonly code: string
  readonly identity: string
  readonly days: number
}
export interface FreePlace {
  readonly id: string
  readonly code: string
  readonly unit: string
  readonly room: number
}
/** Nobody can be asked twice to recognise who is unidentified: they go first, then whoever came last and keeps best cold. */
export function planMoves(
  bodies: readonly PlacedBody[],
  free: readonly FreePlace[],
): { body: PlacedBody; to: FreePlace | null; why: 'unidentified' | 'fresh' }[] {
  const order = bodies.toSorted(
    (a, b) =>
      Number(a.identity === 'confirmed') - Number(b.identity === 'confirmed') ||
      a.days - b.days ||
      a.code.localeCompare(b.code),
  )
  const left = free.flatMap((p) => Array.from({ length: p.room }, () => p))
  return order.map((body) => ({
    body,
    to: left.shift() ?? null,
    why: body.identity === 'confirmed' ? 'fresh' : 'unidentified',
  }))
}
