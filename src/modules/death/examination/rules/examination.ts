/** When an examination may be ordered, begun, ended and reviewed, and how an organ stands to its range: pure. */
import type { Say } from '#kernel/say.ts'
import { exact } from '#kernel/quantity.ts'
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'
import type { Profile } from '../../call/rules/jurisdiction.ts'
import type { Diagram } from '../contract/examination.ts'
import { outlines } from './body-outlines.ts'

/** Under a law that examines by order, an order or an emergency must stand (the profile names its clauses). */
export const mayOrder = (d: {
  state: string
  authority: string | null
  profile: Profile | null
  body: boolean
  kind: string
  /** The body lies here by an order of exhumation. */
  exhumed: boolean
}): Verdict =>
  allOf(
    unless(d.state === 'accepted', no('death.not-accepted', {}, 'death.next-accept')),
    unless(d.kind === 'records' || d.body, no('death.no-body', {}, 'death.next-receive-body')),
    unless(d.kind !== 'exhumation' || d.exhumed, no('death.not-exhumed', {}, 'death.next-note-exhumation')),
    // The order of exhumation is the order.
    d.profile?.examination === 'order' && !['external', 'records', 'exhumation'].includes(d.kind)
      ? unless(
          d.authority === 'order' || d.authority === 'emergency',
          no('death.no-order-yet', { clause: d.profile.clause }, 'death.next-change-authority'),
        )
      : yes,
  )

/** A wound is marked on the picture; one that an older record has beyond it may be taken away. */
export function mayStandOn(
  mark: { diagram: Diagram; x: string; y: string; removed: boolean },
  say: Say,
): Verdict {
  const { width, height } = outlines[mark.diagram]
  return unless(
    mark.removed || (Number(mark.x) <= width && Number(mark.y) <= height),
    no('death.mark-outside', { view: say(`death.diagram-${mark.diagram}`) }, 'death.next-on-the-picture'),
  )
}

export interface Stands {
  readonly state: 'ordered' | 'started' | 'finished' | 'reviewed' | 'withdrawn'
  readonly pathologist: string | null
}
export const mayStart = (e: Stands, actor: string): Verdict =>
  allOf(
    unless(e.state !== 'withdrawn', no('death.examination-withdrawn', {}, 'death.next-order-again')),
    unless(e.state === 'ordered', no('death.examination-begun')),
    unless(
      e.pathologist === null || e.pathologist === actor,
      no('death.examination-of-another', {}, 'death.next-order-again'),
    ),
  )
/** Only whoever examines writes what was seen; what is finished is opened again by who reviews it. */
export const mayWrite = (e: Stands): Verdict =>
  allOf(
    unless(e.state !== 'withdrawn', no('death.examination-withdrawn', {}, 'death.next-order-again')),
    unless(e.state !== 'ordered', no('death.examination-not-begun', {}, 'death.next-start')),
    unless(e.state === 'started', no('death.examination-finished', {}, 'death.next-return-it')),
  )
/** Until it is ended: whoever should have examined may have left the house, and the body waits. */
export const mayWithdrawExamination = (e: Stands): Verdict =>
  allOf(
    unless(e.state !== 'withdrawn', no('death.examination-withdrawn', {}, 'death.next-order-again')),
    unless(e.state === 'ordered' || e.state === 'started', no('death.examination-finished')),
  )
export const mayFinish = (e: Stands, actor: string): Verdict =>
  allOf(
    mayWrite(e),
    unless(e.pathologist === actor, no('death.examination-of-another', {}, 'death.next-order-again')),
  )
/** Whoever examined, or wrote any of it, does not review it. */
export const mayReviewExamination = (e: Stands, actor: string, writers: readonly string[]): Verdict =>
  allOf(
    unless(
      e.state === 'finished',
      no(e.state === 'reviewed' ? 'death.reviewed-already' : 'death.not-finished'),
    ),
    unless(
      e.pathologist !== actor && !writers.includes(actor),
      no('death.reviewer-examined', {}, 'death.next-other-pathologist'),
    ),
  )

export interface Range {
  readonly low: string
  readonly high: string
}
/** `data` of the list `organ`: `{male: [low, high], female: [low, high], source}` in grams, for adults. */
export function rangeOf(data: unknown, sex: string | null, child: boolean): Range | null {
  if (child || (sex !== 'male' && sex !== 'female')) return null
  const pair = ((data ?? {}) as Record<string, unknown>)[sex]
  return Array.isArray(pair) && pair.length === 2 ? { low: String(pair[0]), high: String(pair[1]) } : null
}
export function judgeOrgan(
  weight: string | null,
  range: Range | null,
): 'within' | 'above' | 'below' | 'no-range' | 'not-weighed' {
  if (weight === null) return 'not-weighed'
  if (range === null) return 'no-range'
  if (exact(weight).lt(exact(range.low))) return 'below'
  return exact(weight).gt(exact(range.high)) ? 'above' : 'within'
}
