/** Rules of temporary places: sealed, free, before a witness or with a photograph where it asks, and out again only by taking in; pure. */
import { allOf, no, unless, type Verdict } from '#kernel/verdict.ts'
import { type Standing, movesAlone, notMissing } from './standing.ts'

interface TemporaryPlace {
  readonly name: string
  readonly kind: string
  /** What it asks of whoever leaves something there; null where it is a place as any other. */
  readonly temporary: 'nothing' | 'witness' | 'photograph' | 'either' | null
  /** How many leavings wait in it. */
  readonly waiting: number
}

/** A locker has one door: while something waits behind it, it is taken. Through the slot of a night safe more goes in. */
export function mayLeaveIn(
  place: TemporaryPlace,
  shown: { readonly witness: boolean; readonly photograph: boolean },
): Verdict {
  const { name, temporary } = place
  return allOf(
    unless(temporary !== null, no('evidence.not-temporary', { name }, 'evidence.next-temporary-place')),
    unless(
      place.kind !== 'locker' || place.waiting === 0,
      no('evidence.locker-taken', { name }, 'evidence.next-another-place'),
    ),
    unless(
      temporary !== 'witness' || shown.witness,
      no('evidence.leave-asks-witness', { name }, 'evidence.next-witness-signs'),
    ),
    unless(
      temporary !== 'photograph' || shown.photograph,
      no('evidence.leave-asks-photograph', { name }, 'evidence.next-photograph-there'),
    ),
    unless(
      temporary !== 'either' || shown.witness || shown.photograph,
      no('evidence.leave-asks-either', { name }, 'evidence.next-witness-or-photograph'),
    ),
  )
}

/** Only what is closed stays alone overnight. */
export const closedToLeave = (item: Pick<Standing, 'number' | 'seals'>): Verdict =>
  unless(
    item.seals.length > 0,
    no('evidence.leave-unsealed', { number: item.number }, 'evidence.next-seal-it'),
  )

/** Of an announcement every item says its seal. */
export function announcedClosed(
  items: readonly { readonly description: string; readonly seals: readonly unknown[] }[],
): Verdict {
  const open = items.find((i) => i.seals.length === 0)
  return unless(
    open === undefined,
    no(
      'evidence.leave-announced-unsealed',
      { what: open?.description ?? '' },
      'evidence.next-announce-seals',
    ),
  )
}

/** What was left for the counter is written down by whoever leaves it: that is no store's work. */
export const noTemporary = (place: { readonly name: string; readonly temporary: string | null }): Verdict =>
  unless(
    place.temporary === null,
    no('evidence.place-is-temporary', { name: place.name }, 'evidence.next-leave-there'),
  )

/** `mine`: the right is held in the office to which the place belongs. */
export function mayTakeInLeft(
  item: Standing,
  mine: boolean,
  together: ReadonlySet<string> = new Set(),
): Verdict {
  const told = { number: item.number, name: item.holder?.name ?? '–' }
  return allOf(
    notMissing(item),
    unless(item.state === 'left', no('evidence.not-left', told, 'evidence.next-ask-holder')),
    unless(mine, no('evidence.not-your-store', told, 'evidence.next-ask-keeper')),
    movesAlone(item, together),
  )
}

/** Whether it is safe is shown to a person: no gun is left behind a door. */
export function noGunAnnounced(
  items: readonly { readonly description: string; readonly type: string | null }[],
  guns: ReadonlySet<string>,
): Verdict {
  const gun = items.find((i) => i.type !== null && guns.has(i.type))
  return unless(
    gun === undefined,
    no('evidence.leave-no-gun', { what: gun?.description ?? '' }, 'evidence.next-gun-to-person'),
  )
}
