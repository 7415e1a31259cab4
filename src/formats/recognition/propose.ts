/**
 * What a read page may say of its case: numbers, dates, offences, drugs, weights and names, each with its place on the page and how sure
 * it is. They are proposals for a person who keys the file, never values. Every word and every shape of a number comes from the
 * laboratory's own lists, handed in: nothing here knows a country.
 */
import { datesIn } from './written-on-paper.ts'
import type { Box, Word } from './words.ts'

export type ProposalKind = 'number' | 'date' | 'offence' | 'drug' | 'weight' | 'name'
export interface Proposal {
  readonly kind: ProposalKind
  /** As it was read. */
  readonly text: string
  /** As it would be kept: a number in its written form, a date YYYY, YYYY-MM or YYYY-MM-DD, the code of a list, `1.5 g`, a name. */
  readonly value: string
  readonly box: Box
  readonly line: number
  /** 0 to 100: the engine's for the words, less for what had to be guessed. */
  readonly confidence: number
}

export interface ListedWord {
  readonly code: string
  /** As people write it, in any language; compared without case, accents and, in long words, one misread letter. */
  readonly words: readonly string[]
}
export interface ProposalLists {
  /** `FL-YYYY-####`: letters stand for themselves, Y and # for figures, `#+` for any number of them; punctuation for any or none. */
  readonly numbers: readonly string[]
  readonly dayFirst: boolean
  /** A written year of two figures lies within a century before this one. */
  readonly thisYear: number
  readonly offences: readonly ListedWord[]
  readonly drugs: readonly ListedWord[]
  /** What stands before a name: “PC”, “Mr”, “Name:”, “Acusado:”. */
  readonly beforeNames: readonly string[]
}

/** A line of the page with, for each character, the word that it belongs to. */
interface Line {
  readonly text: string
  readonly words: readonly Word[]
  readonly wordAt: readonly number[]
}
interface Found {
  readonly kind: ProposalKind
  readonly value: string
  readonly from: number
  readonly to: number
  /** Of 1: how much of it is as written. */
  readonly share: number
}

export function propose(words: readonly Word[], lists: ProposalLists): Proposal[] {
  const finders = findersOf(lists)
  return linesOf(words).flatMap((line) =>
    finders.flatMap((find) => find(line.text)).map((found) => proposalOf(line, found)),
  )
}

function linesOf(words: readonly Word[]): Line[] {
  const lines = new Map<number, Word[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  return [...lines.values()].map((of) => {
    const wordAt: number[] = []
    of.forEach(({ text }, at) => {
      for (let i = 0; i <= text.length; i += 1) wordAt.push(at)
    })
    return { text: of.map(({ text }) => text).join(' '), words: of, wordAt }
  })
}

function proposalOf(line: Line, { kind, value, from, to, share }: Found): Proposal {
  const words = line.words.slice(line.wordAt[from] ?? 0, (line.wordAt[Math.max(from, to - 1)] ?? 0) + 1)
  const left = Math.min(...words.map((word) => word.left))
  const top = Math.min(...words.map((word) => word.top))
  const sure = Math.min(...words.map(({ confidence }) => confidence))
  return {
    kind,
    text: line.text.slice(from, to),
    value,
    line: words[0]?.line ?? 0,
    confidence: Math.round(sure * share),
    box: {
      left,
      top,
      width: Math.max(...words.map((word) => word.left + word.width)) - left,
      height: Math.max(...words.map((word) => word.top + word.height)) - top,
    },
  }
}

type Finder = (text: string) => Found[]
function findersOf(lists: ProposalLists): Finder[] {
  const numbers = lists.numbers.slice(0, 100).map(numberFinder)
  return [
    (text) => widest(numbers.flatMap((find) => find(text))),
    (text) => datesIn(text, lists).map((date) => ({ kind: 'date' as const, ...date })),
    weights,
    listFinder('offence', lists.offences),
    listFinder('drug', lists.drugs),
    nameFinder(lists.beforeNames),
  ]
}

/** What a reader takes for figures, and for letters. */
const FIGURE = String.raw`[0-9OoQDIl|SsBZ]`
const AS_FIGURE: ReadonlyMap<string, string> = new Map(
  ['O0', 'o0', 'Q0', 'D0', 'I1', 'l1', '|1', 'S5', 's5', 'B8', 'Z2'].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
)
const BETWEEN = String.raw`[\s./\\\-_–—:,·]{0,3}`

function numberFinder(form: string): Finder {
  const parts = form.match(/#\+|Y+|#|[A-Za-z]+|\d+|[^A-Za-z\d#]+/g) ?? []
  const source = parts.map((part) => {
    if (part === '#+') return `(${FIGURE}{1,9})`
    if (/^Y+$/.test(part)) return `(${FIGURE}{${part.length}})`
    if (part === '#') return `(${FIGURE})`
    if (/^[A-Za-z]+$/.test(part)) return `(${part})`
    return /^\d+$/.test(part) ? `(${part})` : BETWEEN
  })
  const pattern = new RegExp(String.raw`(?<![\p{L}\d])${source.join('')}(?![\p{L}\d])`, 'giu')
  return (text) =>
    [...text.matchAll(pattern)].map((match) => {
      let group = 0
      let guessed = 0
      const value = parts.map((part) => {
        if (/^[^A-Za-z\d#]+$/.test(part)) return part
        group += 1
        const read = match[group] ?? ''
        if (/^[A-Za-z]+$/.test(part) && !/^Y+$/.test(part)) return part
        const figures = read.replaceAll(/\D/g, (sign) => AS_FIGURE.get(sign) ?? sign)
        if (figures !== read) guessed += 1
        return figures
      })
      const from = match.index
      return {
        kind: 'number',
        value: value.join(''),
        from,
        to: from + match[0].length,
        share: guessed ? 0.6 : 1,
      }
    })
}
/** Of numbers that overlap, the longest. */
const widest = (found: readonly Found[]): Found[] =>
  found.filter(
    (one) =>
      !found.some(
        (other) => other.from < one.to && one.from < other.to && other.to - other.from > one.to - one.from,
      ),
  )

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(kg|kgs|kilos?|kilograms?|kilogramos?)$/i, 'kg'],
  [/^(mg|mgs|milligrams?|miligramos?)$/i, 'mg'],
  [/^(g|gm|gms|gr|grs|grams?|grammes?|gramos?)$/i, 'g'],
  [/^(lbs?|pounds?|libras?)$/i, 'lb'],
  [/^(oz|ounces?|onzas?)$/i, 'oz'],
]
const weights: Finder = (text) =>
  [
    ...text.matchAll(/(?<![\d.,/-])(\d{1,3}(?:,\d{3})+|\d{1,7})([.,]\d{1,4})?\s?(\p{L}{1,12})(?!\p{L})/gu),
  ].flatMap((match) => {
    const unit = UNITS.find(([form]) => form.test(match[3] ?? ''))?.[1]
    if (unit === undefined) return []
    const value = `${(match[1] ?? '').replaceAll(',', '')}${(match[2] ?? '').replace(',', '.')} ${unit}`
    return [{ kind: 'weight', value, from: match.index, to: match.index + match[0].length, share: 1 }]
  })

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

function listFinder(kind: 'offence' | 'drug', list: readonly ListedWord[]): Finder {
  const wanted = list.flatMap(({ code, words }) =>
    words.map((word) => ({ code, parts: folded(word).split(/\s+/).filter(Boolean) })),
  )
  return (text) => {
    const tokens = [...text.matchAll(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu)].map((match) => ({
      form: folded(match[0]),
      from: match.index,
      to: match.index + match[0].length,
    }))
    const found: Found[] = []
    for (const { code, parts } of wanted)
      for (let at = 0; at + parts.length <= tokens.length; at += 1) {
        const here = tokens.slice(at, at + parts.length)
        const near = parts.map((part, i) => nearness(part, here[i]?.form ?? ''))
        const share = Math.min(...near)
        if (share > 0)
          found.push({ kind, value: code, from: here[0]?.from ?? 0, to: here.at(-1)?.to ?? 0, share })
      }
    return widest(found)
  }
}
/** 1 where equal, 0.7 with one letter wrong in a word of six or more, else 0. */
function nearness(wanted: string, read: string): number {
  if (wanted === read) return 1
  if (wanted.length < 6 || Math.abs(wanted.length - read.length) > 1) return 0
  let from = 0
  while (from < wanted.length && wanted[from] === read[from]) from += 1
  const [restWanted, restRead] = [wanted.slice(from), read.slice(from)]
  const one =
    restWanted.slice(1) === restRead.slice(1) ||
    restWanted.slice(1) === restRead ||
    restWanted === restRead.slice(1)
  return one ? 0.7 : 0
}

function nameFinder(before: readonly string[]): Finder {
  if (before.length === 0) return () => []
  const said = before.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const one = String.raw`\p{Lu}[\p{L}'’-]+|\p{Lu}\.`
  const small = String.raw`(?:(?:de|del|la|los|y|van|der|#\d{1,5})\s+)*`
  const pattern = new RegExp(
    String.raw`(?<![\p{L}])(?:${said.join('|')})[.:]?\s+${small}((?:${one})(?:\s+${small}(?:${one})){0,4})`,
    'gu',
  )
  return (text) =>
    [...text.matchAll(pattern)].map((match) => {
      const name = match[1] ?? ''
      const to = match.index + match[0].length
      return { kind: 'name', value: name.replaceAll(/\s+/g, ' '), from: to - name.length, to, share: 0.9 }
    })
}
