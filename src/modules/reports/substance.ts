/** What a report says and what it rests on, as a screen shows it: exhibits, results, methods, what was relied on. */
import { inLanguage } from '#modules/results/public.ts'
import type { Cx } from '#platform/cx.ts'
import { determinationOf } from './findings.ts'
import { type Gathered, numberOf } from './gathering.ts'
import { momentOf } from './paper-dates.ts'

export async function substance(cx: Cx, g: Gathered) {
  const methods = [...new Map(g.work.map((w) => [w.method.id, w.method])).values()]
  const relied = new Map(
    g.work
      .flatMap((w) => w.relies)
      .filter((r) => r.kind !== 'person' && r.kind !== 'method-version')
      .map((r) => [`${r.kind} ${r.name}`, { kind: r.kind, name: r.name }]),
  )
  return {
    items: g.items.map((i) => {
      const p = g.packaging.get(i.id)
      return {
        id: i.id,
        number: i.number,
        description: i.description,
        packaging: g.packed.get(i.id)?.words ?? '',
        received: p ? momentOf(p.receivedAt) : '',
      }
    }),
    results: g.results.map((r) => ({
      id: r.id,
      item: r.item,
      itemNumber: numberOf(g, r.item),
      kind: r.kind,
      determination: determinationOf(r, cx.say),
      says: inLanguage(cx, r),
      value: r.value,
      uncertainty: r.uncertainty,
      unit: r.unit,
      k: r.k,
      decision: r.decision,
      presumptive: r.presumptive,
      holds: true,
      reviewed: r.state === 'reviewed',
    })),
    methods: methods.map((m) => ({ code: m.code, title: m.title, version: m.version })),
    reliedOn: [...relied.values()],
    deviations: [...g.deviations],
    unconfirmed: g.unconfirmed.map((u) => ({ key: u.key, name: u.name, source: u.source })),
  }
}
