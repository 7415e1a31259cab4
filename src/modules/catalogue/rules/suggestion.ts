/** When two words are one: letters and figures alone, whatever the accents, capitals and strokes between them; pure. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export const plainWord = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('en')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const pairsOf = (text: string): string[] => {
  const word = ` ${plainWord(text)} `
  return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))
}
/** How alike two words are, by the pairs of letters that they share (Dice): 1 is the same word, 0 has nothing of it. */
export function likenessOf(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  const left = [...other]
  const shared = one.filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return (2 * shared) / (one.length + other.length)
}

export interface Word {
  readonly code: string
  readonly en: string
  readonly es: string
}
const NEAR = 0.5
const MOST = 4
export const nearTo = <W extends Word>(name: string, words: readonly W[]): W[] =>
  words
    .map((word) => ({ word, like: Math.max(likenessOf(name, word.en), likenessOf(name, word.es)) }))
    .filter(({ like }) => like >= NEAR)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ word }) => word)

/** What is in the list already is chosen, not suggested; what somebody suggested waits once. */
export function maySuggest(name: string, words: readonly Word[], waiting: readonly string[]): Verdict {
  const plain = plainWord(name)
  const there = words.find((w) => plainWord(w.en) === plain || plainWord(w.es) === plain)
  return allOf(
    unless(plain !== '', no('catalogue.nothing-suggested')),
    unless(
      there === undefined,
      no('catalogue.word-there', { name: there?.en ?? '' }, 'catalogue.next-choose-it'),
    ),
    unless(
      !waiting.some((other) => plainWord(other) === plain),
      no('catalogue.word-waits', { name }, 'catalogue.next-wait-for-answer'),
    ),
  )
}
