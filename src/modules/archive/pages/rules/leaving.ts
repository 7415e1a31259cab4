/**
 * Paper leaves only where nothing needs it: the tier lets it go, its years are over, the case is closed and nothing holds it, its copy
 * was captured whole and its lot accepted, the Archives gave their authority, and two people said yes. (Archives and records
 * legislation: non-current records are appraised for transfer or recommended for destruction by the Archives.)
 */
import { latestOf, yearsLater } from '#kernel/calendar.ts'
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { FileState, Stage } from '../../shelves/contract.ts'
import type { Tier } from '../../shelves/rules.ts'

export interface Leaving {
  readonly number: string
  readonly state: FileState
  readonly stage: Stage
  /** Year, month or day on the cover. */
  readonly on: string | null
  readonly caseState: 'open' | 'closed' | null
  readonly closedOn: string | null
  readonly holds: number
  readonly requests: number
  readonly pending: boolean
  /** Batches in which it lies and that are not counted whole yet. */
  readonly scanning: number
  /** Other files on the same scans of which nobody accepted the pages: a lot of theirs that is lost takes its pages away as well. */
  readonly beside: number
}
export function mayLeave(f: Leaving, tier: Tier, action: 'destroy' | 'transfer', today: string): Verdict {
  const since =
    [f.on ? latestOf(f.on) : null, f.closedOn]
      .filter((d): d is string => d !== null)
      .toSorted()
      .at(-1) ?? null
  const values = { number: f.number }
  const common = [
    unless(f.state === 'in-box', no('archive.file-not-in-box', values, 'archive.next-return-first')),
    unless(!f.pending, no('archive.leaving-already', values)),
    unless(f.holds === 0, no('archive.held', { ...values, n: f.holds }, 'archive.next-lift-hold')),
    unless(f.requests === 0, no('archive.asked-for', values, 'archive.next-end-request')),
    unless(f.scanning === 0, no('archive.being-scanned', values, 'archive.next-reconcile')),
    unless(
      f.beside === 0,
      no('archive.scanned-beside', { ...values, n: f.beside }, 'archive.next-look-over'),
    ),
    unless(f.caseState !== 'open', no('archive.case-open', values, 'archive.next-close-case')),
  ]
  if (action === 'transfer') return allOf(...common)
  return allOf(
    ...common,
    unless(!tier.keep, no('archive.tier-keeps', values)),
    unless(tier.years !== null && since !== null, no('archive.no-retention', values, 'archive.next-date')),
    unless(
      tier.years !== null && since !== null && yearsLater(since, tier.years) <= today,
      no('archive.too-young', {
        ...values,
        until: since && tier.years !== null ? yearsLater(since, tier.years) : '',
      }),
    ),
    unless(f.stage === 'accepted', no('archive.copy-not-accepted', values, 'archive.next-accept-lot')),
  )
}

export interface DisposalStands {
  readonly number: string
  readonly action: 'destroy' | 'transfer'
  readonly state: 'authorised' | 'agreed' | 'refused' | 'carried-out'
  /** Who said yes so far. */
  readonly people: readonly string[]
}
export const mayAgree = (d: DisposalStands, me: string): Verdict =>
  allOf(
    unless(d.state === 'authorised', no('archive.disposal-decided', { number: d.number })),
    unless(!d.people.includes(me), no('archive.second-person', { number: d.number }, 'archive.next-second')),
  )
/** Until it is carried out: what was agreed may turn out to be held, asked for or lost. */
export const mayRefuse = (d: DisposalStands): Verdict =>
  unless(
    d.state === 'authorised' || d.state === 'agreed',
    no('archive.disposal-decided', { number: d.number }),
  )
export const mayCarryOut = (
  d: DisposalStands,
  action: 'destroy' | 'transfer',
  me: string,
  witness: string | null,
): Verdict =>
  allOf(
    unless(d.action === action, no('archive.other-action', { number: d.number })),
    unless(d.state === 'agreed', no('archive.not-agreed', { number: d.number }, 'archive.next-second')),
    unless(witness !== me, no('archive.witness-other')),
  )
