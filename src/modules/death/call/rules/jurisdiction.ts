/** Whether a death is taken on, under which law, and what its setting asks of the office: pure. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

/** What the laboratory’s list `death-authority` says of a law. */
export interface Profile {
  readonly code: string
  /** `order`: an examination waits for somebody’s order; `own`: the office decides. */
  readonly examination: 'order' | 'own'
  readonly clause: string
  /** The clause under which a specimen or an examination may go before the order. */
  readonly emergency: string | null
  readonly signs: string
  readonly outcome: 'verdict' | 'certificate'
  /** Papers without which no body leaves. */
  readonly release: readonly string[]
  /** The clause that bars whoever is charged with neglect from examining; null where the law is silent. */
  readonly barred: string | null
}
export function profileOf(code: string, data: unknown): Profile {
  const said = (data ?? {}) as Record<string, unknown>
  const text = (key: string): string | null => (typeof said[key] === 'string' ? (said[key] as string) : null)
  return {
    code,
    examination: said['examination'] === 'order' ? 'order' : 'own',
    clause: text('clause') ?? '',
    emergency: text('emergency'),
    signs: text('signs') ?? code,
    outcome: said['outcome'] === 'verdict' ? 'verdict' : 'certificate',
    release: Array.isArray(said['release']) ? said['release'].map(String) : [],
    barred: text('barred'),
  }
}

export interface Decided {
  readonly state: 'open' | 'accepted' | 'declined'
}
export const mayAcceptDeath = (d: Decided): Verdict =>
  unless(d.state !== 'accepted', no('death.accepted-already', {}, 'death.next-change-authority'))
export const mayDeclineDeath = (d: Decided): Verdict =>
  allOf(
    unless(d.state !== 'declined', no('death.declined-already')),
    unless(d.state !== 'accepted', no('death.accepted-no-decline', {}, 'death.next-release')),
  )
export const mustBeAccepted = (d: Decided): Verdict =>
  unless(d.state === 'accepted', no('death.not-accepted', {}, 'death.next-accept'))

/** Another law, or another order under the same; the same law with no order wipes out the one that stands only where somebody says that it was withdrawn. */
export const mayChangeAuthority = (
  d: Decided & { readonly profile: string | null },
  next: { readonly profile: string; readonly authority?: unknown; readonly withdrawn: boolean },
): Verdict =>
  allOf(
    mustBeAccepted(d),
    unless(
      d.profile !== next.profile || Boolean(next.authority) || next.withdrawn,
      no('death.nothing-changed', {}, 'death.next-order'),
    ),
  )

export interface Authority {
  readonly kind: 'order' | 'emergency' | 'own'
  readonly number?: string | null | undefined
}
/** An authority must be one that the law knows; an order has a number that somebody can ask for. */
export const fitsProfile = (p: Profile, a: Authority | null | undefined): Verdict =>
  a === null || a === undefined
    ? { ok: true }
    : allOf(
        unless(
          a.kind !== 'own' || p.examination === 'own',
          no('death.law-wants-order', { clause: p.clause }, 'death.next-order'),
        ),
        unless(
          a.kind !== 'emergency' || p.emergency !== null,
          no('death.no-emergency-in-law', { clause: p.clause }),
        ),
        unless(
          a.kind !== 'order' || Boolean(a.number),
          no('death.order-without-number', {}, 'death.next-order'),
        ),
      )

export interface Age {
  readonly value: number
  readonly unit: string
}
/** Under eighteen; where the age is not known nobody is taken for a child. */
export const isChild = (age: Age | null): boolean => age !== null && (age.unit !== 'years' || age.value < 18)

/** What this death asks of the office and whether it was done. */
export function dutiesOf(d: {
  readonly state: string
  readonly duties: readonly string[]
  readonly inquest: boolean
  readonly asked: readonly string[]
  readonly told: readonly string[]
  readonly order: boolean
  readonly needsOrder: boolean
  readonly bloodOrdered: boolean
}): { key: string; done: boolean }[] {
  if (d.state === 'declined') return []
  const open = d.state === 'open'
  const known: Record<string, boolean> = {
    'ante-mortem-specimen': d.asked.includes('ante-mortem-specimen'),
    'medical-records': d.asked.includes('medical-records'),
    'tell-director': d.told.includes('director'),
    'tell-labour': d.told.includes('labour'),
    inquest: d.inquest,
    'blood-alcohol': d.bloodOrdered,
  }
  return [
    { key: 'decide', done: !open },
    { key: 'tell-pathologist', done: d.told.includes('pathologist') || d.told.includes('investigator') },
    ...(d.needsOrder ? [{ key: 'order', done: d.order }] : []),
    ...d.duties.filter((key) => key in known).map((key) => ({ key, done: known[key] ?? false })),
  ]
}
