/** What may be done with people and what they hold; pure. */
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'

/** As far as rules need to know who acts. */
interface Acting {
  readonly kind: string
  readonly id: string
  readonly grants: readonly { readonly role: string; readonly units: readonly string[] | 'everywhere' }[]
}
const holds = (actor: Acting, roles: readonly string[]): boolean =>
  actor.kind !== 'person' || actor.grants.some((g) => roles.includes(g.role))

/** One's own conflict, always; that of others only who answers for them: else a colleague could be locked out of a case. */
export function mayDeclareFor(actor: Acting, person: string): Verdict {
  return unless(
    actor.id === person || holds(actor, ['director', 'quality-manager', 'section-head']),
    no('identity.only-your-own-conflict', {}, 'identity.next-ask-head'),
  )
}

/** Roles that the customers' people hold; whoever administers one unit only gives these and no others. */
export const customerRoles: readonly string[] = ['officer', 'prosecutor', 'registrar']

/**
 * An administrator of the whole service gives any role; one of a unit gives the customers' roles there and beneath it. Nobody gives
 * themselves anything: somebody else must have looked.
 */
export function mayGrantRole(
  actor: Acting,
  grant: { person: string; role: string; unit: string | null },
): Verdict {
  // Without a unit a right holds for the whole service, and with it goes the sight of every case.
  const somewhere = unless(
    grant.unit !== null || !customerRoles.includes(grant.role),
    no('identity.role-needs-unit', {}, 'identity.next-choose-unit'),
  )
  if (actor.kind !== 'person') return somewhere
  return allOf(
    unless(actor.id !== grant.person, no('identity.not-yourself')),
    mayAdminister(actor, grant.unit, customerRoles.includes(grant.role)),
    somewhere,
  )
}

/** `small`: what an administrator of one unit may do there. */
export function mayAdminister(actor: Acting, unit: string | null, small: boolean): Verdict {
  if (actor.kind !== 'person') return yes
  const here = actor.grants.some(
    (g) =>
      g.role === 'administrator' &&
      (g.units === 'everywhere' || (small && unit !== null && g.units.includes(unit))),
  )
  return unless(here, no('identity.not-your-unit', {}, 'identity.next-ask-administrator'))
}

/** Not what everybody tries first: one figure over and over, a part repeated, a run up or down (NIST SP 800-63B-4, 3.1.1.2). */
export function mayBePin(pin: string): Verdict {
  const figures = pin.split('').map(Number)
  const steps = new Set(figures.slice(1).map((figure, i) => (figure - (figures[i] as number) + 10) % 10))
  const plain = /^(\d{1,3})\1+$/.test(pin) || (steps.size === 1 && (steps.has(1) || steps.has(9)))
  return unless(!plain, no('identity.pin-common'))
}

/** Whoever has a second factor here is never let in by one alone, whichever house saw it. */
export const maySignOn = (secondFactor: boolean, said: { readonly twoFactors: boolean }): Verdict =>
  unless(!secondFactor || said.twoFactors, no('identity.sign-on-one-factor', {}, 'identity.next-local-way'))

const DAY_MS = 24 * 3_600_000
/** Handing on is for an absence, not for ever. */
export const LONGEST_DELEGATION_MS = 92 * DAY_MS

/** Only what one holds oneself, for a time, to somebody who can act; and never what gives power over accounts. */
export function mayDelegate(
  actor: Acting,
  grant: { person: string; role: string; until: string | null; delegatedFrom: string | null },
  to: { id: string; canSignIn: boolean; sameAgency: boolean },
  when: { now: string; until: string },
): Verdict {
  const end = Date.parse(when.until)
  return allOf(
    unless(grant.person === actor.id, no('identity.not-your-role')),
    mayHandOn(grant),
    unless(to.id !== actor.id, no('identity.not-to-yourself')),
    unless(
      to.canSignIn && to.sameAgency,
      no('identity.cannot-stand-in', {}, 'identity.next-choose-colleague'),
    ),
    unless(
      end > Date.parse(when.now) && end <= Date.parse(when.now) + LONGEST_DELEGATION_MS,
      no('identity.delegation-too-long'),
    ),
    unless(grant.until === null || when.until <= grant.until, no('identity.longer-than-yours')),
  )
}

/** As far as the grant itself goes, before a stand-in is chosen. */
export function mayHandOn(grant: { role: string; delegatedFrom: string | null }): Verdict {
  return allOf(
    unless(grant.delegatedFrom === null, no('identity.handed-on-once', {}, 'identity.next-ask-owner')),
    unless(
      !['administrator', 'outside-reviewer'].includes(grant.role),
      no('identity.role-stays', {}, 'identity.next-ask-administrator'),
    ),
  )
}

/** One's own leave; that of others, and closing an account for it, only who answers for them. */
export function mayRecordLeave(
  actor: Acting,
  leave: { person: string; from: string; until: string; closes: boolean },
): Verdict {
  const heads = holds(actor, ['administrator', 'director', 'quality-manager', 'section-head'])
  return allOf(
    unless(
      leave.person === actor.id || heads,
      no('identity.only-your-own-leave', {}, 'identity.next-ask-head'),
    ),
    unless(leave.until > leave.from, no('identity.leave-ends-first')),
    unless(!leave.closes || (heads && leave.person !== actor.id), no('identity.close-not-yourself')),
  )
}

/** A departure is ended by who administers; leave by the person or whoever answers for them. */
export function mayEndLeave(
  actor: Acting,
  absence: { person: string; kind: string; until: string | null; endedAt: string | null; closes: boolean },
  now: string,
): Verdict {
  const heads = holds(actor, ['administrator', 'director', 'quality-manager', 'section-head'])
  const mine = absence.person === actor.id && !absence.closes
  return allOf(
    unless(
      absence.kind === 'left-service' ? holds(actor, ['administrator']) : mine || heads,
      no('identity.only-your-own-leave', {}, 'identity.next-ask-head'),
    ),
    unless(
      absence.endedAt === null && (absence.until === null || absence.until > now),
      no('identity.already-so'),
    ),
  )
}

export const GLASS_MS = 8 * 3_600_000
/** Rare by rule: who needs it oftener needs a role or access. */
export const GLASS_A_DAY = 3
export const GLASS_REVIEW_MS = 5 * DAY_MS
const LEAST_REASON = 15

export function mayBreakGlass(now: {
  walled: boolean
  sees: boolean
  today: number
  reason: string | null
}): Verdict {
  return allOf(
    unless(!now.walled, no('identity.walled')),
    unless(!now.sees, no('identity.glass-not-needed')),
    unless(
      (now.reason ?? '').length >= LEAST_REASON,
      no('identity.glass-reason-short', { least: LEAST_REASON }, 'identity.next-say-why'),
    ),
    unless(
      now.today < GLASS_A_DAY,
      no('identity.glass-too-often', { most: GLASS_A_DAY }, 'identity.next-ask-access'),
    ),
  )
}

/** What was taken is judged by somebody else. */
export function mayReviewGlass(actor: Acting, glass: { person: string; reviewed: boolean }): Verdict {
  return allOf(
    unless(glass.person !== actor.id, no('identity.not-your-own')),
    unless(!glass.reviewed, no('identity.already-so')),
  )
}

/** A new grant is looked at by a second person soon, then twice a year. */
export const FIRST_REVIEW_MS = 14 * DAY_MS
export const NEXT_REVIEW_MS = 182 * DAY_MS

/** Neither by the one who holds it nor by the one who gave it: two people stand behind every right. */
export function mayReviewAccess(
  actor: Acting,
  grant: { person: string; grantedBy: string | null; unit: string | null },
): Verdict {
  if (actor.kind !== 'person') return yes
  const here = actor.grants.some(
    (g) =>
      ['director', 'quality-manager'].includes(g.role) ||
      (g.role === 'section-head' &&
        g.units !== 'everywhere' &&
        grant.unit !== null &&
        g.units.includes(grant.unit)),
  )
  return allOf(
    unless(grant.person !== actor.id, no('identity.not-your-own')),
    unless(grant.grantedBy !== actor.id, no('identity.not-what-you-gave')),
    unless(here, no('identity.not-your-unit', {}, 'identity.next-ask-director')),
  )
}

/** Heads of the service, and whoever administers the unit of whom it is about. */
export const mayKnowRecovery = (actor: Acting, unit: string | null): boolean =>
  (actor.kind === 'person' && holds(actor, ['director', 'quality-manager', 'section-head'])) ||
  mayAdminister(actor, unit, true).ok

/** The second of two people: neither the one who started it nor the one whose account it is. */
export function mayConfirmRecovery(
  actor: Acting,
  recovery: { person: string; startedBy: string | null; firstDay: boolean; confirmed: boolean },
): Verdict {
  return allOf(
    unless(!recovery.firstDay, no('identity.recovery-needs-one')),
    unless(recovery.startedBy !== actor.id, no('identity.recovery-by-another')),
    unless(recovery.person !== actor.id, no('identity.not-yourself')),
    unless(!recovery.confirmed, no('identity.already-so')),
  )
}
