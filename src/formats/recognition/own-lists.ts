/** What a machine may propose from a page, out of the laboratory's own lists: shapes of its numbers, its offences and drugs, what stands before a name. */

/** The part of a code that is needed here. */
interface Listed {
  readonly code: string
  readonly en: string
  readonly es: string
  readonly data?: unknown
}
interface OwnLists {
  /** As the laboratory writes its numbers: `LAB-{yyyy}-{00000}`. */
  readonly patterns: readonly string[]
  readonly numberKinds: readonly Listed[]
  readonly offences: readonly Listed[]
  readonly drugs: readonly Listed[]
  readonly ranks: readonly Listed[]
  readonly roles: readonly Listed[]
  readonly year: number
}

interface ListedWord {
  readonly code: string
  readonly words: readonly string[]
}
export const proposalLists = (own: OwnLists) => ({
  numbers: [
    ...new Set([
      ...own.patterns.flatMap((pattern) => formOf(pattern) ?? []),
      ...own.numberKinds.flatMap(({ data }) => formLike(exampleIn(data)) ?? []),
    ]),
  ],
  // As it is written where this is used; a month that cannot be one is taken for the day anyway.
  dayFirst: true,
  thisYear: own.year,
  offences: own.offences.map(wordsOf),
  drugs: own.drugs.map(wordsOf),
  beforeNames: beforeNames(own),
})

/** A form without a letter is any two figures with a dash: it would propose every date as a number. */
const hasLetter = (form: string): boolean => /[A-Za-z]/.test(form.replaceAll('Y', ''))
function formOf(pattern: string): string | undefined {
  if (/\{(unit|parent)/.test(pattern)) return undefined
  const form = pattern
    .replaceAll('{yyyy}', 'YYYY')
    .replaceAll('{yy}', 'YY')
    .replaceAll(/\{(n|0+)\}/g, '#+')
  return hasLetter(form) ? form : undefined
}
/** `C12/2016`: each run of figures may be another, a year stays a year. */
function formLike(example: string): string | undefined {
  const form = example.replaceAll(/\d+/g, (figures) => (/^(19|20)\d\d$/.test(figures) ? 'YYYY' : '#+'))
  return example !== form && hasLetter(form) ? form : undefined
}
const exampleIn = (data: unknown): string => {
  const example = (data as { example?: unknown } | null | undefined)?.example
  return typeof example === 'string' ? example : ''
}

/** `Heroin (diamorphine)` is written as either. */
const wordsOf = ({ code, en, es }: Listed): ListedWord => ({
  code,
  words: [
    ...new Set([en, es].flatMap((name) => [name.replace(/\s*\(.*?\)/g, ''), ...inBrackets(name)])),
  ].filter((word) => word.length > 2),
})
const inBrackets = (name: string): string[] =>
  [...name.matchAll(/\(([^)]+)\)/g)].map(([, inner]) => inner ?? '')

/** `Sgt`, `SGT`, `Sergeant`, `Sargento`; `Accused`, `ACUSADO`. */
const beforeNames = ({ ranks, roles }: OwnLists): string[] => [
  ...new Set(
    [
      ...ranks.flatMap(({ code, en, es }) => [code.charAt(0).toUpperCase() + code.slice(1), en, es]),
      ...roles.flatMap(({ en, es }) => [en, es]),
    ]
      .filter((word) => word.length > 1)
      .flatMap((word) => [word, word.toUpperCase()])
      // The longer first: “Senior Superintendent” before “Superintendent”.
      .toSorted((a, b) => b.length - a.length),
  ),
]
