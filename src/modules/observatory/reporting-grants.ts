/**
 * A report to a donor: of each indicator its figures, frozen, rounded as everything that leaves and hidden where the data policy hides it;
 * of each budget line what was spent; and words by a person. Made once in both languages and kept byte for byte.
 */
import type { Letterhead } from '#modules/catalogue/public.ts'
import { xlsxOf } from '#formats/xlsx.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { type Block, type Section, paperPdf, houseFrame } from '#platform/documents/papers.ts'
import type { Say } from '#kernel/say.ts'
import type { GrantIndicator, Spent } from './contract/grants.ts'
import { frozenFigure } from './freezing.ts'
import { type Indicator, indicatorAmong, indicatorsOf, measure, mustBeToldBy } from './indicating.ts'
import { policyFor } from './policy.ts'
import { type GrantYear, type Spell, spellsOf, totalOf, wayGone, yearOf } from './rules/grants.ts'
import { datasetOf } from './store/datasets.ts'

export interface ReportedFigure {
  readonly figure: string
  readonly year: string
  /** Null where it is hidden, or where nothing can be said. */
  readonly value: string | null
  readonly hidden: boolean
  readonly sha256: string
  readonly question: string
}
export interface ReportedIndicator {
  readonly indicator: string
  readonly en: string
  readonly es: string
  readonly meaning: string
  readonly meaningEs: string
  readonly baselineYear: string
  readonly baseline: string | null
  /** Said by a person, or as the indicator says of that year. */
  readonly baselineFrom: 'said' | 'measured' | 'hidden'
  readonly target: string
  readonly targetYear: string
  readonly gone: string | null
  readonly figures: readonly ReportedFigure[]
}
export interface Reported {
  readonly donor: string
  readonly agreement: string
  readonly title: string
  readonly currency: string
  readonly amendment: number
  readonly lines: readonly Spent[]
  readonly indicators: readonly ReportedIndicator[]
}

/** What all indicators of a report are told by, read once. */
export interface Telling {
  readonly terms: GrantYear
  readonly spells: readonly Spell[]
  readonly known: readonly Indicator[]
  readonly asOf: string
}
export async function tellingOf(
  cx: Cx,
  terms: GrantYear,
  period: { from: string; until: string },
  asOf: string,
): Promise<Telling> {
  const spells = spellsOf(terms, period.from, period.until)
  return { terms, spells, known: await indicatorsOf(cx), asOf }
}
/** The figures of one indicator, each with the row that keeps it. */
export async function reportedIndicator(
  cx: Cx,
  of: GrantIndicator,
  by: Telling,
): Promise<{ told: ReportedIndicator; rows: CoveredRow[] }> {
  const { asOf, terms } = by
  const base = yearOf(of.baselineYear, terms)
  const asked = [
    ...(of.baseline || by.spells.some((s) => s.label === base.label) ? [] : [base]),
    ...by.spells,
  ]
  const indicator = indicatorAmong(by.known, of.indicator)
  mustBeToldBy(indicator, terms)
  const rows: CoveredRow[] = []
  const figures: ReportedFigure[] = []
  for (const spell of asked) {
    const f = await frozenFigure(cx, { indicator, year: spell.year, spell, asOf, care: 'rounded' })
    const hidden = await isHidden(cx, f, spell, by)
    // What is hidden is not kept as a figure either: it would stand in the list of figures.
    if (!hidden) rows.push(f.row)
    figures.push({
      figure: f.id,
      year: spell.label,
      value: hidden ? null : f.value,
      hidden,
      sha256: hidden ? '' : f.sha256,
      question: JSON.stringify(f.question),
    })
  }
  const measured = figures.find((f) => f.year === base.label)
  const baseline = of.baseline ?? measured?.value ?? null
  return {
    rows,
    told: {
      indicator: of.indicator,
      en: indicator.en,
      es: indicator.es,
      meaning: indicator.formula.meaning,
      meaningEs: indicator.formula.meaningEs,
      baselineYear: base.label,
      baseline,
      baselineFrom: of.baseline ? 'said' : measured?.hidden ? 'hidden' : 'measured',
      target: of.target,
      targetYear: yearOf(of.targetYear, terms).label,
      gone: wayGone(baseline, of.target, figures.at(-1)?.value ?? null),
      figures,
    },
  }
}
type Frozen = Awaited<ReturnType<typeof frozenFigure>>
/** A count of people under the threshold of the policy, or anything that rests on one: asked as it is, since rounded it would read as nobody. */
async function isHidden(cx: Cx, f: Frozen, spell: Spell, by: Telling): Promise<boolean> {
  if (datasetOf[f.question.dataset].about === 'work') return false
  const decided = await policyFor(cx, f.question)
  if (decided.whole) return false
  const { per: _per, of: _of, series: _series, ...bare } = f.indicator.formula
  const counts = { formula: { ...bare, measure: 'count' as const } }
  const { value } = await measure(cx, counts, spell, by.asOf, false)
  const n = Number(value ?? '0')
  return n < decided.threshold && (n > 0 || decided.sensitive)
}

export interface Making {
  readonly answer: Reported
  readonly seq: number
  readonly from: string
  readonly until: string
  readonly asOf: string
  readonly words: string
  readonly by: string
  readonly sha256: string
  readonly at: string
  readonly demo: boolean
  /** Who let it leave; null on the paper that waits for that. */
  readonly approved: { readonly by: string; readonly at: string } | null
}
const shownValue = (say: Say, f: { value: string | null; hidden: boolean }): string =>
  f.hidden ? say('observatory.hidden') : (f.value ?? '–')

export function reportPdf(m: Making, lang: 'en' | 'es', say: Say, head: Letterhead): Buffer {
  const { answer: a } = m
  return paperPdf(
    {
      lang,
      title: say('observatory.grant-report'),
      number: `${a.agreement} / ${m.seq}`,
      subtitle: a.title,
      ...houseFrame(say, head, m.demo),
      ...(m.demo || m.approved ? {} : { demo: say('observatory.grant-not-approved-yet') }),
      sections: [
        {
          blocks: [
            {
              kind: 'facts',
              rows: [
                { label: say('observatory.grant-donor'), value: a.donor },
                { label: say('observatory.grant-agreement'), value: a.agreement, mono: true },
                { label: say('observatory.grant-period'), value: `${m.from} – ${m.until}` },
                { label: say('observatory.grant-as-of'), value: m.asOf },
                { label: say('observatory.grant-by'), value: m.by },
                ...(m.approved
                  ? [{ label: say('observatory.grant-approved-by'), value: m.approved.by }]
                  : []),
                { label: 'SHA-256', value: m.sha256, mono: true },
              ],
            },
          ],
        },
        {
          title: say('observatory.grant-words'),
          blocks: [{ kind: 'paragraphs', lines: m.words.split('\n').filter((l) => l.trim() !== '') }],
        },
        ...(a.indicators.length > 0 ? [indicatorSection(a, lang, say), figureSection(a, lang, say)] : []),
        moneySection(a, say),
      ],
    },
    { at: m.at },
  )
}
function indicatorSection(a: Reported, lang: 'en' | 'es', say: Say): Section {
  return {
    title: say('observatory.grant-indicators'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'name', head: say('observatory.grant-indicator'), width: 1 },
          { key: 'baseline', head: say('observatory.grant-baseline'), align: 'right' },
          { key: 'now', head: say('observatory.grant-now'), align: 'right' },
          { key: 'target', head: say('observatory.grant-target'), align: 'right' },
          { key: 'gone', head: say('observatory.grant-gone'), align: 'right' },
        ],
        rows: a.indicators.map((i) => {
          const now = i.figures.at(-1)
          return {
            name: i[lang],
            baseline: `${i.baselineFrom === 'hidden' ? say('observatory.hidden') : (i.baseline ?? '–')} (${i.baselineYear})`,
            now: now ? `${shownValue(say, now)} (${now.year})` : '–',
            target: `${i.target} (${i.targetYear})`,
            gone: i.gone === null ? '–' : `${i.gone} %`,
          }
        }),
      },
      { kind: 'notes', lines: [say('observatory.grant-care')] },
    ],
  }
}
/** Of each figure what it says, how it was asked, as known when, and the hash by which it is computed again. */
const figureSection = (a: Reported, lang: 'en' | 'es', say: Say): Section => ({
  title: say('observatory.grant-figures'),
  blocks: a.indicators.flatMap((i): Block[] => [
    { kind: 'heading', text: i[lang] },
    {
      kind: 'paragraphs',
      lines: [(lang === 'es' ? i.meaningEs : i.meaning) || '–', i.figures[0]?.question ?? ''],
    },
    {
      kind: 'table',
      columns: [
        { key: 'year', head: say('observatory.year') },
        { key: 'value', head: say('observatory.grant-value'), align: 'right' },
        { key: 'hash', head: 'SHA-256', mono: true, width: 1 },
      ],
      rows: i.figures.map((f) => ({
        year: f.year,
        value: shownValue(say, f),
        hash: f.sha256 === '' ? '–' : [f.sha256.slice(0, 32), f.sha256.slice(32)],
      })),
    },
  ]),
})
function moneySection(a: Reported, say: Say): Section {
  const cell = (r: Omit<Spent, 'code' | 'share'> & { share: string | null }) => ({
    name: r.name,
    budget: r.budget,
    period: r.period,
    total: r.total,
    left: r.left,
    share: r.share === null ? '–' : `${r.share} %`,
  })
  return {
    title: `${say('observatory.grant-money')} (${a.currency})`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'name', head: say('observatory.grant-line'), width: 1 },
          { key: 'budget', head: say('observatory.grant-budget'), align: 'right' },
          { key: 'period', head: say('observatory.grant-spent-period'), align: 'right' },
          { key: 'total', head: say('observatory.grant-spent'), align: 'right' },
          { key: 'left', head: say('observatory.grant-left'), align: 'right' },
          { key: 'share', head: '%', align: 'right' },
        ],
        rows: [
          ...a.lines.map(cell),
          cell({
            name: say('observatory.all'),
            budget: totalOf(a.lines, 'budget'),
            period: totalOf(a.lines, 'period'),
            total: totalOf(a.lines, 'total'),
            left: totalOf(a.lines, 'left'),
            share: null,
          }),
        ],
      },
    ],
  }
}

export function reportXlsx(m: Making, lang: 'en' | 'es', say: Say): Buffer {
  const { answer: a } = m
  const number = (v: string | null): number | string => (v === null ? '' : Number(v))
  return xlsxOf(
    [
      {
        name: say('observatory.grant-report'),
        rows: [
          [say('observatory.grant-donor'), a.donor],
          [say('observatory.grant-agreement'), a.agreement],
          [say('observatory.grant-title'), a.title],
          [say('observatory.grant-period'), `${m.from} – ${m.until}`],
          [say('observatory.grant-as-of'), m.asOf],
          [say('observatory.grant-by'), m.by],
          ...(m.approved ? [[say('observatory.grant-approved-by'), m.approved.by]] : []),
          ['SHA-256', m.sha256],
          [say('observatory.grant-words'), m.words],
        ],
      },
      {
        name: say('observatory.grant-indicators'),
        rows: [
          [
            'grant-indicator',
            'grant-definition',
            'grant-baseline',
            'year',
            'grant-value',
            'grant-target',
            'grant-question',
          ]
            .map((key) => say(`observatory.${key}`))
            .concat('SHA-256'),
          ...a.indicators.flatMap((i) =>
            i.figures.map((f) => [
              i[lang],
              lang === 'es' ? i.meaningEs : i.meaning,
              i.baselineFrom === 'hidden' ? say('observatory.hidden') : number(i.baseline),
              f.year,
              f.hidden ? say('observatory.hidden') : number(f.value),
              number(i.target),
              f.question,
              f.sha256,
            ]),
          ),
        ],
      },
      {
        name: say('observatory.grant-money'),
        rows: [
          ['grant-line', 'grant-budget', 'grant-spent-period', 'grant-spent', 'grant-left'].map((key) =>
            say(`observatory.${key}`),
          ),
          ...a.lines.map((l) => [
            l.name,
            number(l.budget),
            number(l.period),
            number(l.total),
            number(l.left),
          ]),
        ],
      },
    ],
    m.at,
  )
}
