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
export const customerRoles: readonly string[] = ['officer', 'prosecutor']

/**
 * An administrator of the whole service gives any role; one of a unit gives the customers' roles there and beneath it. Nobody gives
 * themselves anything: somebody else must have looked.
 */
export function mayGrantRole(
  actor: Acting,
  grant: { person: string; role: string; unit: string | null },
): Verdict {
  if (actor.kind !== 'person') return yes
  return allOf(
    unless(actor.id !== grant.person, no('identity.not-yourself')),
    mayAdminister(actor, grant.unit, customerRoles.includes(grant.role)),
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
