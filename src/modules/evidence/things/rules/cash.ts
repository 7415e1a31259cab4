/** Counting money by two people: what a count adds up to, where two counts differ, who may count; pure. */
import { exact } from '#kernel/quantity.ts'
import { allOf, no, unless, type Verdict } from '#kernel/verdict.ts'
import type { CashDifference, CashLine } from '../contract/cash.ts'
import { isOpen } from './opening.ts'
import { notMissing, type Standing, stillHere } from './standing.ts'

const plain = (face: string): string => exact(face).toFixed()
const keyOf = (l: Pick<CashLine, 'currency' | 'face'>): string => `${l.currency} ${plain(l.face)}`

/** One line for each note: the same face written twice is added, none is left out; greatest face first. */
export function tidied(lines: readonly CashLine[]): CashLine[] {
  const sums = new Map<string, CashLine>()
  for (const l of lines) {
    const pieces = (sums.get(keyOf(l))?.pieces ?? 0) + l.pieces
    sums.set(keyOf(l), { currency: l.currency, face: plain(l.face), pieces })
  }
  return [...sums.values()]
    .filter((l) => l.pieces > 0)
    .toSorted((a, b) => a.currency.localeCompare(b.currency) || exact(b.face).cmp(exact(a.face)))
}

/** Exact, per currency: money of two countries is never one sum. */
export function cashTotals(lines: readonly CashLine[]): { currency: string; value: string }[] {
  const sums = new Map<string, ReturnType<typeof exact>>()
  for (const l of tidied(lines))
    sums.set(l.currency, (sums.get(l.currency) ?? exact(0)).plus(exact(l.face).times(l.pieces)))
  return [...sums].map(([currency, sum]) => ({ currency, value: sum.toFixed(2) }))
}

/** Face by face: two counts of one sum may still differ in their notes. */
export function cashDiffers(a: readonly CashLine[], b: readonly CashLine[]): CashDifference[] {
  const [first, second] = [a, b].map((lines) => new Map(tidied(lines).map((l) => [keyOf(l), l])))
  const all = tidied([...a, ...b])
  return all.flatMap(({ currency, face }) => {
    const key = keyOf({ currency, face })
    const [one, two] = [first?.get(key)?.pieces ?? 0, second?.get(key)?.pieces ?? 0]
    return one === two ? [] : [{ currency, face, first: one, second: two }]
  })
}

export interface CountFact {
  readonly id: string
  readonly round: number
  readonly place: 1 | 2
  readonly person: string | null
  readonly by_name: string
  readonly signed: 'session' | 'pin'
  readonly lines: CashLine[]
  readonly doubtful: number | null
  readonly words: string | null
  readonly at: string
  readonly recorded_at: string
}
export interface RoundFact {
  readonly round: number
  readonly state: 'waits' | 'agreed' | 'differs'
  readonly first: CountFact
  readonly second: CountFact | null
  readonly differs: CashDifference[]
}
/** Counts by twos, oldest first: each round agrees, differs, or waits for its second person. */
export function cashRounds(counts: readonly CountFact[]): RoundFact[] {
  return counts
    .filter((c) => c.place === 1)
    .map((first) => {
      const second = counts.find((c) => c.round === first.round && c.place === 2) ?? null
      const differs = second ? cashDiffers(first.lines, second.lines) : []
      const state = second === null ? 'waits' : differs.length > 0 ? 'differs' : 'agreed'
      return { round: first.round, state, first, second, differs }
    })
}

/** In somebody's hands and open; a round is never finished by who began it, and of the two one has the money in hand. */
export function mayCountCash(
  item: Standing,
  isCash: boolean,
  me: string | null,
  open: Pick<CountFact, 'person' | 'by_name'> | null,
): Verdict {
  return allOf(
    unless(isCash, no('evidence.not-cash', { number: item.number }, 'evidence.next-kind-of-thing')),
    stillHere(item),
    notMissing(item),
    unless(
      item.holder?.kind === 'person' && item.holder.id !== null,
      no(
        'evidence.cash-not-in-hand',
        { number: item.number, name: item.holder?.name ?? '' },
        'evidence.next-retrieve',
      ),
    ),
    isOpen(item),
    unless(
      open === null || open.person !== me,
      no('evidence.cash-counted-by-you', { number: item.number }, 'evidence.next-cash-another'),
    ),
    unless(
      open === null || [open.person, me].includes(item.holder?.id ?? null),
      no(
        'evidence.cash-holder-absent',
        { number: item.number, name: item.holder?.name ?? '' },
        'evidence.next-cash-holder',
      ),
    ),
  )
}
/** A face that the currency has not is a slip of the pen, where the laboratory lists its faces. */
export const knownFaces = (
  lines: readonly CashLine[],
  faces: ReadonlyMap<string, readonly string[]>,
): Verdict => {
  const wrong = lines.find((l) => {
    const known = faces.get(l.currency)
    return known && known.length > 0 && !known.map(plain).includes(plain(l.face))
  })
  return unless(
    wrong === undefined,
    no('evidence.no-such-note', { currency: wrong?.currency ?? '', face: wrong?.face ?? '' }),
  )
}
