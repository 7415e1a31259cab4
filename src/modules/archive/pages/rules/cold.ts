/** Masters leave the online store only when nothing is left to do with them, and come back as they went. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { BatchState } from '../contract/batches.ts'
import type { ColdState } from '../../shelves/contract.ts'

export interface CoolingStands {
  readonly number: string
  readonly state: BatchState
  /** Written pages that no machine has read yet: it reads the master. */
  readonly unread: number
  readonly cold: ColdState
}
export const mayCool = (b: CoolingStands): Verdict =>
  allOf(
    unless(b.cold === 'online', no(`archive.cold-is-${b.cold}`, { number: b.number })),
    unless(
      b.state === 'reconciled',
      no('archive.cold-not-reconciled', { number: b.number }, 'archive.next-reconcile'),
    ),
    unless(b.unread === 0, no('archive.cold-unread', { number: b.number, n: b.unread }, 'archive.next-wait')),
  )
export const mayBringBack = (b: { number: string; cold: ColdState }): Verdict =>
  unless(
    b.cold === 'cold' || b.cold === 'asked-back',
    no(b.cold === 'online' ? 'archive.cold-not-away' : `archive.cold-is-${b.cold}`, { number: b.number }),
  )
/** The masters are not in the online store, or may be gone from it the next moment. */
export const isAway = (state: ColdState): boolean => state !== 'online' && state !== 'leaving'
/** What stands after the worker has done, or could not do, what was ordered. */
export const afterMove = (
  state: ColdState,
  problem: string | null,
): { kind: 'gone' | 'failed' | 'back' | 'not-back'; state: ColdState } | undefined =>
  state === 'leaving'
    ? problem === null
      ? { kind: 'gone', state: 'cold' }
      : { kind: 'failed', state: 'online' }
    : state === 'coming-back'
      ? problem === null
        ? { kind: 'back', state: 'online' }
        : { kind: 'not-back', state: 'cold' }
      : undefined
