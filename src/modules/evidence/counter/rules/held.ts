/** What is in custody already, before it comes to the counter: when it is announced, and when it is taken from whom. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export interface HeldThing {
  readonly number: string
  readonly root: string
  readonly state: string
  readonly packed_in: string | null
  readonly holder: { readonly kind: string; readonly id: string | null; readonly name: string } | null
  readonly offered_to: { readonly name: string } | null
}

const inAHand = (t: HeldThing): Verdict =>
  unless(
    t.holder?.kind === 'person' && t.state === 'held',
    no('evidence.held-by-nobody', { number: t.number }, 'evidence.next-see-where-it-is'),
  )

/** Only what somebody has in their hand comes by a hand; what is packed comes in its package; nothing is announced twice. */
export const mayAnnounceHeld = (t: HeldThing, waitsAs: string | null): Verdict =>
  allOf(
    inAHand(t),
    unless(
      t.packed_in === null,
      no('evidence.held-is-packed', { number: t.number }, 'evidence.next-announce-package'),
    ),
    unless(
      waitsAs === null,
      no('evidence.held-announced', { number: t.number, announcement: waitsAs }, 'evidence.next-see-prelog'),
    ),
  )

/** It stays in its own case, and it is taken from a hand. */
export const mayBringIn = (t: HeldThing, root: string | undefined): Verdict =>
  allOf(
    unless(
      t.root === root,
      no('evidence.held-of-other-case', { number: t.number }, 'evidence.next-choose-its-case'),
    ),
    inAHand(t),
    unless(
      t.packed_in === null,
      no('evidence.held-is-packed', { number: t.number }, 'evidence.next-announce-package'),
    ),
    unless(
      t.offered_to === null,
      no(
        'evidence.held-is-offered',
        { number: t.number, name: t.offered_to?.name ?? '' },
        'evidence.next-answer-offer',
      ),
    ),
  )
