/** Rules of hands: who may give, take, put down, take out, send, bring back; one holder, never from place to place. */
import type { Verdict } from '#kernel/verdict.ts'
import { allOf, no, unless } from '#kernel/verdict.ts'
import {
  type Standing,
  ended,
  stillHere,
  notMissing,
  notOffered,
  movesAlone,
  heldByMe,
  mayHandle,
} from '../../things/rules/standing.ts'

/** Hand to hand only: nothing is handed over out of a store or out of a vehicle, and never twice at once. */
export function mayHandOver(
  item: Standing,
  me: string,
  to: string | null,
  together: ReadonlySet<string> = new Set(),
): Verdict {
  return allOf(
    stillHere(item),
    notMissing(item),
    unless(to !== me, no('evidence.to-yourself')),
    unless(
      item.holder?.kind !== 'place',
      no('evidence.in-store', { number: item.number, name: item.holder?.name }, 'evidence.next-retrieve'),
    ),
    notOffered(item),
    heldByMe(item, me),
    movesAlone(item, together),
  )
}

/** Hands on the way are told when the last one signs, and none of their times lies ahead; order and overlap are shown, not refused. */
export function mayTellHops(
  told: { readonly times: readonly (string | null)[]; readonly signed: boolean },
  now: string,
): Verdict {
  return allOf(
    unless(told.signed, no('evidence.hops-need-taker', {}, 'evidence.next-taker-signs')),
    unless(
      told.times.every((t) => t === null || Date.parse(t) <= Date.parse(now)),
      no('time-ahead'),
    ),
  )
}

export function mayAnswer(
  item: Standing,
  me: string,
  offer: { readonly to_person: string; readonly hand_over: string } | undefined,
  handOver: string,
): Verdict {
  if (!offer || offer.hand_over !== handOver) {
    const name = item.holder?.name ?? ''
    return no('evidence.offer-over', { number: item.number, name })
  }
  return allOf(
    notMissing(item),
    unless(offer.to_person === me, no('evidence.offered-to-another', { number: item.number })),
  )
}

export function mayWithdraw(
  item: Standing,
  me: string,
  offer: { readonly from_person: string; readonly hand_over: string } | undefined,
  handOver: string,
): Verdict {
  if (!offer || offer.hand_over !== handOver)
    return no('evidence.offer-over', { number: item.number, name: item.holder?.name ?? '' })
  return unless(offer.from_person === me, no('evidence.not-your-offer', { number: item.number }))
}

/** Never from place to place: somebody takes it out and is named before somebody puts it down. */
export function mayStore(item: Standing, me: string, together: ReadonlySet<string> = new Set()): Verdict {
  if (item.holder?.kind === 'place' && !ended.includes(item.state))
    return no(
      'evidence.place-to-place',
      { number: item.number, name: item.holder.name },
      'evidence.next-retrieve',
    )
  return allOf(mayHandle(item, me), movesAlone(item, together))
}

/** `mine`: the right is held in the office to which the place belongs; need to know alone opens no store. */
export function mayRetrieve(
  item: Standing,
  mine: boolean,
  together: ReadonlySet<string> = new Set(),
): Verdict {
  return allOf(
    stillHere(item),
    notMissing(item),
    unless(
      item.holder?.kind === 'place',
      no(
        'evidence.not-in-store',
        { number: item.number, name: item.holder?.name ?? '' },
        'evidence.next-ask-holder',
      ),
    ),
    unless(
      item.state !== 'left',
      no(
        'evidence.is-left',
        { number: item.number, name: item.holder?.name ?? '' },
        'evidence.next-take-in-left',
      ),
    ),
    unless(
      mine,
      no(
        'evidence.not-your-store',
        { number: item.number, name: item.holder?.name ?? '' },
        'evidence.next-ask-keeper',
      ),
    ),
    movesAlone(item, together),
  )
}

/** Placing in a room, shelf or box that has room for it. */
export function hasRoom(
  place: { readonly name: string; readonly capacity: number | null; readonly things: number },
  more: number,
): Verdict {
  return unless(
    place.capacity === null || place.things + more <= place.capacity,
    no(
      'evidence.place-full',
      { name: place.name, capacity: place.capacity ?? 0 },
      'evidence.next-another-place',
    ),
  )
}

export function mayDispatch(item: Standing, me: string, together: ReadonlySet<string> = new Set()): Verdict {
  return allOf(
    mayHandOver(item, me, null, together),
    unless(
      !item.near_hazards.includes('live-round'),
      no('evidence.not-safe-to-travel', { number: item.number }, 'evidence.next-make-safe'),
    ),
  )
}

/** At the office it was sent to, or back where it was sent from. */
export function mayTakeIn(
  consignment: { readonly number: string; readonly to_name: string; readonly from_person: string },
  me: string,
  mine: boolean,
): Verdict {
  return unless(
    mine || consignment.from_person === me,
    no('evidence.not-your-consignment', { number: consignment.number, to: consignment.to_name }),
  )
}

export function mayArrive(item: Standing, consignment: string): Verdict {
  return unless(
    item.state === 'in-transit' && item.holder?.id === consignment,
    no('evidence.not-in-consignment', { number: item.number, name: item.holder?.name ?? '' }),
  )
}

/** Whoever took it there brings it back; else a keeper takes it in. */
export function mayReturnFromCourt(
  item: Standing & { readonly due_at?: string | null },
  me: string,
  keeper: boolean,
): Verdict {
  return allOf(
    unless(item.state === 'at-court', no('evidence.not-at-court', { number: item.number })),
    // Nobody is expected to bring it back: the court has it, and gives it back itself.
    unless(
      item.due_at !== null,
      no(
        'evidence.is-tendered',
        { number: item.number, name: item.holder?.name ?? '' },
        'evidence.next-receive-from-court',
      ),
    ),
    unless(
      keeper || item.holder?.id === me,
      no('evidence.not-yours-at-court', { number: item.number, name: item.holder?.name ?? '' }),
    ),
  )
}

/** What is in the hands of somebody outside comes back over the counter. */
export function mayTakeBack(item: Standing): Verdict {
  return allOf(
    stillHere(item),
    notMissing(item),
    unless(
      item.state === 'held' && item.holder?.kind === 'person' && item.holder.id === null,
      no(
        'evidence.not-outside',
        { number: item.number, name: item.holder?.name ?? '' },
        'evidence.next-ask-holder',
      ),
    ),
  )
}

/** `near`: of the house, or the office where it stands; a person outside says so of what is in their own hands only. */
export function mayReportMissing(item: Standing, me: string, near: boolean): Verdict {
  return allOf(
    stillHere(item),
    notMissing(item),
    unless(
      near || (item.holder?.kind === 'person' && item.holder.id === me),
      no('evidence.not-yours-to-report', { number: item.number, name: item.holder?.name ?? '' }),
    ),
  )
}

export function mayReportFound(item: Standing): Verdict {
  return unless(item.state === 'missing', no('evidence.not-missing', { number: item.number }))
}

/** Leaving for good: no hold may stand: nothing is disposed of with work, court or appeal open. */
export function mayLeave(
  item: Standing,
  me: string,
  holds: readonly string[],
  together: ReadonlySet<string> = new Set(),
): Verdict {
  return allOf(mayHandOver(item, me, null, together), heldBack(item, holds))
}
export const heldBack = (item: Standing, holds: readonly string[]): Verdict =>
  unless(holds.length === 0, no('evidence.held-back', { number: item.number, why: holds.join('; ') }))

/** Who signs that it was given signs for what was in those hands, not for what somebody else had. */
export const oneGiver = (items: readonly Standing[], signed: boolean): Verdict =>
  unless(
    !signed || new Set(items.map((i) => i.holder?.name)).size <= 1,
    no('evidence.several-givers', {}, 'evidence.next-one-giver'),
  )

/** A custody entry may be said better, never into the time after it was recorded. */
export function mayCorrectEntry(
  times: { readonly at: string | null; readonly gaveAt: string | null },
  now: string,
): Verdict {
  return allOf(
    unless(
      [times.at, times.gaveAt].every((t) => t === null || Date.parse(t) <= Date.parse(now)),
      no('time-ahead'),
    ),
    unless(
      times.at === null || times.gaveAt === null || Date.parse(times.gaveAt) <= Date.parse(times.at),
      no('evidence.given-after-taken'),
    ),
  )
}
