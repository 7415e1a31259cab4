/** Begins a certificate: which request it answers, in which language; the rest is drawn in from what was recorded. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Field, Form } from '#ui/Form.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useTell } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'

interface Waiting {
  readonly id: string
  readonly number: string
  readonly case: { readonly number: string }
  readonly questionName: string
}

export default function DraftPage() {
  const say = useSay()
  const { language } = useLanguage()
  const go = useNavigate()
  const { request } = useSearch({ strict: false }) as { request?: string }
  const draft = useTell<{ id: string }>('reports.draft-report', {
    onDone: (out) => void go({ to: `/reports/${out.id}` as never }),
  })
  const ask = {
    name: 'work.queue',
    label: (row: Waiting) => `${row.number} · ${row.case.number}`,
    note: (row: Waiting) => row.questionName,
    value: (row: Waiting) => row.id,
  }
  const fields: Field[] = [
    ...(request
      ? []
      : [
          {
            key: 'request',
            label: say('reports.paper-request'),
            kind: 'ref' as const,
            required: true,
            ask: ask as unknown as NonNullable<Field['ask']>,
          },
        ]),
    {
      key: 'language',
      label: say('reports.form-language'),
      kind: 'choice',
      required: true,
      options: [
        { value: 'en', label: 'English' },
        { value: 'es', label: 'Español' },
      ],
    },
    {
      key: 'remarks',
      label: say('reports.form-remarks'),
      help: say('reports.form-remarks-help'),
      kind: 'prose',
      rows: 4,
    },
  ]
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('reports.title'), to: '/reports' }, { label: say('op.reports.draft-report') }]}
        title={say('op.reports.draft-report')}
      />
      <p>{say('reports.draft-how')}</p>
      <Form
        name="reports.draft"
        fields={fields}
        initial={{ language }}
        onSend={async (values) => {
          await draft.tell({ ...(request ? { request } : {}), ...values })
        }}
        problem={draft.problem}
        sendLabel={say('op.reports.draft-report')}
      />
    </Page>
  )
}
