/** What the rules know of a thing, and the questions that every act asks first: is it here, is it free, who has it. */
import type { Verdict } from '#kernel/verdict.ts'
import { allOf, no, unless, yes } from '#kernel/verdict.ts'

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
  /** Of the thing and what it is packed with, without those that are flagged on the whole case. */
  readonly near_hazards: readonly string[]
  readonly offered_to: { readonly id: string; readonly name: string } | null
}

/** A number given by hand is none that the series might draw, for a thing or for a part of one, whatever its figures. */
export function mayBearNumber(text: string, drawn: string): Verdict {
  const shape = drawn.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\d+/g, '\\d+')
  return unless(
    !new RegExp(`^${shape}([.].*)?$`, 'iu').test(text),
    no('evidence.number-like-drawn', { number: text }, 'evidence.next-number-otherwise'),
  )
}

export const ended = ['returned', 'consumed', 'void', 'disposed']

export function stillHere(item: Standing): Verdict {
  return unless(!ended.includes(item.state), no(`evidence.is-${item.state}`, { number: item.number }))
}

export function notMissing(item: Standing): Verdict {
  return unless(
    item.state !== 'missing',
    no('evidence.is-missing', { number: item.number }, 'evidence.next-report-found'),
  )
}

export function notOffered(item: Standing): Verdict {
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
export function movesAlone(item: Standing, together: ReadonlySet<string>): Verdict {
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

/** What is packed never outlives what it is packed in. */
export const isEmptied = (item: Pick<Standing, 'number'>, holds: boolean): Verdict =>
  unless(!holds, no('evidence.container-not-empty', { number: item.number }, 'evidence.next-unpack'))

export function mayVoid(item: Standing, me: string, worked: boolean, holds: boolean): Verdict {
  return allOf(
    mayHandle(item, me),
    unless(!worked, no('evidence.has-work', { number: item.number })),
    isEmptied(item, holds),
  )
}

/** A body lies, travels and leaves by the acts of its death alone: identity, examinations, holds and papers are asked there. */
export const noBody = (item: { readonly kind: string; readonly number: string }): Verdict =>
  unless(
    item.kind !== 'body',
    no('evidence.body-by-its-death', { number: item.number }, 'evidence.next-release-body'),
  )
