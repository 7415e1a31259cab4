/** What was received and what of it was examined, as the certificate says it (ISO/IEC 17025:2017, 7.8.2.1 g and h). */
import type { Say } from '#kernel/say.ts'
import type { Certificate, Row } from '#platform/documents/papers.ts'
import { type Gathered, momentOf } from './gathering.ts'

export function exhibitsOf(g: Gathered, say: Say): Certificate['exhibits'] {
  const rows: Row[] = g.items.map((item) => {
    const p = g.packaging.get(item.id)
    const packed = g.packed.get(item.id)
    return {
      number: item.number,
      description: p?.theirNumber
        ? [item.description, say('reports.paper-their-mark', { mark: p.theirNumber })]
        : item.description,
      packaging: packed?.words ?? '',
      seals: packed && packed.seals.length > 0 ? packed.seals : '—',
      received: p
        ? [
            momentOf(p.receivedAt),
            ...(p.submittedBy ? [say('reports.paper-from', { who: p.submittedBy })] : []),
            ...(p.receivedBy ? [say('reports.paper-by', { who: p.receivedBy })] : []),
          ]
        : '—',
    }
  })
  const notes = g.items.flatMap((i) => (g.packed.get(i.id)?.later ?? []).map((l) => `${i.number}: ${l}`))
  return {
    title: say('reports.paper-exhibits'),
    rows,
    notes: [say('reports.paper-packaging-note'), ...notes],
    columns: [
      { key: 'number', head: say('reports.paper-exhibit'), mono: true },
      { key: 'description', head: say('reports.paper-description'), width: 1.2 },
      { key: 'packaging', head: say('reports.paper-packaging'), width: 1.2 },
      { key: 'seals', head: say('reports.paper-seals'), width: 0.9 },
      { key: 'received', head: say('reports.paper-receipt'), width: 1.1 },
    ],
  }
}

export function unexaminedOf(g: Gathered, say: Say): Pick<Certificate, 'notExamined'> {
  const rows = g.items
    .filter((i) => !g.results.some((r) => r.item === i.id))
    .map((i) => ({ number: i.number, description: i.description }))
  if (rows.length === 0) return {}
  return {
    notExamined: {
      title: say('reports.paper-not-examined'),
      columns: [
        { key: 'number', head: say('reports.paper-exhibit'), mono: true },
        { key: 'description', head: say('reports.paper-description'), width: 1 },
      ],
      rows,
    },
  }
}
