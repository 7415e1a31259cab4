/** What was received, through whose hands it went and what of it was examined, as the certificate says it (ISO/IEC 17025:2017, 7.8.2.1 g and h). */
import type { EventFact } from '#modules/evidence/public.ts'
import type { Say } from '#kernel/say.ts'
import type { Block, Row, Section } from '#platform/documents/papers.ts'
import { type Details, spansOf } from './details.ts'
import type { Gathered } from './gathering.ts'
import { momentOf } from './paper-dates.ts'

export function exhibitsOf(g: Gathered, say: Say): Section {
  const received = new Map(g.items.map((item) => [item.id, receiptOf(g, item.id, say)]))
  const [first] = received.values()
  // Told once where it is the same for all: forty times the same line hides the one that differs.
  const once =
    g.items.length > 1 && first !== undefined && [...received.values()].every((r) => same(r, first))
  const rows: Row[] = g.items.map((item) => {
    const packed = g.packed.get(item.id)
    const mark = g.packaging.get(item.id)?.theirNumber
    return {
      number: item.number,
      description: mark
        ? `${item.description}, ${say('reports.paper-their-mark', { mark })}`
        : item.description,
      packaging: packed?.words ?? '',
      seals: packed && packed.seals.length > 0 ? packed.seals : '—',
      received: received.get(item.id) ?? '—',
    }
  })
  const later = g.items.flatMap((i) => (g.packed.get(i.id)?.later ?? []).map((l) => `${i.number}: ${l}`))
  return {
    title: say('reports.paper-exhibits'),
    blocks: [
      {
        kind: 'table',
        rows,
        columns: [
          { key: 'number', head: say('reports.paper-exhibit'), mono: true },
          { key: 'description', head: say('reports.paper-description'), width: 1.2 },
          { key: 'packaging', head: say('reports.paper-packaging'), width: once ? 1 : 1.2 },
          { key: 'seals', head: say('reports.paper-seals'), width: once ? 0.7 : 0.9 },
          ...(once ? [] : [{ key: 'received', head: say('reports.paper-receipt'), width: 1.1 }]),
        ],
      },
      {
        kind: 'notes',
        lines: [
          ...(once ? [`${say('reports.paper-all-received')} ${first.join(', ')}.`] : []),
          say('reports.paper-packaging-note'),
          ...later,
        ],
      },
    ],
  }
}
const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n')

function receiptOf(g: Gathered, item: string, say: Say): string[] {
  const p = g.packaging.get(item)
  if (!p) return ['—']
  return [
    momentOf(p.receivedAt),
    ...(p.submittedBy ? [say('reports.paper-from', { who: p.submittedBy })] : []),
    ...(p.receivedBy ? [say('reports.paper-by', { who: p.receivedBy })] : []),
  ]
}

export function unexaminedOf(g: Gathered, say: Say): Section[] {
  const rows = g.items
    .filter((i) => !g.results.some((r) => r.item === i.id))
    .map((i) => ({ number: i.number, description: i.description }))
  if (rows.length === 0) return []
  return [
    {
      title: say('reports.paper-not-examined'),
      blocks: [
        {
          kind: 'table',
          rows,
          columns: [
            { key: 'number', head: say('reports.paper-exhibit'), mono: true },
            { key: 'description', head: say('reports.paper-description'), width: 1 },
          ],
        },
      ],
    },
  ]
}

/** Every hand until the paper was made; a gap is printed as one, and that there is none is said too. */
export function custodyOf(d: Details, say: Say): Section {
  const who = (h: EventFact['from']): string[] =>
    // A place is named by its own name; where it lies is the store's affair.
    h ? [h.name, ...(h.where && h.kind !== 'place' ? [h.where] : [])] : ['—']
  const columns = [
    { key: 'at', head: say('evidence.c-at') },
    { key: 'act', head: say('evidence.c-act'), width: 0.8 },
    { key: 'from', head: say('evidence.c-from'), width: 1 },
    { key: 'to', head: say('evidence.c-to'), width: 1 },
  ]
  const blocks = d.custody.flatMap((group): Block[] => [
    ...(d.custody.length > 1 ? [{ kind: 'heading', text: spansOf(group.items) } as const] : []),
    {
      kind: 'table',
      columns,
      rows: group.hands.map((h) => ({
        at: momentOf(h.at),
        act: say(`evidence.act-${h.kind}`),
        from: who(h.from),
        to: who(h.to),
      })),
    },
    ...group.findings.map((sentence) => ({ kind: 'gap', sentence }) as const),
    {
      kind: 'notes',
      lines: [say(group.broken ? 'reports.paper-custody-broken' : 'reports.paper-custody-whole')],
    },
  ])
  return { title: say('reports.paper-custody'), blocks }
}
