/** Pure rules of reliance: may this method, person, instrument or lot be used on this day, and if not, what to do. */
import { instantOf } from '#kernel/shapes.ts'
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'

/** What blocks and may be set aside by a granted deviation is marked; the rest never is. */
export interface Judged {
  readonly verdict: Verdict
  readonly liftable: boolean
}
const fine: Judged = { verdict: yes, liftable: false }

export interface EquipmentFacts {
  code: string
  name: string
  state: string
  state_why: string | null
  calibrated: boolean
  calibration: string | null
  outcome: string | null
  due_on: string | null
}

export function judgeEquipment(e: EquipmentFacts, today: string): Judged {
  const values = { code: e.code, name: e.name }
  if (e.state === 'out-of-service')
    return {
      verdict: no(
        'quality.out-of-service',
        { ...values, why: e.state_why ?? '' },
        'quality.next-other-equipment',
      ),
      liftable: false,
    }
  if (!e.calibrated) return fine
  if (e.calibration === null)
    return { verdict: no('quality.never-calibrated', values, 'quality.next-calibrate'), liftable: false }
  if (e.outcome === 'failed')
    return { verdict: no('quality.calibration-failed', values, 'quality.next-repair'), liftable: false }
  if (e.due_on !== null && e.due_on < today)
    return {
      verdict: no('quality.calibration-overdue', { ...values, due: e.due_on }, 'quality.next-calibrate'),
      liftable: true,
    }
  return fine
}

export interface LotFacts {
  number: string
  name: string
  state: string
  state_why: string | null
  expires_on: string | null
}

export function judgeLot(l: LotFacts, today: string): Judged {
  const values = { number: l.number, name: l.name }
  if (l.state === 'withdrawn')
    return {
      verdict: no('quality.lot-withdrawn', { ...values, why: l.state_why ?? '' }, 'quality.next-other-lot'),
      liftable: false,
    }
  if (l.state === 'rejected')
    return {
      verdict: no('quality.lot-rejected', { ...values, why: l.state_why ?? '' }, 'quality.next-other-lot'),
      liftable: false,
    }
  if (l.state === 'received')
    return { verdict: no('quality.lot-not-verified', values, 'quality.next-verify-lot'), liftable: false }
  if (l.expires_on !== null && l.expires_on < today)
    return {
      verdict: no('quality.lot-expired', { ...values, expired: l.expires_on }, 'quality.next-other-lot'),
      liftable: true,
    }
  return fine
}

export interface VersionFacts {
  code: string
  version: number
  from_on: string
  until_on: string | null
}

export function judgeVersion(v: VersionFacts, today: string): Judged {
  const values = { code: v.code, version: v.version }
  return {
    verdict: allOf(
      unless(
        v.from_on <= today,
        no('quality.method-not-begun', { ...values, from: v.from_on }, 'quality.next-version-in-force'),
      ),
      unless(
        v.until_on === null || v.until_on >= today,
        no('quality.method-ended', { ...values, until: v.until_on ?? '' }, 'quality.next-version-in-force'),
      ),
    ),
    liftable: true,
  }
}

export interface AuthorisationFacts {
  from_on: string
  until_on: string | null
  /** Why it was withdrawn, where it was. */
  ended_why?: string | null
}

/**
 * One authorisation that holds today is enough; otherwise the sentence speaks of the one that ended last. Where no second
 * authorised person exists, a deviation may let somebody review; nothing lets anybody do the work without an authorisation.
 */
export function judgePerson(
  name: string,
  method: string,
  as: string,
  held: readonly AuthorisationFacts[],
  today: string,
): Judged {
  const values = { name, method, as }
  if (held.some((a) => holdsOn(a, today))) return fine
  const ended = held
    .map((a) => a.until_on)
    .filter((d): d is string => d !== null && d < today)
    .sort()
    .at(-1)
  const verdict =
    ended === undefined
      ? no('quality.not-authorised', values, 'quality.next-authorise')
      : no('quality.authorisation-ended', { ...values, until: ended }, 'quality.next-authorise')
  // What was taken away for a reason is not given back by a deviation.
  return { verdict, liftable: as === 'reviewer' && held.every((a) => !a.ended_why) }
}
export const holdsOn = (a: AuthorisationFacts, day: string): boolean =>
  a.from_on <= day && (a.until_on === null || a.until_on >= day)

/** A deviation stands when both have approved, nobody has ended it, and its last day has not passed. */
export interface DeviationFacts {
  director: string | null
  quality_manager: string | null
  ended: boolean
  until_on: string
}
export const deviationStands = (d: DeviationFacts, today: string): boolean =>
  d.director !== null && d.quality_manager !== null && !d.ended && d.until_on >= today
export function stateOfDeviation(
  d: DeviationFacts,
  today: string,
): 'waiting' | 'in-force' | 'over' | 'ended' {
  if (d.ended) return 'ended'
  if (d.until_on < today) return 'over'
  return deviationStands(d, today) ? 'in-force' : 'waiting'
}

/** Two offices, two people: one person with both roles gives one approval only (ISO/IEC 17025:2017, 4.1 impartiality). */
export function mayApproveDeviation(
  d: DeviationFacts,
  by: { person: string; office: 'director' | 'quality-manager' },
  today: string,
): Verdict {
  const mine = by.office === 'director' ? d.director : d.quality_manager
  return allOf(
    unless(!d.ended, no('quality.deviation-ended')),
    unless(
      d.until_on >= today,
      no('quality.deviation-over', { until: d.until_on }, 'quality.next-new-deviation'),
    ),
    unless(mine === null, no('quality.deviation-approved-already', { office: by.office })),
    unless(
      d.director !== by.person && d.quality_manager !== by.person,
      no('quality.deviation-two-people', undefined, 'quality.next-other-office'),
    ),
  )
}
/** Which approval a person gives: the one of their offices that is still open. */
export function officeOf(
  roles: readonly string[],
  d: DeviationFacts | null,
): 'director' | 'quality-manager' | null {
  const offices = (['director', 'quality-manager'] as const).filter((o) => roles.includes(o))
  return (
    offices.find((o) => d === null || (o === 'director' ? d.director : d.quality_manager) === null) ??
    offices[0] ??
    null
  )
}

export const mayDate = (from: string, until: string | null | undefined): Verdict =>
  unless(!until || from <= until, no('quality.ends-before-begins', { from, until }))
export const mayBeInThePast = (day: string, today: string): Verdict =>
  unless(day <= today, no('quality.day-to-come', { day }))

export function mayStepLot(
  lot: { state: string; number: string },
  to: 'verified' | 'rejected' | 'withdrawn',
): Verdict {
  if (to === 'withdrawn')
    return unless(lot.state !== 'withdrawn', no('quality.lot-withdrawn-already', { number: lot.number }))
  return unless(
    lot.state === 'received',
    no(
      'quality.lot-judged-already',
      { number: lot.number, state: lot.state },
      'quality.next-receive-new-lot',
    ),
  )
}
export const mayTakeOut = (e: { state: string; code: string }): Verdict =>
  unless(e.state === 'in-service', no('quality.out-already', { code: e.code }))
export const mayReturn = (e: { state: string; code: string }): Verdict =>
  unless(e.state === 'out-of-service', no('quality.in-already', { code: e.code }))

/** Worksheets name techniques that the version has, and no key twice. */
export function mayIssue(
  worksheet: {
    steps: readonly {
      key: string
      technique?: string | undefined
      fields: readonly { key: string; type: string; choices?: readonly unknown[] | undefined }[]
    }[]
  },
  techniques: readonly { key: string }[],
): Verdict {
  const steps = worksheet.steps.map((s) => s.key)
  const twice = [
    ...steps,
    ...techniques.map((t) => `technique ${t.key}`),
    ...worksheet.steps.flatMap((s) => s.fields.map((f) => `${s.key}.${f.key}`)),
  ].find((k, i, all) => all.indexOf(k) !== i)
  const missing = worksheet.steps.find(
    (s) => s.technique !== undefined && !techniques.some((t) => t.key === s.technique),
  )
  const empty = worksheet.steps
    .flatMap((s) => s.fields)
    .find((f) => f.type === 'choice' && (f.choices?.length ?? 0) === 0)
  return allOf(
    unless(twice === undefined, no('quality.key-twice', { key: twice ?? '' })),
    unless(
      missing === undefined,
      no('quality.no-such-technique', { step: missing?.key ?? '', technique: missing?.technique ?? '' }),
    ),
    unless(empty === undefined, no('quality.choice-without-choices', { field: empty?.key ?? '' })),
  )
}

/** Nobody authorises themselves (ISO/IEC 17025:2017, 6.2.6: the laboratory authorises). */
export const mayAuthorise = (a: { self: boolean; from: string; until: string | null | undefined }): Verdict =>
  allOf(
    unless(!a.self, no('quality.not-oneself', undefined, 'quality.next-ask-other')),
    mayDate(a.from, a.until),
  )
export const mayWithdraw = (
  a: { from_on: string; until_on: string | null; ended_why: string | null },
  on: string,
): Verdict =>
  allOf(
    unless(a.ended_why === null, no('quality.withdrawn-already')),
    unless(a.until_on === null || a.until_on >= on, no('quality.ended-already', { until: a.until_on ?? '' })),
  )
export const mayLast = (until: string, today: string): Verdict =>
  unless(until >= today, no('quality.deviation-over', { until }, 'quality.next-new-deviation'))
export const mayEndDeviation = (d: { ended: boolean }): Verdict =>
  unless(!d.ended, no('quality.deviation-ended'))

const DAY_MS = 86_400_000
/** The calendar day before a day. */
export const dayBefore = (day: string): string =>
  instantOf(Date.parse(`${day}T00:00:00Z`) - DAY_MS).slice(0, 10)

/** How an instrument stands, in one word for a board; due within `soonDays` is said before it is late. */
export function standingOf(
  e: EquipmentFacts,
  today: string,
  soonDays = 30,
): 'ready' | 'due-soon' | 'overdue' | 'never-calibrated' | 'failed' | 'out-of-service' {
  const { verdict } = judgeEquipment(e, today)
  if (!verdict.ok) {
    if (verdict.code === 'quality.out-of-service') return 'out-of-service'
    if (verdict.code === 'quality.never-calibrated') return 'never-calibrated'
    return verdict.code === 'quality.calibration-failed' ? 'failed' : 'overdue'
  }
  const soon = instantOf(Date.parse(`${today}T00:00:00Z`) + soonDays * DAY_MS).slice(0, 10)
  return e.calibrated && e.due_on !== null && e.due_on <= soon ? 'due-soon' : 'ready'
}

export interface Clause {
  readonly code: string
  readonly title: string
  readonly standard: string
  readonly clause: string
  readonly acts: readonly string[]
  readonly relied: readonly string[]
}
/** A clause as the laboratory's list describes it; undefined where the data names no standard, or nothing that shows it. */
export function clauseOf(code: string, title: string, data: unknown): Clause | undefined {
  const d = (data ?? {}) as Partial<Record<keyof Clause, unknown>>
  const words = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : [])
  if (typeof d.standard !== 'string' || typeof d.clause !== 'string') return undefined
  return { code, title, standard: d.standard, clause: d.clause, acts: words(d.acts), relied: words(d.relied) }
}
