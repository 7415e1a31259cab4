/** Masters leave the online store only when nothing is left to do with them, and come back as they went. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { BatchState } from '../contract/batches.ts'
import type { Bundle } from '../contract/cold.ts'
import type { ColdState } from '../../shelves/contract.ts'

export interface CoolingStands {
  readonly kind: Bundle['kind']
  readonly number: string
  readonly state: BatchState | 'signed' | 'open'
  /** Written pages that no machine has read yet: it reads the master. */
  readonly unread: number
  /** Of photographs: since when their case is closed. */
  readonly closed_at: string | null
  readonly cold: ColdState
}
/** Nothing is left to do with a batch; photographs stay as long as anybody works on their case, and so many years more. */
export const mayCool = (b: CoolingStands, closedBefore: string): Verdict =>
  allOf(
    unless(b.cold === 'online', no(`archive.cold-is-${b.cold}`, { number: b.number })),
    b.kind === 'batch' ? isDone(b) : isOld(b, closedBefore),
  )
const isOld = (b: CoolingStands, closedBefore: string): Verdict =>
  allOf(
    unless(
      b.state === 'signed',
      no('archive.cold-not-signed', { number: b.number }, 'archive.next-have-signed'),
    ),
    unless(
      b.closed_at !== null,
      no('archive.cold-case-open', { number: b.number }, 'archive.next-when-closed'),
    ),
    unless(
      b.closed_at !== null && b.closed_at <= closedBefore,
      no(
        'archive.cold-case-young',
        { number: b.number, until: closedBefore.slice(0, 10) },
        'archive.next-when-old',
      ),
    ),
  )
const isDone = (b: CoolingStands): Verdict =>
  allOf(
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
export const mayAskBack = (b: { number: string; cold: ColdState }): Verdict =>
  unless(b.cold === 'cold', no('archive.cold-nothing-away', { number: b.number }))
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
