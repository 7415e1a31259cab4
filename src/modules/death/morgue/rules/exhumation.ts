/** When somebody may be taken up, and when a body that was, or that comes for the first time, is received: pure. */
import { latestDayOf } from '#kernel/calendar.ts'
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'
import type { Lying } from './body.ts'

export interface Rest {
  readonly kind: string
  readonly on: string
  readonly place: string
}
const isHere = (d: Lying): boolean => d.body !== null && d.released_at === null

/** A day that is known less closely lies before nothing that it may be. */
const before = (a: string, b: string): boolean => {
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) < b.slice(0, known)
}

/** The newest word on where somebody was laid, `now`; a body that was never brought here may have been buried by others. */
export const mayLayToRest = (d: Lying, last: Rest | undefined): Verdict =>
  allOf(
    unless(d.state !== 'open', no('death.not-accepted', {}, 'death.next-accept')),
    unless(!isHere(d), no('death.not-released', {}, 'death.next-release')),
    unless(
      last === undefined || last.kind === 'exhumed',
      no('death.at-rest-already', { place: last?.place ?? '' }, 'death.next-exhume-first'),
    ),
  )
export const mayExhume = (d: Lying, last: Rest | undefined): Verdict =>
  allOf(
    unless(d.state === 'accepted', no('death.not-accepted', {}, 'death.next-accept')),
    unless(!isHere(d), no('death.body-here')),
    unless(last !== undefined, no('death.not-buried', {}, 'death.next-note-burial')),
    unless(last?.kind !== 'cremated', no('death.cremated-not-exhumed', { place: last?.place ?? '' })),
    unless(last?.kind !== 'exhumed', no('death.exhumed-already', {}, 'death.next-receive-body')),
  )
/** The order stands before the act, the burial before both, and nothing of it lies ahead. */
export const fitsExhumation = (told: { on: string; order: string }, last: Rest, today: string): Verdict =>
  allOf(
    notAhead(told.on, today),
    unless(!before(told.on, told.order), no('death.exhumed-before-order', { order: told.order })),
    unless(!before(told.on, last.on), no('death.exhumed-before-burial', { on: last.on })),
  )
export const notAhead = (on: string, today: string): Verdict =>
  unless(!before(today, on) || latestDayOf(on) <= today, no('death.not-yet'))

export function mayReceiveBody(d: Lying, last: Pick<Rest, 'kind' | 'place'> | undefined): Verdict {
  const accepted = unless(d.state === 'accepted', no('death.not-accepted', {}, 'death.next-accept'))
  if (d.body === null)
    return allOf(
      accepted,
      unless(
        last === undefined || last.kind === 'exhumed',
        no('death.lies-buried', { place: last?.place ?? '' }, 'death.next-note-exhumation'),
      ),
    )
  return allOf(
    accepted,
    unless(!isHere(d), no('death.body-here-already', {}, 'death.next-move-body')),
    unless(last?.kind === 'exhumed', no('death.body-gone', {}, 'death.next-back-by-exhumation')),
  )
}
/** At a second coming somebody has looked for the wristband of the first. */
export const bandSaid = (again: boolean, band: string | null | undefined): Verdict =>
  again ? unless(Boolean(band), no('death.band-unsaid', {}, 'death.next-band')) : yes
