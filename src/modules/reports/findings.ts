/** What was found, how it stands to the law, and by which methods, as the certificate says it (ISO/IEC 17025:2017, 7.8.2 to 7.8.6). */
import type { Say } from '#kernel/say.ts'
import { inLanguage, type Result } from '#modules/results/public.ts'
import type { Certificate, Decision, ResultRow, Section } from '#platform/documents/papers.ts'
import { type Gathered, numberOf, testsBehind } from './gathering.ts'
import { dayOf } from './paper-dates.ts'
import { intervalOf } from './plain-words.ts'

/** One line an exhibit: what it is, then how much; each sentence as it was concluded and reviewed. */
export function conclusionsOf(g: Gathered, say: Say): Certificate['conclusions'] {
  return {
    title: say('reports.paper-statements'),
    rows: g.items.flatMap((item) => {
      const lines = g.results.filter((r) => r.item === item.id).map((r) => inLanguage({ say }, r))
      return lines.length === 0 ? [] : [{ item: item.number, lines: [lines.join(' ')] }]
    }),
  }
}

export function methodsOf(g: Gathered, say: Say, language: 'en' | 'es'): Section {
  const seen = new Map(g.work.map((w) => [w.method.id, w.method]))
  const tools = g.work
    .flatMap((w) => w.relies)
    .filter((r) => r.kind === 'equipment' || r.kind === 'lot')
    .map((r) => r.name)
  return {
    title: say('reports.paper-methods'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'code', head: say('reports.paper-method'), mono: true },
          { key: 'name', head: say('reports.paper-name'), width: 2 },
          { key: 'version', head: say('reports.paper-version') },
          { key: 'since', head: say('reports.paper-in-force') },
        ],
        rows: [...seen.values()].map((m) => ({
          code: m.code,
          name: language === 'es' ? m.titleEs : m.title,
          version: String(m.version),
          since: dayOf(m.from),
        })),
      },
      {
        kind: 'notes',
        lines:
          tools.length > 0
            ? [say('reports.paper-relied-on', { things: [...new Set(tools)].join('; ') })]
            : [],
      },
    ],
  }
}

export function determinationOf(r: Pick<Result, 'kind'>, say: Say): string {
  return say(`reports.determination-${r.kind}`)
}

/** Positive techniques with their category, in the words of the method. */
function techniquesOf(g: Gathered, r: Result, say: Say): string {
  const known = g.work.find((w) => w.id === r.worksheet)?.method.techniques ?? []
  const nameOf = (key: string): string => {
    const technique = known.find((t) => t.key === key)
    return (say('language-code') === 'es' && technique?.titleEs) || technique?.title || key
  }
  const positive = testsBehind(r).filter((t) => t.outcome === 'positive')
  return [...new Set(positive.map((t) => `${nameOf(t.technique)} (${t.category})`))].join(', ')
}

function resultRow(g: Gathered, r: Result, say: Say, techniques: string): ResultRow {
  const item = numberOf(g, r.item)
  const determination = determinationOf(r, say)
  if (r.kind === 'quantity') {
    const { pounds } = r.statement_values
    return {
      item,
      determination,
      value: r.value ?? '',
      ...(r.uncertainty ? { uncertainty: r.uncertainty } : {}),
      ...(r.unit ? { unit: r.unit } : {}),
      ...(r.k ? { k: r.k } : {}),
      ...(pounds && pounds !== 'none' ? { note: `${pounds} lb` } : {}),
    }
  }
  // A presumptive result is said with its whole sentence and never as a name alone.
  const value =
    r.kind === 'identity'
      ? String(r.statement_values[say('language-code')] ?? r.substance ?? '')
      : inLanguage({ say }, r)
  return { item, determination, value, ...(techniques === '' ? {} : { note: techniques }) }
}

export function resultsSection(g: Gathered, say: Say, more: readonly string[]): Section {
  const techniques = new Map(g.results.map((r) => [r.id, techniquesOf(g, r, say)]))
  const told = new Set([...techniques.values()].filter((t) => t !== ''))
  // Told once where all exhibits were tested alike; else beside each.
  const [once] = g.items.length > 1 && told.size === 1 ? told : []
  const notes: [boolean, string][] = [
    [g.results.some((r) => r.uncertainty !== null), 'reports.paper-uncertainty-note'],
    [g.results.some((r) => r.presumptive), 'reports.paper-presumptive-note'],
    [g.results.some((r) => r.kind === 'identity'), 'reports.paper-category-note'],
  ]
  return {
    title: say('reports.paper-results'),
    blocks: [
      {
        kind: 'results',
        rows: g.results.map((r) =>
          resultRow(g, r, say, once === undefined ? (techniques.get(r.id) ?? '') : ''),
        ),
        columns: {
          item: say('reports.paper-exhibit'),
          determination: say('reports.paper-determination'),
          result: say('reports.paper-result'),
          k: 'k',
          note: say('reports.paper-note'),
        },
      },
      {
        kind: 'notes',
        lines: [
          ...(once === undefined ? [] : [say('reports.paper-techniques', { techniques: once })]),
          ...notes.filter(([on]) => on).map(([, key]) => say(key)),
          ...more,
        ],
      },
    ],
  }
}

/** Conformity with a limit of law: the rule, the interval and the day of the law beside each decision (7.8.6.2). */
export function decisionsSection(g: Gathered, say: Say): Section[] {
  const rows = g.results
    .filter((r) => r.kind === 'quantity' && r.decision !== null)
    .map((r): Decision => {
      const values = r.statement_values
      const limit = { limit: String(values.limit ?? ''), unit: String(values.limitUnit ?? '') }
      const on = dayOf(String((r.basis as { on?: string }).on ?? r.recorded_at))
      return {
        mark: r.decision === 'above' ? 'over' : r.decision === 'below' ? 'under' : 'open',
        outcome: `${numberOf(g, r.item)}: ${say(`results.decision-${r.decision}`, limit)}`,
        facts: [
          { label: say('reports.paper-limit'), value: `${limit.limit} ${limit.unit}` },
          {
            label: say('reports.paper-interval'),
            value: say('reports.paper-between', { ...intervalOf(r), unit: r.unit ?? '' }),
          },
          { label: say('reports.paper-rule'), value: say('reports.decision-rule') },
          {
            label: say('reports.paper-law'),
            value: say('reports.paper-law-on', { law: lawOf(g, r), on }),
          },
        ],
      }
    })
  return rows.length === 0
    ? []
    : [{ title: say('reports.paper-decisions'), blocks: [{ kind: 'decisions', rows }] }]
}
const lawOf = (g: Gathered, r: Result): string => {
  const limit = r.statutory_limit === null ? undefined : g.limits.get(r.statutory_limit)
  return [limit?.law ?? String(r.statement_values.law ?? ''), limit?.clause].filter(Boolean).join(', ')
}

export function doubtsOf(g: Gathered, say: Say): Section[] {
  if (g.unconfirmed.length === 0) return []
  return [
    {
      title: say('reports.paper-unconfirmed'),
      blocks: [
        { kind: 'paragraphs', lines: [say('reports.paper-unconfirmed-note')] },
        {
          kind: 'table',
          columns: [
            { key: 'key', head: say('reports.paper-value'), width: 1 },
            { key: 'source', head: say('reports.paper-source'), width: 2 },
          ],
          rows: g.unconfirmed.map((u) => ({ key: u.name, source: u.source ?? '—' })),
        },
      ],
    },
  ]
}
