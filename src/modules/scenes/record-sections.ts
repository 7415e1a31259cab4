/** The parts of the scene record as sections of the paper: pure, in the language of the paper. */
import { zoned } from '#kernel/calendar.ts'
import type { Json } from '#kernel/canonical.ts'
import type { Say } from '#kernel/say.ts'
import type { Block, Section } from '#platform/documents/papers.ts'
import type { Gathered } from './record-gathered.ts'
import type { Amended } from './record-paper.ts'
import type { AttendanceRow } from './store/attendances.ts'

export const when = (instant: string, language: 'en' | 'es'): string =>
  zoned(language === 'es' ? 'es-GT' : 'en-BZ', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(instant))

export interface Pictures {
  readonly bytes: Record<string, Uint8Array>
  readonly names: ReadonlyMap<string, string>
}
export function headSection(g: Gathered, a: AttendanceRow, say: Say, lang: 'en' | 'es'): Section {
  const { born, where } = g
  return {
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: say('scenes.sr-case'), value: g.card.number, mono: true },
          { label: say('scenes.sr-number'), value: a.number, mono: true },
          { label: say('scenes.field-type'), value: g.sceneType },
          { label: say('scenes.field-place'), value: where.place },
          ...(where.position
            ? [
                {
                  label: say('scenes.field-position'),
                  value: `${where.position.latitude}, ${where.position.longitude}`,
                  mono: true,
                },
              ]
            : []),
          ...(g.vehicle
            ? [
                {
                  label: say('scenes.vehicle'),
                  value: `${g.vehicle.number} · ${g.vehicle.description}`,
                },
              ]
            : []),
          ...(born.call_at ? [{ label: say('scenes.sr-called'), value: when(born.call_at, lang) }] : []),
        ],
      },
      ...(where.words ? [{ kind: 'paragraphs' as const, lines: [where.words] }] : []),
      {
        kind: 'points',
        lines: g.steps.map((s) =>
          say(`scenes.sr-step-${s.kind}`, {
            at: when(s.at, lang),
            name: s.by_name,
            words: s.words ?? '',
          }).trim(),
        ),
      },
    ],
  }
}
export const amendedSection = (amended: Amended, say: Say): Section => ({
  title: say('scenes.sr-amended'),
  blocks: [
    { kind: 'boxed', blocks: [{ kind: 'paragraphs', lines: [amended.why ?? '–', ...amended.changes] }] },
  ],
})
export const logSection = (g: Gathered, say: Say, lang: 'en' | 'es'): Section => ({
  title: say('scenes.log'),
  blocks: [
    {
      kind: 'table',
      columns: [
        { key: 'at', head: say('scenes.column-when') },
        { key: 'what', head: say('scenes.column-what') },
        { key: 'who', head: say('scenes.column-who'), width: 1 },
        { key: 'why', head: say('scenes.column-why'), width: 1 },
      ],
      rows: g.log.map((l) => ({
        at: when(l.at, lang),
        what: say(`scenes.log-${l.kind}`),
        who: [l.name, l.organisation].filter(Boolean).join(', ') || '–',
        why: l.why ?? '–',
      })),
    },
  ],
})
export const checklistSections = (g: Gathered, say: Say): Section[] =>
  g.checklists.map((c) => ({
    title: `${c.form} (${say('scenes.form-version', { version: c.version })})`,
    blocks: [
      { kind: 'facts' as const, rows: c.answers.map((x) => ({ label: x.label, value: x.text })) },
      { kind: 'notes' as const, lines: [c.by] },
    ],
  }))
export const peopleSection = (g: Gathered, say: Say): Section[] =>
  g.identities.length === 0
    ? []
    : [
        {
          title: say('scenes.identities'),
          blocks: [
            {
              kind: 'table',
              columns: [
                { key: 'who', head: say('scenes.column-who'), width: 1 },
                { key: 'role', head: say('scenes.column-role') },
                { key: 'how', head: say('scenes.column-document'), width: 1 },
                { key: 'by', head: say('scenes.column-by') },
              ],
              rows: g.identities.map((i) => ({
                who: i.name ?? '–',
                role: i.role,
                how: [i.formatName, ...identityNotes(i, say)],
                by: i.by,
              })),
            },
          ],
        },
      ]
export const identityNotes = (
  i: { readonly failed: readonly string[]; readonly differs: readonly string[] },
  say: Say,
): string[] => [
  ...(i.failed.length > 0
    ? [
        say('scenes.identity-failed', {
          parts: i.failed.map((p) => say(`scenes.identity-part-${p}`)).join(', '),
        }),
      ]
    : []),
  ...(i.differs.length > 0
    ? [
        say('scenes.identity-differs', {
          parts: i.differs.map((p) => say(`scenes.identity-part-${p}`)).join(', '),
        }),
      ]
    : []),
]
export const marksSection = (g: Gathered, say: Say): Section => ({
  title: say('scenes.marks'),
  blocks: [
    g.marks.length === 0
      ? { kind: 'paragraphs', lines: [say('scenes.sr-none')] }
      : {
          kind: 'table',
          columns: [
            { key: 'label', head: say('scenes.column-mark'), mono: true },
            { key: 'words', head: say('scenes.column-found'), width: 1 },
            { key: 'spot', head: say('scenes.column-spot'), width: 1 },
          ],
          rows: g.marks.map((m) => ({ label: m.label, words: m.words, spot: m.spot ?? '–' })),
        },
  ],
})
export const exhibitsSection = (g: Gathered, say: Say, lang: 'en' | 'es'): Section => ({
  title: say('scenes.exhibits'),
  blocks: [
    g.collected.length === 0
      ? { kind: 'paragraphs', lines: [say('scenes.sr-none')] }
      : {
          kind: 'table',
          columns: [
            { key: 'number', head: say('scenes.column-exhibit'), mono: true },
            { key: 'mark', head: say('scenes.column-mark'), mono: true },
            { key: 'what', head: say('scenes.column-found'), width: 1 },
            { key: 'how', head: say('scenes.column-packed'), width: 1 },
            { key: 'by', head: say('scenes.column-by') },
          ],
          rows: g.collected.map((c) => ({
            number: c.number,
            mark: g.marks.find((m) => m.id === c.mark)?.label ?? '–',
            what: [c.description, ...[c.surface, c.method].filter((t): t is string => t !== null)],
            how: [
              [c.packaging, c.how].filter(Boolean).join(', ') || '–',
              ...c.seals.map((s) => say('scenes.seal-of', { number: s })),
            ],
            by: [c.by, when(c.at, lang)],
          })),
        },
  ],
})
export const measurementsSection = (g: Gathered, say: Say): Section[] =>
  g.measurements.length === 0
    ? []
    : [
        {
          title: say('scenes.measurements'),
          blocks: [
            {
              kind: 'table',
              columns: [
                { key: 'from', head: say('scenes.column-from'), width: 1 },
                { key: 'to', head: say('scenes.column-to'), width: 1 },
                { key: 'value', head: say('scenes.column-value'), align: 'right' },
                { key: 'how', head: say('scenes.column-how') },
              ],
              rows: g.measurements.map((m) => ({
                from: m.from,
                to: m.to,
                value: `${m.value} ${m.unit}`,
                how: m.method ?? '–',
              })),
            },
          ],
        },
      ]
export const sketchSections = (g: Gathered, say: Say): Section[] =>
  g.sketches.map((s) => ({
    title: `${say('scenes.sketch')}: ${s.title}`,
    blocks: [
      {
        kind: 'picture' as const,
        name: `sketch-${s.sketch}`,
        alt: say('scenes.sketch-alt', { title: s.title, n: s.drawing.elements.length }),
        widthMm: 165,
      },
      { kind: 'notes' as const, lines: [`${s.by} · ${say('scenes.form-version', { version: s.seq })}`] },
    ],
  }))
export const conflictSection = (g: Gathered, say: Say, lang: 'en' | 'es'): Section[] =>
  g.conflicts.length === 0
    ? []
    : [
        {
          title: say('scenes.conflicts'),
          blocks: [
            {
              kind: 'points',
              lines: g.conflicts.flatMap((c) => [
                c.text,
                ...c.rows.map((r) => `${r.by}: ${c.kind === 'left' ? when(r.at, lang) : r.text}`),
                ...(c.settled
                  ? [
                      say('scenes.settled-as', {
                        by: c.rows.find((r) => r.id === c.settled?.keeps)?.by ?? '',
                        name: c.settled.by,
                        words: c.settled.words,
                      }),
                    ]
                  : []),
              ]),
            },
          ],
        },
      ]
export const correctionSection = (g: Gathered, say: Say, lang: 'en' | 'es'): Section[] =>
  g.corrections.length === 0
    ? []
    : [
        {
          title: say('scenes.corrections'),
          blocks: [
            {
              kind: 'points',
              lines: g.corrections.map((c) =>
                say('scenes.sr-correction', {
                  at: when(c.recorded_at, lang),
                  name: c.by_name,
                  was: plainOf(c.was),
                  becomes: plainOf(c.becomes),
                  why: c.why,
                }),
              ),
            },
          ],
        },
      ]
const plainOf = (fields: Record<string, Json>): string =>
  Object.values(fields)
    .map((v) => (typeof v === 'string' ? v : v === null ? '–' : JSON.stringify(v)))
    .join(', ')

export function photoSections(g: Gathered, pictures: Pictures, say: Say, lang: 'en' | 'es'): Section[] {
  if (g.photographs.length === 0) return []
  const sheets = g.photographs.flatMap((p): Block[] => {
    const name = pictures.names.get(p.id)
    if (!name) return []
    const label = p.mark ? g.marks.find((m) => m.id === p.mark)?.label : undefined
    return [
      {
        kind: 'picture',
        name,
        alt: say('scenes.photo-alt', { seq: p.seq, caption: p.caption ?? say(`scenes.shows-${p.shows}`) }),
        widthMm: 110,
      },
      {
        kind: 'notes',
        lines: [
          [
            `${p.seq}. ${p.caption ?? say(`scenes.shows-${p.shows}`)}`,
            label ? say('scenes.mark-of', { label }) : null,
            p.takenAt ? when(p.takenAt, lang) : null,
            ...p.annotations.map((x) => x.words),
          ]
            .filter(Boolean)
            .join(' · '),
        ],
      },
    ]
  })
  return [
    {
      title: say('scenes.photo-list', { n: g.photographs.length }),
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'seq', head: say('scenes.column-no'), align: 'right' },
            { key: 'what', head: say('scenes.column-photo'), width: 1 },
            { key: 'at', head: say('scenes.column-taken') },
            { key: 'hash', head: 'SHA-256', mono: true, width: 1 },
          ],
          rows: g.photographs.map((p) => ({
            seq: String(p.seq),
            what: [p.caption ?? say(`scenes.shows-${p.shows}`), p.name],
            at: p.takenAt ? when(p.takenAt, lang) : '–',
            hash: p.sha256,
          })),
        },
      ],
    },
    ...(sheets.length > 0 ? [{ title: say('scenes.photo-sheets'), blocks: sheets }] : []),
  ]
}
