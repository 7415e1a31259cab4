/**
 * Inspection of lots by attributes, ISO 2859-1 (single sampling, normal inspection): the plan is data of the laboratory, the draw is by
 * a seed that stands with the lot, so that anybody can draw it again. What is not whole is found by counting every page, not here.
 */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export interface LotStands {
  readonly number: string
  readonly state: 'drawn' | 'accepted' | 'rejected'
  readonly sample: number
  readonly accept: number
  readonly inspected: number
  readonly faults: number
}
const open = (l: LotStands): Verdict =>
  unless(l.state === 'drawn', no('archive.lot-ended', { number: l.number }))
/** `own`: whoever looks has scanned or keyed something of the lot. */
export const mayInspect = (l: LotStands, own: boolean): Verdict =>
  allOf(open(l), unless(!own, no('archive.own-work', { number: l.number }, 'archive.next-other-inspector')))
export const mayAccept = (l: LotStands): Verdict =>
  allOf(
    open(l),
    unless(
      l.inspected === l.sample,
      no('archive.lot-unfinished', { number: l.number, n: l.sample - l.inspected }, 'archive.next-inspect'),
    ),
    unless(
      l.faults <= l.accept,
      no(
        'archive.lot-fails',
        { number: l.number, faults: l.faults, accept: l.accept },
        'archive.next-reject',
      ),
    ),
  )
/** As soon as more faults were seen than are borne the rest need not be looked at: the lot is lost whatever it holds. */
export const mayReject = (l: LotStands): Verdict =>
  allOf(
    open(l),
    unless(
      l.faults > l.accept,
      no(
        'archive.lot-holds',
        { number: l.number, faults: l.faults, accept: l.accept },
        'archive.next-inspect',
      ),
    ),
  )
