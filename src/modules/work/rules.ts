/** Which step may follow which: pure. A request is asked, accepted, assigned, started, completed; or declined or withdrawn. */
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'
import type { RequestState } from './contract.ts'

export interface Standing {
  readonly state: RequestState
  readonly waiting: boolean
  readonly assignee: string | null
  readonly reviewer: string | null
}

const over: readonly RequestState[] = ['completed', 'declined', 'withdrawn']
export const isOver = (r: Pick<Standing, 'state'>): boolean => over.includes(r.state)

const notOver = (r: Pick<Standing, 'state'>): Verdict =>
  unless(!isOver(r), no('work.request-over', { state: r.state }))

export const mayAccept = (r: Standing): Verdict =>
  allOf(notOver(r), unless(r.state === 'asked', no('work.already-accepted')))
export const mayDecline = (r: Standing): Verdict =>
  allOf(
    notOver(r),
    unless(
      r.state === 'asked' || r.state === 'accepted',
      no('work.already-assigned-no-decline', {}, 'work.next-withdraw'),
    ),
  )
export const mayWithdraw = (r: Standing): Verdict =>
  allOf(notOver(r), unless(r.state !== 'started', no('work.started-no-withdraw', {}, 'work.next-stop-clock')))
export const mayAssign = (r: Standing): Verdict =>
  allOf(
    notOver(r),
    unless(r.state !== 'asked', no('work.not-accepted', {}, 'work.next-accept')),
    unless(r.state === 'accepted', no('work.already-assigned', {}, 'work.next-reassign')),
  )
/** Taking work from one person and giving it to another is another act than giving it: it says why. */
export const mayReassign = (r: Standing): Verdict =>
  allOf(
    notOver(r),
    unless(r.state === 'assigned' || r.state === 'started', no('work.not-assigned', {}, 'work.next-assign')),
  )
/** Until work begins another laboratory may answer it; what has begun is stopped and declined first, or stays. */
export const mayTransfer = (r: Standing & { readonly unit: string }, to: string): Verdict =>
  allOf(
    notOver(r),
    unless(r.state !== 'started', no('work.started-no-transfer', {}, 'work.next-stop-clock')),
    unless(r.unit !== to, no('work.there-already')),
  )
export const mayReschedule = (r: Pick<Standing, 'state'>): Verdict => notOver(r)
/** Points that the laboratory asks itself before it takes a request on, and that nobody answered for. */
export const unansweredOf = (points: readonly string[], answered: readonly string[]): string[] =>
  points.filter((point) => !answered.includes(point))
/** A day that has passed promises nothing. */
export const mayPromise = (dueOn: string | undefined, today: string): Verdict =>
  unless(dueOn === undefined || dueOn >= today, no('work.day-has-passed', { day: dueOn ?? '' }))
export const mayStart = (r: Standing, actor: string): Verdict =>
  allOf(
    notOver(r),
    unless(r.assignee !== null, no('work.not-assigned', {}, 'work.next-assign')),
    unless(r.assignee === actor, no('work.assigned-to-another')),
    unless(r.state === 'assigned', no('work.already-started')),
  )
export const mayStopClock = (r: Standing): Verdict =>
  allOf(notOver(r), unless(!r.waiting, no('work.clock-stands')))
export const mayRestartClock = (r: Standing): Verdict =>
  allOf(notOver(r), unless(r.waiting, no('work.clock-runs')))

/** Author and reviewer are never one person (ISO/IEC 17025, 7.7; no deviation allows it). */
export function mayBeReviewer(assignee: string, reviewer: string | undefined): Verdict {
  return reviewer !== undefined && reviewer === assignee ? no('work.reviewer-is-author') : yes
}

/** Days since the promised day of a request that still lives; 0 where it has not passed. */
export function daysLate(r: { state: RequestState; due_on: string | null }, today: string): number {
  if (r.due_on === null || isOver(r)) return 0
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(r.due_on)) / 86_400_000))
}
