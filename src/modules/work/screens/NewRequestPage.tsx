/** Asking a section a question about exhibits of a case: which, what, by when. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { addDays, dayOfInstant } from '#kernel/calendar.ts'
import { Segments } from '#ui/Choices.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { Note } from '#ui/Note.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useNow } from '#ui/now.ts'
import { useSay } from '#ui/say.ts'

interface ItemLine {
  readonly id: string
  readonly number: string
  readonly description: string
}
interface CaseLine {
  readonly id: string
  readonly number: string
  readonly title: string
}
interface CodeSeen {
  readonly code: string
  readonly name: string
  readonly data: unknown
}
interface UnitLine {
  readonly id: string
  readonly name: string
  readonly agencyName: string
}
interface Asked {
  readonly id: string
}

/** What a template of the laboratory answers already; everything can be changed before it is sent. */
function filledBy(template: CodeSeen | null, now: string): Record<string, unknown> {
  if (!template) return {}
  const { days, words, ...said } = (template.data ?? {}) as Record<string, unknown>
  return {
    ...said,
    ...(words ? { questionText: words } : {}),
    ...(typeof days === 'number' ? { dueOn: addDays(dayOfInstant(now), days) } : {}),
  }
}

function Templates(props: {
  of: readonly CodeSeen[]
  chosen: CodeSeen | null
  onChoose: (template: CodeSeen | null) => void
}): ReactNode {
  const say = useSay()
  if (props.of.length === 0) return null
  return (
    <Segments
      frame={{ label: say('work.field-template'), id: 'request-template' }}
      options={[
        { value: '', label: say('work.own-words-template') },
        ...props.of.map((t) => ({ value: t.code, label: t.name })),
      ]}
      value={props.chosen?.code ?? ''}
      onChange={(code) => props.onChoose(props.of.find((t) => t.code === code) ?? null)}
    />
  )
}

export default function NewRequestPage(): ReactNode {
  const say = useSay()
  const search = useSearch({ strict: false }) as { case?: string; item?: string }
  const navigate = useNavigate()
  const now = useNow()
  const items = useAsk<{ items: ItemLine[] }>(
    'evidence.find-items',
    { case: search.case, state: 'all', limit: 200 },
    { enabled: Boolean(search.case) },
  )
  const disciplines = useAsk<{ items: CodeSeen[] }>('catalogue.get-code-list', { list: 'discipline' })
  const templates = useAsk<{ items: CodeSeen[] }>('catalogue.get-code-list', { list: 'request-template' })
  const [template, setTemplate] = useState<CodeSeen | null>(null)
  const send = useTell<Asked>('work.request-examination')
  const fields: Field[] = [
    ...(search.case
      ? []
      : [
          {
            key: 'case',
            label: say('work.field-case'),
            kind: 'ref' as const,
            required: true,
            ask: {
              name: 'cases.find-cases',
              label: (c: CaseLine) => `${c.number} ${c.title}`,
              value: (c: CaseLine) => c.id,
            },
          },
        ]),
    ...(search.case
      ? [
          {
            key: 'items',
            label: say('work.field-items'),
            help: say('work.help-items'),
            kind: 'choices' as const,
            required: true,
            options: (items.data?.items ?? []).map((i) => ({
              value: i.id,
              label: `${i.number} ${i.description}`,
            })),
          },
        ]
      : []),
    {
      key: 'unit',
      label: say('work.field-unit'),
      help: say('work.help-unit'),
      kind: 'ref',
      required: true,
      ask: {
        name: 'identity.list-units',
        params: { limit: 50 },
        label: (u: UnitLine) => u.name,
        note: (u: UnitLine) => u.agencyName,
        value: (u: UnitLine) => u.id,
      },
    },
    {
      key: 'discipline',
      label: say('work.column-discipline'),
      kind: 'choice',
      required: true,
      options: (disciplines.data?.items ?? []).map((d) => ({ value: d.code, label: d.name })),
    },
    {
      key: 'question',
      label: say('work.column-question'),
      kind: 'ref',
      required: true,
      ask: {
        name: 'catalogue.find-code',
        params: { list: 'question', limit: 30 },
        label: (c: CodeSeen) => c.name,
        value: (c: CodeSeen) => c.code,
      },
    },
    {
      key: 'questionText',
      label: say('work.field-words'),
      help: say('work.help-words'),
      kind: 'prose',
      rows: 3,
      span: 2,
    },
    {
      key: 'priority',
      label: say('work.column-priority'),
      kind: 'choice',
      required: true,
      options: ['routine', 'urgent', 'court'].map((p) => ({ value: p, label: say(`work.priority-${p}`) })),
    },
    { key: 'dueOn', label: say('work.field-due'), help: say('work.help-due'), kind: 'date' },
  ]
  const onSend = async (values: Record<string, unknown>): Promise<void> => {
    const chosen = String(values['case'] ?? '')
    if (!search.case) {
      // The exhibits belong to the case: it is settled first, then they are offered.
      await navigate({ to: '/work/new', search: { case: chosen } as never })
      return
    }
    const out = await send.tell({
      ...values,
      case: search.case,
      ...(template ? { template: template.code } : {}),
    })
    if (out) await navigate({ to: `/work/requests/${out.id}` })
  }
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('work.queue-title'), to: '/work' }]}
        title={say('op.work.request-examination')}
      />
      {search.case && items.data?.items.length === 0 ? (
        <Note tone="maize" title={say('work.no-items')}>
          {say('work.no-items-how')}
        </Note>
      ) : null}
      <Card>
        {search.case ? (
          <Templates of={templates.data?.items ?? []} chosen={template} onChoose={setTemplate} />
        ) : null}
        <Form
          key={`${search.case ?? 'case'} ${template?.code ?? ''}`}
          name={`work.request-examination.${search.case ?? ''}.${template?.code ?? ''}`}
          fields={search.case ? fields : fields.slice(0, 1)}
          initial={{
            priority: 'routine',
            ...(search.item ? { items: [search.item] } : {}),
            ...filledBy(template, new Date(now).toISOString()),
          }}
          columns={2}
          problem={send.problem}
          onSend={onSend}
          sendLabel={search.case ? say('op.work.request-examination') : say('work.choose-items')}
        />
      </Card>
    </Page>
  )
}
