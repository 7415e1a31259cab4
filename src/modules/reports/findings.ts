/** What was found, how it stands to the law, and how it was found, as the certificate says it (ISO/IEC 17025:2017, 7.8.2 to 7.8.6). */
import { exact } from '#kernel/quantity.ts'
import type { Say } from '#kernel/say.ts'
import { inLanguage, type Result } from '#modules/results/public.ts'
import type { Certificate, Decision, ResultRow } from '#platform/documents/papers.ts'
import { type Gathered, dayOf, numberOf, testsBehind } from './gathering.ts'

export function methodsOf(g: Gathered, say: Say, language: 'en' | 'es'): Certificate['methods'] {
  const seen = new Map(g.work.map((w) => [w.method.id, w.method]))
  const tools = [
    ...new Set(
      g.work
        .flatMap((w) => w.relies)
        .filter((r) => r.kind === 'equipment' || r.kind === 'lot')
        .map((r) => r.name),
    ),
  ]
  return {
    title: say('reports.paper-methods'),
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
    ...(tools.length > 0 ? { notes: [say('reports.paper-relied-on', { things: tools.join('; ') })] } : {}),
  }
}

export function determinationOf(r: Pick<Result, 'kind'>, say: Say): string {
  return say(`reports.determination-${r.kind}`)
}

function resultRow(g: Gathered, r: Result, say: Say): ResultRow {
  const item = numberOf(g, r.item)
  if (r.kind === 'quantity') {
    const pounds = r.statement_values.pounds
    return {
      item,
      determination: determinationOf(r, say),
      value: r.value ?? '',
      ...(r.uncertainty ? { uncertainty: r.uncertainty } : {}),
      ...(r.unit ? { unit: r.unit } : {}),
      ...(r.k ? { k: r.k } : {}),
      ...(pounds ? { note: `${pounds} lb` } : {}),
    }
  }
  const known = g.work.find((w) => w.id === r.worksheet)?.method.techniques ?? []
  const nameOf = (key: string): string => {
    const technique = known.find((t) => t.key === key)
    return (say('language-code') === 'es' && technique?.titleEs) || technique?.title || key
  }
  const techniques = [
    ...new Set(
      testsBehind(r)
        .filter((t) => t.outcome === 'positive')
        .map((t) => `${nameOf(t.technique)} (${t.category})`),
    ),
  ]
  // A presumptive result is said with its whole sentence and never as a name alone.
  const value =
    r.kind === 'identity'
      ? String(r.statement_values[say('language-code')] ?? r.substance ?? '')
      : inLanguage({ say }, r)
  return {
    item,
    determination: determinationOf(r, say),
    value,
    ...(techniques.length > 0 ? { note: techniques.join(', ') } : {}),
  }
}

export function findingsOf(g: Gathered, say: Say): Pick<Certificate, 'results' | 'decisions'> {
  const decided = g.results.filter((r) => r.kind === 'quantity' && r.decision !== null)
  const rows: Decision[] = decided.map((r) => {
    const values = r.statement_values
    const mark = r.decision === 'above' ? 'over' : r.decision === 'below' ? 'under' : 'open'
    return {
      mark,
      outcome: `${numberOf(g, r.item)}: ${say(`results.decision-${r.decision}`, { limit: String(values.limit ?? ''), unit: String(values.limitUnit ?? '') })}`,
      facts: [
        {
          label: say('reports.paper-limit'),
          value: `${String(values.limit ?? '')} ${String(values.limitUnit ?? '')}`,
        },
        { label: say('reports.paper-interval'), value: intervalOf(r) },
        { label: say('reports.paper-rule'), value: say('reports.decision-rule') },
        {
          label: say('reports.paper-law'),
          value: say('reports.paper-law-on', {
            law: lawOf(g, r),
            on: dayOf(String((r.basis as { on?: string }).on ?? r.recorded_at)),
          }),
        },
      ],
    }
  })
  return {
    results: {
      title: say('reports.paper-results'),
      rows: g.results.map((r) => resultRow(g, r, say)),
      columns: {
        item: say('reports.paper-exhibit'),
        determination: say('reports.paper-determination'),
        result: say('reports.paper-result'),
        k: 'k',
        note: say('reports.paper-note'),
      },
      notes: [
        ...(decided.length > 0 || g.results.some((r) => r.uncertainty)
          ? [say('reports.paper-uncertainty-note')]
          : []),
        ...(g.results.some((r) => r.presumptive) ? [say('reports.paper-presumptive-note')] : []),
        ...(g.results.some((r) => r.kind === 'identity') ? [say('reports.paper-category-note')] : []),
      ],
    },
    ...(rows.length > 0 ? { decisions: { title: say('reports.paper-decisions'), rows } } : {}),
  }
}
const lawOf = (g: Gathered, r: Result): string => {
  const limit = r.statutory_limit === null ? undefined : g.limits.get(r.statutory_limit)
  return [limit?.law ?? String(r.statement_values.law ?? ''), limit?.clause].filter(Boolean).join(', ')
}
const intervalOf = (r: Result): string => {
  const [value, u] = [exact(r.value ?? '0'), exact(r.uncertainty ?? '0')]
  const places = r.value?.split('.')[1]?.length ?? 0
  return `${value.minus(u).toFixed(places)} … ${value.plus(u).toFixed(places)} ${r.unit ?? ''}`
}

export function doubtsOf(g: Gathered, say: Say): Pick<Certificate, 'unconfirmed'> {
  if (g.unconfirmed.length === 0) return {}
  return {
    unconfirmed: {
      title: say('reports.paper-unconfirmed'),
      sentences: [say('reports.paper-unconfirmed-note')],
      columns: [
        { key: 'key', head: say('reports.paper-value'), width: 1 },
        { key: 'source', head: say('reports.paper-source'), width: 2 },
      ],
      rows: g.unconfirmed.map((u) => ({ key: u.key, source: u.source ?? '—' })),
    },
  }
}
