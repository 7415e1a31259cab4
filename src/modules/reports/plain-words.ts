/** What the results mean, for who has never seen a laboratory: each sentence follows from recorded values alone, and none says more than they do. */
import { exact } from '#kernel/quantity.ts'
import type { Say } from '#kernel/say.ts'
import type { Result } from '#modules/results/public.ts'
import { type Gathered, numberOf, testsBehind } from './gathering.ts'

/** From and to, as far as the uncertainty reaches, with the places of the value. */
export function intervalOf(r: Pick<Result, 'value' | 'uncertainty'>): { low: string; high: string } {
  const [value, u] = [exact(r.value ?? '0'), exact(r.uncertainty ?? '0')]
  const places = r.value?.split('.')[1]?.length ?? 0
  return { low: value.minus(u).toFixed(places), high: value.plus(u).toFixed(places) }
}

export function plainWordsOf(g: Gathered, say: Say): string[] {
  // With one exhibit its number need not be said again in each sentence.
  const several = g.items.length > 1
  const lines = g.results.flatMap((r) => {
    const words = sentencesOf(r, say)
    return words === '' ? [] : [several ? `${numberOf(g, r.item)}: ${words}` : words]
  })
  return [...new Set(lines)]
}

function sentencesOf(r: Result, say: Say): string {
  const substance = String(r.statement_values[say('language-code')] ?? r.substance ?? '')
  if (r.kind === 'identity') {
    const principles = new Set(
      testsBehind(r)
        .filter((t) => t.outcome === 'positive')
        .map((t) => t.principle),
    )
    return say('reports.plain-identity', { substance, techniques: principles.size })
  }
  if (r.kind === 'quantity' && r.uncertainty !== null)
    return [
      say('reports.plain-quantity', {
        ...intervalOf(r),
        unit: r.unit ?? '',
        k: r.k === '2' ? 'two' : 'other',
      }),
      ...(r.decision === null
        ? []
        : [
            say(`reports.plain-${r.decision}`, {
              limit: String(r.statement_values.limit ?? ''),
              unit: String(r.statement_values.limitUnit ?? ''),
            }),
          ]),
    ].join(' ')
  if (r.kind === 'presumptive') return say('reports.plain-presumptive', { substance })
  if (r.kind === 'negative') return say('reports.plain-negative')
  return r.kind === 'inconclusive' ? say('reports.plain-inconclusive') : ''
}

/** What nobody may read into these results. */
export function limitsOf(g: Gathered, say: Say): string[] {
  const has = (kind: string): boolean => g.results.some((r) => r.kind === kind)
  return [
    ...(has('identity') ? [say('reports.limit-purity')] : []),
    ...(has('quantity') ? [say('reports.limit-whole')] : []),
    say('reports.limit-who'),
  ]
}
