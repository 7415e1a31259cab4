/** The rules of custody: who may do what with a thing as it stands. Pure; each no is a sentence for the counter. */
import type { Verdict } from '#kernel/verdict.ts'
import { allOf, no, unless, yes } from '#kernel/verdict.ts'
import { exact, isMass, convert, type Quantity } from '#kernel/quantity.ts'

/** What the rules need to know of a thing. */
export interface Standing {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly holder: {
    readonly kind: 'person' | 'place' | 'carrier'
    readonly id: string | null
    readonly name: string
  } | null
  readonly packed_in: string | null
  readonly seals: readonly string[]
  readonly hazards: readonly string[]
  readonly offered_to: { readonly id: string; readonly name: string } | null
}

const ended = ['returned', 'consumed', 'void', 'disposed']

export function stillHere(item: Standing): Verdict {
  return unless(!ended.includes(item.state), no(`evidence.is-${item.state}`, { number: item.number }))
}
function notMissing(item: Standing): Verdict {
  return unless(
    item.state !== 'missing',
    no('evidence.is-missing', { number: item.number }, 'evidence.next-report-found'),
  )
}
function notOffered(item: Standing): Verdict {
  return unless(
    item.offered_to === null,
    no(
      'evidence.already-offered',
      { number: item.number, name: item.offered_to?.name },
      'evidence.next-withdraw-offer',
    ),
  )
}
/** A packed thing moves with what it is packed in. */
function movesAlone(item: Standing, together: ReadonlySet<string>): Verdict {
  return unless(
    item.packed_in === null || together.has(item.packed_in),
    no('evidence.is-packed', { number: item.number }, 'evidence.next-unpack'),
  )
}

/** In this person's own hands, now. */
export function heldByMe(item: Standing, me: string): Verdict {
  const holder = item.holder
  if (holder?.kind === 'person' && holder.id === me) return yes
  if (holder?.kind === 'place')
    return no('evidence.in-store', { number: item.number, name: holder.name }, 'evidence.next-retrieve')
  if (holder?.kind === 'carrier')
    return no(
      'evidence.travelling',
      { number: item.number, name: holder.name },
      'evidence.next-receive-consignment',
    )
  return no(
    'evidence.held-by-other',
    { number: item.number, name: holder?.name ?? '' },
    'evidence.next-ask-holder',
  )
}

/** Work on a thing (seal, weigh, open, split): alive, not lost, not on its way to somebody, and in these hands. */
export function mayHandle(item: Standing, me: string): Verdict {
  return allOf(stillHere(item), notMissing(item), notOffered(item), heldByMe(item, me))
}

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
export function mayRetrieve(item: Standing, together: ReadonlySet<string> = new Set()): Verdict {
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
export function witnessed(asks: readonly string[], witness: boolean): Verdict {
  return unless(
    asks.length === 0 || witness,
    no('evidence.witness-needed', { name: asks[0] ?? '' }, 'evidence.next-witness'),
  )
}

export function mayDispatch(item: Standing, me: string, together: ReadonlySet<string> = new Set()): Verdict {
  return allOf(
    mayHandOver(item, me, null, together),
    unless(
      !item.hazards.includes('live-round'),
      no('evidence.not-safe-to-travel', { number: item.number }, 'evidence.next-make-safe'),
    ),
  )
}
export function mayArrive(item: Standing, consignment: string): Verdict {
  return unless(
    item.state === 'in-transit' && item.holder?.id === consignment,
    no('evidence.not-in-consignment', { number: item.number, name: item.holder?.name ?? '' }),
  )
}
export function mayReturnFromCourt(item: Standing): Verdict {
  return unless(item.state === 'at-court', no('evidence.not-at-court', { number: item.number }))
}
export function mayReportMissing(item: Standing): Verdict {
  return allOf(stillHere(item), notMissing(item))
}
export function mayReportFound(item: Standing): Verdict {
  return unless(item.state === 'missing', no('evidence.not-missing', { number: item.number }))
}

/** Opening means that no seal stands closed (a seal is broken first, on the record). */
export function isOpen(item: Standing): Verdict {
  return unless(
    item.seals.length === 0,
    no(
      'evidence.still-sealed',
      { number: item.number, seal: item.seals.join(', ') },
      'evidence.next-break-seal',
    ),
  )
}
export function mayBreak(item: Standing, me: string, seal: string): Verdict {
  return allOf(
    mayHandle(item, me),
    unless(item.seals.includes(seal), no('evidence.no-such-seal', { number: item.number, seal })),
  )
}
/** A bag is itemised when nothing holds it shut but the one seal that is broken in the same act. */
export function mayItemise(item: Standing, me: string, seal: string | null): Verdict {
  if (seal === null) return allOf(mayHandle(item, me), isOpen(item))
  const others = item.seals.filter((s) => s !== seal)
  return allOf(
    mayBreak(item, me, seal),
    unless(
      others.length === 0,
      no(
        'evidence.still-sealed',
        { number: item.number, seal: others.join(', ') },
        'evidence.next-break-seal',
      ),
    ),
  )
}
export function maySeal(item: Standing, me: string, seal: string): Verdict {
  return allOf(mayHandle(item, me), unless(!item.seals.includes(seal), no('evidence.seal-in-use', { seal })))
}

/** Leaving for good: no hold may stand (belize 8.6: no disposal with work, court or appeal open). */
export function mayLeave(
  item: Standing,
  me: string,
  holds: readonly string[],
  together: ReadonlySet<string> = new Set(),
): Verdict {
  return allOf(
    mayHandOver(item, me, null, together),
    unless(holds.length === 0, no('evidence.held-back', { number: item.number, why: holds.join('; ') })),
  )
}
export function mayVoid(item: Standing, me: string, worked: boolean): Verdict {
  return allOf(mayHandle(item, me), unless(!worked, no('evidence.has-work', { number: item.number })))
}

/** Net of gross and tare; a tare above the gross is no weight at all. */
export function decideNet(w: {
  gross?: string | null | undefined
  tare?: string | null | undefined
  net?: string | null | undefined
}): { net: string } | { wrong: 'evidence.tare-above-gross' | 'evidence.net-differs' } {
  if (w.gross === undefined || w.gross === null) return { net: w.net ?? '0' }
  const net = exact(w.gross).minus(exact(w.tare ?? '0'))
  if (net.isNegative()) return { wrong: 'evidence.tare-above-gross' }
  if (w.net && w.tare && !exact(w.net).equals(net)) return { wrong: 'evidence.net-differs' }
  // The scale's own figures are kept: 10.00 stays 10.00.
  return { net: w.net ?? net.toFixed(Math.max(placesOf(w.gross), placesOf(w.tare ?? '0'))) }
}
const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0

/** What there should be: the last weight less all that was taken and used since; null where units do not compare. */
export function decideExpected(last: Quantity | null, taken: readonly Quantity[]): Quantity | null {
  if (!last) return null
  let left = exact(last.value)
  for (const t of taken) {
    if (t.unit !== last.unit && !(isMass(t.unit) && isMass(last.unit))) return null
    left = left.minus(convert(t, last.unit))
  }
  return { value: (left.isNegative() ? exact('0') : left).toFixed(), unit: last.unit }
}

/** A weight may differ by the tolerance of the balance; beyond that it is shown, up or down, and explained by a person. */
export function decideWeight(
  measured: Quantity,
  expected: Quantity | null,
  tolerance: string,
): 'agrees' | 'grew' | 'lost' | 'unknown' {
  if (!expected) return 'unknown'
  if (measured.unit !== expected.unit && !(isMass(measured.unit) && isMass(expected.unit))) return 'unknown'
  const difference = convert(measured, expected.unit).minus(exact(expected.value))
  const bound =
    isMass(measured.unit) && isMass(expected.unit)
      ? convert({ value: tolerance, unit: measured.unit }, expected.unit)
      : exact(tolerance)
  if (difference.abs().lte(bound)) return 'agrees'
  return difference.isPositive() ? 'grew' : 'lost'
}

/** Nothing grows: no more can be taken than is there, where it is known how much that is. */
export function mayTake(
  item: Standing,
  amount: Quantity | null,
  left: Quantity | null,
  tolerance = '0',
): Verdict {
  if (!amount || !left) return yes
  if (amount.unit !== left.unit && !(isMass(amount.unit) && isMass(left.unit)))
    return no('evidence.other-unit', { unit: left.unit })
  const more = convert(amount, left.unit).minus(exact(left.value))
  return unless(
    more.lte(exact(tolerance)),
    no(
      'evidence.more-than-there-is',
      { number: item.number, left: `${left.value} ${left.unit}` },
      'evidence.next-weigh',
    ),
  )
}

/** Into a container that the same person holds, that is not shut, and that is not (in) the thing itself. */
export function mayPack(item: Standing, container: Standing, me: string): Verdict {
  return allOf(
    mayHandle(item, me),
    mayHandle(container, me),
    isOpen(container),
    unless(item.id !== container.id, no('evidence.into-itself', { number: item.number })),
    unless(
      item.packed_in === null,
      no('evidence.is-packed', { number: item.number }, 'evidence.next-unpack'),
    ),
  )
}
export function mayUnpack(item: Standing, container: Standing | undefined, me: string): Verdict {
  return allOf(
    mayHandle(item, me),
    unless(item.packed_in !== null, no('evidence.not-packed', { number: item.number })),
    ...(container ? [isOpen(container)] : []),
  )
}
export function mayFlag(item: Standing, hazard: string, own: boolean): Verdict {
  return allOf(stillHere(item), unless(!own, no('evidence.hazard-known', { number: item.number, hazard })))
}
export function mayClear(item: Standing, hazard: string, own: boolean): Verdict {
  return allOf(
    stillHere(item),
    unless(own, no('evidence.hazard-not-flagged', { number: item.number, hazard })),
  )
}
/** A custody entry may be said better, never into the time after it was recorded. */
export function mayCorrectEntry(
  times: { readonly at: string | null; readonly gaveAt: string | null },
  now: string,
): Verdict {
  return allOf(
    unless(
      [times.at, times.gaveAt].every((t) => t === null || Date.parse(t) <= Date.parse(now)),
      no('evidence.time-ahead'),
    ),
    unless(
      times.at === null || times.gaveAt === null || Date.parse(times.gaveAt) <= Date.parse(times.at),
      no('evidence.given-after-taken'),
    ),
  )
}
