/** Rules of seals, packing and dangers: nothing is opened unseen, nothing dangerous unwarned. */
import type { Verdict } from '#kernel/verdict.ts'
import { allOf, no, unless } from '#kernel/verdict.ts'
import { type Standing, stillHere, mayHandle } from './standing.ts'

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

/** The person who opens was shown every danger and names it back; `named` are the dangers in the reader's words. */
export function awareOf(
  item: Pick<Standing, 'number' | 'hazards'>,
  aware: readonly string[],
  named: (hazard: string) => string,
): Verdict {
  const unsaid = item.hazards.filter((h) => !aware.includes(h))
  return unless(
    unsaid.length === 0,
    no(
      'evidence.danger-first',
      { number: item.number, dangers: unsaid.map(named).join(', ') },
      'evidence.next-say-aware',
    ),
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

/** Into a container that the same person holds, that is not shut, and that is not (in) the thing itself: `around` is what the container is packed in. */
export function mayPack(
  item: Standing,
  container: Standing,
  me: string,
  around: ReadonlySet<string> = new Set(),
): Verdict {
  return allOf(
    mayHandle(item, me),
    mayHandle(container, me),
    isOpen(container),
    unless(
      item.id !== container.id && !around.has(item.id),
      no('evidence.into-itself', { number: item.number }),
    ),
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

export function mayClear(item: Standing, me: string, hazard: string, own: boolean): Verdict {
  return allOf(
    mayHandle(item, me),
    unless(own, no('evidence.hazard-not-flagged', { number: item.number, hazard })),
  )
}

export function witnessed(asks: readonly string[], witness: boolean): Verdict {
  return unless(
    asks.length === 0 || witness,
    no('evidence.witness-needed', { name: asks[0] ?? '' }, 'evidence.next-witness'),
  )
}
