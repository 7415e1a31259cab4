/** What may be done at a scene and when, what contradicts what, what is missing: pure. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { AttendanceState } from './contract/attendance.ts'

export * from './rules/bays.ts'
export * from './rules/conflicts.ts'
export * from './rules/drawing.ts'
export * from './rules/labels.ts'
export * from './rules/missing.ts'

export type CallOutState = 'waiting' | 'dispatched' | 'declined' | 'attended'
export interface Call {
  readonly state: CallOutState
}
const over = (c: Call): Verdict =>
  allOf(
    unless(c.state !== 'attended', no('scenes.call-attended', {}, 'scenes.next-open-attendance')),
    unless(c.state !== 'declined', no('scenes.call-declined', {}, 'scenes.next-new-call')),
  )
/** Somebody else may be sent as long as nobody has opened an attendance. */
export const mayDispatch = (c: Call): Verdict => over(c)
export const mayDecline = (c: Call): Verdict => over(c)
export const mayAttend = (c: Call): Verdict =>
  unless(c.state !== 'declined', no('scenes.call-declined', {}, 'scenes.next-new-call'))

export interface Attendance {
  readonly state: AttendanceState
  readonly version: number
}
const notSigned = (a: Attendance): Verdict =>
  unless(a.state !== 'signed', no('scenes.record-signed', { version: a.version }, 'scenes.next-amend'))
/** Everything that is added to a record, until it is signed; after that only by an amendment. */
export const mayAdd = (a: Attendance): Verdict => notSigned(a)
/** Something was collected that is in a hand and does not wait at a counter already. */
export const mayAnnounce = (collected: readonly { readonly ready: boolean }[]): Verdict =>
  unless(
    collected.some((c) => c.ready),
    no('scenes.nothing-to-announce', {}, 'scenes.next-collect-first'),
  )
/** Every one who comes says so; who came back after leaving opens the scene again. */
export const mayArrive = (a: Attendance): Verdict => notSigned(a)
/** `unheard`: written by somebody who could not know that another had left already: both words stay. */
export const mayLeave = (a: Attendance, unheard = false): Verdict =>
  allOf(
    notSigned(a),
    unless(a.state !== 'open', no('scenes.not-arrived', {}, 'scenes.next-arrive')),
    unless(a.state !== 'left' || unheard, no('scenes.already-left')),
  )
interface Ended {
  readonly person: string
  readonly at: string
  readonly recorded_at: string
}
/** Came and went before the end that stands: whoever says so late does not open the scene again. */
export const cameBefore = (end: Ended | undefined, at: string): boolean => end !== undefined && at < end.at
export const couldNotKnow = (end: Ended | undefined, by: { person: string; at: string }): boolean =>
  end !== undefined && end.person !== by.person && by.at < end.recorded_at
export const maySign = (a: Attendance, open: { conflicts: number }): Verdict =>
  allOf(
    unless(a.state !== 'signed', no('scenes.already-signed', { version: a.version }, 'scenes.next-amend')),
    unless(a.state === 'left', no('scenes.not-left', {}, 'scenes.next-leave')),
    unless(open.conflicts === 0, no('scenes.conflicts-open', { n: open.conflicts }, 'scenes.next-settle')),
  )
export const mayAmend = (a: Attendance): Verdict =>
  unless(a.state === 'signed', no('scenes.nothing-signed', {}, 'scenes.next-sign'))

/** A duty that lies outside the days of its roster, or ends before it begins, was mistyped. */
export function mayPublish(roster: {
  readonly from: string
  readonly until: string
  readonly duties: readonly { readonly from: string; readonly until: string; readonly day: string }[]
}): Verdict {
  const bad = roster.duties.find((d) => d.until <= d.from)
  const outside = roster.duties.find((d) => d.day < roster.from || d.day > roster.until)
  return allOf(
    unless(!bad, no('scenes.duty-ends-before', { from: bad?.from ?? '' })),
    unless(
      !outside,
      no('scenes.duty-outside', { day: outside?.day ?? '', from: roster.from, until: roster.until }),
    ),
  )
}

/** Whoever entered and has not left, by the time each says; the last word about a person counts. */
export function insideOf(
  log: readonly { readonly kind: string; readonly name: string | null; readonly at: string }[],
): string[] {
  const last = new Map<string, string>()
  for (const l of [...log].sort((a, b) => a.at.localeCompare(b.at)))
    if (l.kind !== 'note' && l.name) last.set(l.name, l.kind)
  return [...last].filter(([, kind]) => kind === 'entered').map(([name]) => name)
}

/** The bytes that came must be those that were counted when the shutter was pressed. */
export const sameAsCaptured = (captured: string | null | undefined, came: string): Verdict =>
  unless(!captured || captured === came, no('scenes.not-as-captured', {}, 'scenes.next-send-original'))
/** A copy names its original and says how it was made; an original has neither. */
export const mayDerive = (source: string | null | undefined, steps: string | null | undefined): Verdict =>
  allOf(
    unless(!source || Boolean(steps), no('scenes.copy-without-steps', {}, 'scenes.next-say-steps')),
    unless(!steps || Boolean(source), no('scenes.steps-without-source', {}, 'scenes.next-name-original')),
  )

/** The same bytes more than once, by their hash. */
export function duplicatesOf(
  photographs: readonly { readonly id: string; readonly sha256: string }[],
): { sha256: string; photographs: string[] }[] {
  const by = new Map<string, string[]>()
  for (const p of photographs) {
    const ids = by.get(p.sha256)
    if (ids) ids.push(p.id)
    else by.set(p.sha256, [p.id])
  }
  return [...by].filter(([, ids]) => ids.length > 1).map(([sha256, ids]) => ({ sha256, photographs: ids }))
}
