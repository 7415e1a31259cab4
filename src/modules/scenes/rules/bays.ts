/** When a bay may be kept, a vehicle examined and given back. Pure. */
import { zoned } from '#kernel/calendar.ts'
import { allOf, no, unless, type Verdict } from '#kernel/verdict.ts'

export interface Kept {
  readonly thing: string
  readonly place: string
  readonly from: string
  /** When the bay is free again: the end that was asked, or the hour at which the vehicle was given back. */
  readonly until: string
}
/** Day and hour where the service works, the same in both languages. */
export const hourOf = (instant: string): string =>
  zoned('en-GB', {
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(instant))
const overlaps = (a: Pick<Kept, 'from' | 'until'>, b: Pick<Kept, 'from' | 'until'>): boolean =>
  Date.parse(a.from) < Date.parse(b.until) && Date.parse(b.from) < Date.parse(a.until)

/** How many stand in it at once while this one would: more can only begin where one begins. */
export function mostAtOnce(wanted: Pick<Kept, 'from' | 'until'>, kept: readonly Kept[]): number {
  const beside = kept.filter((k) => overlaps(k, wanted))
  const begins = [wanted.from, ...beside.map((k) => k.from)].filter(
    (at) => Date.parse(at) >= Date.parse(wanted.from),
  )
  const at = (instant: string): number =>
    beside.filter(
      (k) => Date.parse(k.from) <= Date.parse(instant) && Date.parse(instant) < Date.parse(k.until),
    ).length
  return Math.max(0, ...begins.map(at))
}

/** Two vehicles never stand in a bay that takes one, and one vehicle never in two bays. */
export function mayBook(
  wanted: Kept & { readonly number: string; readonly name: string; readonly capacity: number },
  about: {
    readonly ofPlace: readonly Kept[]
    readonly ofThing: readonly Kept[]
    readonly vehicle: boolean
    readonly now: string
  },
): Verdict {
  const first = about.ofPlace.find((k) => overlaps(k, wanted))
  return allOf(
    unless(about.vehicle, no('scenes.not-a-vehicle', { number: wanted.number }, 'scenes.next-say-vehicle')),
    unless(Date.parse(wanted.until) > Date.parse(about.now), no('scenes.booking-past', {})),
    unless(
      mostAtOnce(wanted, about.ofPlace) < wanted.capacity,
      no(
        'scenes.bay-taken',
        { name: wanted.name, from: first ? hourOf(first.from) : '', until: first ? hourOf(first.until) : '' },
        'scenes.next-other-time',
      ),
    ),
    unless(
      !about.ofThing.some((k) => overlaps(k, wanted)),
      no('scenes.vehicle-booked', { number: wanted.number }, 'scenes.next-cancel-first'),
    ),
  )
}

export type BookingStanding = 'booked' | 'examined' | 'released' | 'cancelled'
export const mayCancel = (state: BookingStanding): Verdict =>
  unless(state === 'booked', no(`scenes.booking-${state}`, {}))

export interface VehicleStanding {
  readonly number: string
  readonly holder: { readonly kind: string; readonly id: string | null; readonly name: string } | null
}
/** It stands in the bay that was kept, or whoever examines it has it. */
const here = (v: VehicleStanding, me: string, place: string): boolean =>
  (v.holder?.kind === 'place' && v.holder.id === place) || (v.holder?.kind === 'person' && v.holder.id === me)

export const mayExamine = (
  b: Kept & { readonly state: BookingStanding; readonly name: string },
  v: VehicleStanding,
  by: { readonly me: string; readonly now: string },
): Verdict =>
  allOf(
    unless(b.state === 'booked', no(`scenes.booking-${b.state}`, {}, 'scenes.next-book')),
    unless(
      Date.parse(b.from) <= Date.parse(by.now) && Date.parse(by.now) < Date.parse(b.until),
      no('scenes.not-booked-now', { from: hourOf(b.from), until: hourOf(b.until) }, 'scenes.next-book'),
    ),
    unless(
      here(v, by.me, b.place),
      no(
        'scenes.vehicle-elsewhere',
        { number: v.number, name: b.name, holder: v.holder?.name ?? '' },
        'scenes.next-bring-in',
      ),
    ),
  )

/** Given back only when what was found in it is signed for, and by the hand that has it. */
export const mayRelease = (
  a: { readonly state: string },
  v: VehicleStanding & { readonly offered: boolean },
  me: string,
): Verdict =>
  allOf(
    unless(a.state === 'signed', no('scenes.release-unsigned', {}, 'scenes.next-sign')),
    unless(
      v.holder?.kind === 'person' && v.holder.id === me,
      no(
        'scenes.vehicle-not-in-hand',
        { number: v.number, holder: v.holder?.name ?? '' },
        'scenes.next-take-out',
      ),
    ),
    unless(!v.offered, no('scenes.vehicle-offered', { number: v.number }, 'scenes.next-withdraw-offer')),
  )
