/** A sheet of paper for a scene: everything on it that it needs to come back in, and room to write by hand. Pure. */
import type { FormVersion, Letterhead } from '#modules/catalogue/public.ts'
import type { Say } from '#kernel/say.ts'
import { type Block, paperPdf, openFrame } from '#platform/documents/papers.ts'
import type { PaperFormRow } from './store/keeping.ts'

interface Making {
  readonly lang: 'en' | 'es'
  readonly say: Say
  readonly head: Letterhead
  readonly demo: boolean
  readonly at: string
}
const LINE = '\u2026'.repeat(24)
const LOG_LINES = 22

export function paperFormPdf(row: PaperFormRow, form: FormVersion | null, making: Making): Buffer {
  const { lang, say, head } = making
  return paperPdf(
    {
      lang,
      title: form?.name ?? say(`scenes.paper-${row.kind}`),
      number: row.number,
      subtitle: row.case_number,
      ...openFrame(say, head, making.demo),
      check: {
        text: row.code,
        alt: row.code,
        lines: [
          row.code,
          ...(form ? [say('scenes.form-version', { version: form.version })] : []),
          say('scenes.paper-scan'),
        ],
      },
      sections: [
        { blocks: [{ kind: 'facts', rows: [{ label: say('scenes.field-place'), value: row.place }] }] },
        { blocks: blocksOf(row, form, lang, say) },
        {
          blocks: [
            {
              kind: 'signatures',
              rows: [{ name: '', role: say('scenes.sr-signer'), ink: true }],
            },
          ],
        },
      ],
    },
    { at: making.at },
  )
}

function blocksOf(row: PaperFormRow, form: FormVersion | null, lang: 'en' | 'es', say: Say): Block[] {
  if (row.kind === 'checklist' && form)
    return [
      {
        kind: 'table',
        columns: [
          { key: 'question', head: say('scenes.column-what'), width: 1 },
          { key: 'answer', head: say('scenes.paper-answer'), width: 1 },
        ],
        rows: form.questions.map((q) => ({
          question: q[lang],
          answer:
            q.kind === 'yes-no'
              ? `[   ] ${say('catalogue.yes')}    [   ] ${say('catalogue.no')}`
              : q.options.length > 0
                ? q.options.map((o) => `[   ] ${o[lang]}`)
                : LINE,
        })),
      },
    ]
  const columns =
    row.kind === 'log'
      ? (['when', 'what', 'who', 'why'] as const)
      : (['mark', 'label', 'what', 'seal'] as const)
  return [
    {
      kind: 'table',
      columns: columns.map((key) => ({
        key,
        head: say(`scenes.paper-column-${key}`),
        ...(key === 'who' || key === 'why' || key === 'what' ? { width: 1 } : {}),
        mono: key === 'label',
      })),
      rows:
        row.kind === 'log'
          ? Array.from({ length: LOG_LINES }, () => ({ when: ' ', what: ' ', who: LINE, why: ' ' }))
          : row.labels.map((label, i) => ({ mark: row.marks[i] ?? '', label, what: LINE, seal: ' ' })),
    },
  ]
}
