/** Indicators are codes of the laboratory's list `indicator`: what is counted, of what, per how many; computed here, the same way for a page and a frozen figure. */
import { exact } from '#kernel/quantity.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { Refusal } from '#kernel/verdict.ts'
import { z } from 'zod'
import type { Cx } from '#platform/cx.ts'
import { type Careful, answerOf, isNeverTold } from './careful.ts'
import { Question, confidences, datasets, measures } from './contract.ts'
import { datasetOf } from './store/datasets.ts'
import { Conditions } from './rules.ts'
import type { GrantYear, Spell } from './rules/grants.ts'

const ByDimension = z.record(z.string(), z.array(z.string()))

/** `data` of a code of the list `indicator`; what does not fit is no indicator, and the studio says so. */
const Formula = z.object({
  dataset: z.enum(datasets),
  measure: z.enum(measures).default('count'),
  where: Conditions.default({}),
  /** The dimension that holds the year; without one the indicator is of a moment (a backlog). */
  year: z.string().optional(),
  /** The dimension of its series over the year. */
  series: z.string().optional(),
  /** Divided by the people of the list `population`, for so many. */
  per: z.number().int().positive().optional(),
  /** Divided by the same count under this wider condition, in per cent. */
  of: Conditions.optional(),
  unit: z.string().default('number'),
  owner: z.string().default(''),
  meaning: z.string().default(''),
  meaningEs: z.string().default(''),
  /** How sure a paper file must be to be counted too; nothing said, none is. */
  archive: z.array(z.enum(confidences)).default([]),
})
/** A file is a matter, and says nothing of how many were harmed: only a count of matters can take it in. */
const isSound = (f: Formula): boolean =>
  f.archive.length === 0 || (f.dataset === 'incidents' && f.measure === 'count' && !f.of)
export type Formula = z.output<typeof Formula>
/** The formula of a frozen figure, as it was then. */
export const formulaOf = (definition: unknown): Formula =>
  Formula.extend({ where: ByDimension.default({}), of: ByDimension.optional() }).parse(definition)
export interface Indicator {
  readonly key: string
  readonly en: string
  readonly es: string
  readonly source: string | null
  readonly unverified: boolean
  readonly formula: Formula
}

export async function indicatorsOf(cx: Cx): Promise<Indicator[]> {
  return (await codesOf(cx, 'indicator')).flatMap(({ code, en, es, source, unverified, data }) => {
    const read = Formula.safeParse(data)
    return read.success && isSound(read.data)
      ? [{ key: code, en, es, source, unverified, formula: read.data }]
      : []
  })
}

export const indicatorOf = async (cx: Cx, key: string): Promise<Indicator> =>
  indicatorAmong(await indicatorsOf(cx), key)
export function indicatorAmong(known: readonly Indicator[], key: string): Indicator {
  const found = known.find((i) => i.key === key)
  if (!found)
    throw new Refusal('conflict', 'observatory.no-such-indicator', {
      values: { indicator: key },
      next: 'observatory.next-see-indicators',
    })
  return found
}

/** The dimension of months that belongs to the one of its years: `outYear` to `outMonth`. */
const monthsOf = ({ dataset, year }: Formula): string | undefined => {
  const key = year?.replace(/year$/, 'month').replace(/Year$/, 'Month')
  return datasetOf[dataset].dimensions.find((d) => d.key === key)?.key
}
/** An indicator of years that knows no months cannot be told by a quarter, or by a year of the donor's own. */
export function mustBeToldBy({ formula, key }: Indicator, by: GrantYear): void {
  if (formula.year && !(by.per === 'year' && by.begins === 1) && monthsOf(formula) === undefined)
    throw new Refusal('conflict', 'observatory.grant-no-months', {
      values: { indicator: key },
      next: 'observatory.next-calendar-years',
    })
}
function whenOf(
  formula: Formula,
  { year, months }: Pick<Spell, 'year' | 'months'>,
): Record<string, string[]> {
  if (!formula.year) return {}
  const by = monthsOf(formula)
  return months && by ? { [by]: [...months] } : { [formula.year]: [year] }
}

export interface Measured {
  readonly value: string | null
  /** What it was divided by, as it stands in the list: `408487 (2019)`. */
  readonly over: string | null
  readonly series: readonly { at: string; label: string; value: string | null }[]
  readonly question: Question
  readonly archive: readonly ArchivePart[] | null
}
export interface ArchivePart {
  readonly confidence: (typeof confidences)[number]
  readonly label: string
  readonly value: string | null
  readonly counted: boolean
}

/**
 * The indicator of a year, as known at an instant. With `careful` each count is rounded for a reader who may not see it. `over` is what a frozen figure was
 * divided by: people counted anew since then do not change it.
 */
export async function measure(
  cx: Cx,
  { formula }: Pick<Indicator, 'formula'>,
  of: string | Pick<Spell, 'year' | 'months'>,
  asOf: string,
  careful: Careful,
  more: Record<string, string[]> = {},
  over: string | null | undefined = null,
): Promise<Measured> {
  const spell = typeof of === 'string' ? { year: of, months: null } : of
  const { year } = spell
  const when = whenOf(formula, spell)
  const where = { ...formula.where, ...when, ...more }
  const question = Question.parse({
    dataset: formula.dataset,
    measure: formula.measure,
    rows: formula.series ?? formula.year ?? 'year',
    where,
    asOf,
  })
  if (careful && (await isNeverTold(cx, question, careful)))
    return { value: null, over: null, series: [], question, archive: null }
  const { cells, ...table } = await answerOf(cx, question, asOf, careful)
  const { parts: archive, counted } = await archiveOf(cx, formula, question, asOf, careful)
  const total = sumOf(cells.at(-1)?.[0] ?? null, counted?.total)
  const series = formula.series
    ? table.rows.map((r, i) => ({ at: r.code, label: r.label, value: cells[i]?.[0] ?? null }))
    : []
  if (counted && formula.series) {
    const rows = table.rows.map((r) => r.code)
    for (const [at, { label, value }] of counted.series)
      if (!rows.includes(at)) series.push({ at, label, value })
    for (const s of series) if (rows.includes(s.at)) s.value = sumOf(s.value, counted.series.get(s.at)?.value)
    series.sort((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true }))
  }
  if (formula.of) {
    const { where: _, ...whole } = question
    const all = Question.parse({
      ...whole,
      where: { ...formula.of, ...when, ...more },
    })
    const base = (await answerOf(cx, all, asOf, careful)).cells.at(-1)?.[0] ?? '0'
    return { value: ratio(total, base, 100), over: base, series, question, archive }
  }
  if (formula.per) {
    const per = formula.per
    const rateOf = async (n: string | null, district: string | null): Promise<string | null> => {
      const there = await peopleOf(cx, year, district)
      return there ? ratio(n, String(there.persons), per) : null
    }
    const only = more.district?.length === 1 ? (more.district[0] ?? null) : null
    const then = /^(\d+) \((\d{4})\)$/.exec(over ?? '')
    const people = then ? { persons: Number(then[1]), year: Number(then[2]) } : await peopleOf(cx, year, only)
    const rates = []
    // Along districts each is divided by its own people; one whose people nobody counted has no rate.
    if (formula.series === 'district')
      for (const s of series) rates.push({ ...s, value: await rateOf(s.value, s.at) })
    return {
      value: people ? ratio(total, String(people.persons), per) : null,
      over: people ? `${people.persons} (${people.year})` : null,
      series: formula.series === 'district' ? rates : series,
      question,
      archive,
    }
  }
  return { value: total, over: null, series, question, archive }
}

interface Counted {
  readonly total: string
  readonly series: ReadonlyMap<string, { label: string; value: string }>
}
/** What keyed files of no case say of the same question, by how sure they are; and the sum of those that the indicator counts. */
async function archiveOf(
  cx: Cx,
  formula: Formula,
  question: Question,
  asOf: string,
  careful: Careful,
): Promise<{ parts: ArchivePart[] | null; counted: Counted | null }> {
  const known = datasetOf.papers.dimensions.map((d) => d.key)
  const sayable =
    formula.measure === 'count' &&
    (formula.dataset === 'victims' || formula.dataset === 'incidents') &&
    Object.keys(question.where).every((key) => known.includes(key))
  if (!sayable) return { parts: null, counted: null }
  const asked = Question.parse({
    ...question,
    dataset: 'papers',
    rows: 'confidence',
    columns: formula.series && known.includes(formula.series) ? formula.series : null,
    where: { ...question.where, linked: ['no'], confidence: [...confidences] },
  })
  const { cells, ...table } = await answerOf(cx, asked, asOf, careful)
  const parts = table.rows.map(({ code, label }, i) => {
    const confidence = code as ArchivePart['confidence']
    return {
      confidence,
      label,
      value: cells[i]?.at(-1) ?? null,
      counted: formula.archive.includes(confidence),
    }
  })
  if (formula.archive.length === 0) return { parts, counted: null }
  const of = (column: number): string =>
    parts.reduce((sum, p, i) => (p.counted ? sumOf(sum, cells[i]?.at(column)) : sum) ?? '0', '0')
  return {
    parts,
    counted: {
      total: of(-1),
      series: new Map(table.columns.map((c, i) => [c.code, { label: c.label, value: of(i) }])),
    },
  }
}
const sumOf = (a: string | null, b: string | null | undefined): string | null =>
  b === null || b === undefined
    ? a
    : exact(a ?? '0')
        .plus(exact(b))
        .toFixed()

function ratio(part: string | null, whole: string, times: number): string | null {
  if (part === null || exact(whole).isZero()) return null
  return exact(part).times(times).dividedBy(exact(whole)).toDecimalPlaces(2).toFixed()
}

/** The people of the country, or of a district, in the newest year counted by then; the earliest count for years before it. */
async function peopleOf(
  cx: Cx,
  year: string,
  of: string | null,
): Promise<{ year: number; persons: number } | undefined> {
  const counts = (await codesOf(cx, 'population'))
    .flatMap(({ data }) => {
      const {
        year: counted,
        persons,
        district,
      } = (data ?? {}) as { year?: number; persons?: number; district?: string }
      return counted && persons && (district ?? null) === of ? [{ year: counted, persons }] : []
    })
    .toSorted((a, b) => a.year - b.year)
  return counts.findLast((c) => c.year <= Number(year)) ?? counts[0]
}
