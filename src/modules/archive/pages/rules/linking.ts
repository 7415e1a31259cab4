/**
 * How much a cover and a case have in common, from 0 to 100. A machine proposes; a person decides, and the score of that moment
 * stands with the decision. Weights are ours: a number that is the same is nearly proof, a name alone never is.
 */
import { type Verdict, no, unless } from '#kernel/verdict.ts'

export interface Cover {
  readonly numbers: readonly string[]
  readonly names: readonly string[]
  readonly on: string | null
  readonly type: string | null
}
export interface CaseFacts {
  readonly type: string | null
  readonly on: string | null
  readonly openedOn: string | null
  /** What of the cover was found on the case: numbers whole, names as written or as they sound. */
  readonly numbers: readonly string[]
  readonly names: readonly { readonly text: string; readonly exact: boolean }[]
}
export interface Reason {
  readonly key: 'number' | 'name' | 'sound' | 'day' | 'year' | 'type' | 'other-year'
  readonly value: string
}
const weights = { number: 75, name: 30, sound: 15, day: 20, year: 10, type: 5, 'other-year': -25 } as const

export function scoreOf(cover: Cover, found: CaseFacts): { score: number; reasons: Reason[] } {
  const reasons: Reason[] = []
  const [number] = found.numbers
  if (number !== undefined) reasons.push({ key: 'number', value: number })
  // Two names weigh more than one, a third adds nothing that the two did not say.
  for (const name of found.names.slice(0, 2))
    reasons.push({ key: name.exact ? 'name' : 'sound', value: name.text })
  const days = [found.on, found.openedOn].filter((d): d is string => d !== null)
  if (cover.on !== null && days.length > 0) {
    const { on } = cover
    const day = on.length === 10 ? days.find((d) => d === on) : undefined
    const year = days.find((d) => d.slice(0, 4) === on.slice(0, 4))
    if (day !== undefined) reasons.push({ key: 'day', value: day })
    else if (year !== undefined) reasons.push({ key: 'year', value: year.slice(0, 4) })
    // A file is opened in the year of the offence or the one after; further apart the two are hardly one matter.
    else if (days.every((d) => Math.abs(Number(d.slice(0, 4)) - Number(on.slice(0, 4))) > 1))
      reasons.push({ key: 'other-year', value: days[0]?.slice(0, 4) ?? '' })
  }
  if (cover.type !== null && cover.type === found.type) reasons.push({ key: 'type', value: found.type })
  const sum = reasons.reduce((all, r) => all + weights[r.key], 0)
  return { score: Math.max(0, Math.min(100, sum)), reasons }
}
/** Below this nothing is proposed: a kind of case and a year are shared by hundreds. */
export const LEAST_SCORE = 20

export const mayLink = (
  linked: string | null,
  wanted: { case: string; verdict: 'linked' | 'not-the-same' | 'not-sure' | 'unlinked' },
): Verdict =>
  wanted.verdict === 'linked'
    ? unless(linked === null, no('archive.linked-already', {}, 'archive.next-unlink'))
    : wanted.verdict === 'unlinked'
      ? unless(linked === wanted.case, no('archive.not-linked'))
      : unless(linked !== wanted.case, no('archive.linked-already', {}, 'archive.next-unlink'))
