/** Opens a case with everything known so far, in one act; what is not known stays open, what follows from the rest need not be typed. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import type { Hit } from '../contract/finding.ts'
import {
  numberFields,
  offenceFields,
  partyFields,
  placeFields,
  priorityField,
  timeFields,
  typeField,
} from './fields.ts'
import { type Choices, useChoices } from './lists.ts'
import { said } from './said.ts'

export default function OpenCasePage() {
  const say = useSay()
  const go = useNavigate()
  const lists = useChoices()
  const [numbers, setNumbers] = useState<readonly string[]>([])
  const open = useTell<{ id: string; number: string }>('cases.open-case', {
    settles: ['cases.'],
    onDone: ({ id }) => void go({ to: `/cases/${id}` }),
  })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('cases.title'), to: '/cases' }, { label: say('cases.new') }]}
        title={say('cases.new')}
        facts={say('cases.new-help')}
      />
      <Columns kind="side">
        <Card>
          <Form
            name="cases.open-case"
            columns={2}
            problem={open.problem}
            sendLabel={say('op.cases.open-case')}
            initial={{ offences: [{}] }}
            onChange={(values) => setNumbers(numbersIn(values))}
            onSend={async (values: Readonly<Record<string, unknown>>) => {
              await open.tell(said(values))
            }}
            fields={fieldsOf(say, lists)}
          />
        </Card>
        <Stacked>
          {numbers.map((number) => (
            <KnownAlready key={number} number={number} />
          ))}
          <Card title={say('cases.new-protected')}>
            <p>{say('cases.new-protected-help')}</p>
          </Card>
        </Stacked>
      </Columns>
    </Page>
  )
}

function fieldsOf(say: Say, lists: Choices): Field[] {
  return [
    typeField(say, lists),
    { ...priorityField(say), kind: 'choice' },
    { key: 'offences', label: say('cases.offences'), kind: 'list', span: 2, fields: offenceFields(say) },
    {
      key: 'incident',
      label: say('cases.form-when-it-was'),
      kind: 'group',
      columns: 2,
      span: 2,
      fields: timeFields(say),
    },
    {
      key: 'place',
      label: say('cases.form-where-it-was'),
      kind: 'group',
      columns: 2,
      span: 2,
      fields: placeFields(say, lists),
    },
    { key: 'parties', label: say('cases.form-who'), kind: 'list', span: 2, fields: partyFields(say, lists) },
    {
      key: 'aliases',
      label: say('cases.form-numbers'),
      kind: 'list',
      span: 2,
      fields: numberFields(say, lists),
    },
    {
      key: 'title',
      label: say('cases.form-title'),
      help: say('cases.form-title-made'),
      kind: 'text',
      span: 2,
    },
    { key: 'summary', label: say('cases.summary'), kind: 'prose', span: 2 },
    {
      key: 'investigator',
      label: say('cases.investigator'),
      kind: 'group',
      columns: 2,
      span: 2,
      fields: [
        {
          key: 'person',
          label: say('cases.form-person'),
          kind: 'person',
          operation: 'identity.list-people',
        },
        { key: 'name', label: say('cases.form-investigator-name'), kind: 'text' },
      ],
    },
  ]
}

/** Numbers long enough to mean one case. */
function numbersIn(values: Readonly<Record<string, unknown>>): string[] {
  const aliases = (values.aliases ?? []) as readonly { text?: unknown }[]
  return [
    ...new Set(
      aliases
        .map((a) => (typeof a.text === 'string' ? a.text.trim() : ''))
        .filter((t) => t.replace(/[^\p{L}\p{N}]/gu, '').length >= 5),
    ),
  ].slice(0, 4)
}

/** Another case that bears the number already, of those open to who asks: the same matter opened twice is found at once. */
function KnownAlready({ number }: { readonly number: string }) {
  const say = useSay()
  const hits = useAsk<{ items: Hit[] }>('cases.find-anything', { q: number, limit: 3, kind: 'cases.case/' })
  const same = (hits.data?.items ?? []).filter((h) => h.why === 'same')
  if (same.length === 0) return null
  return (
    <Note tone="maize" icon="info" title={say('cases.number-known', { number })}>
      {same.map((h) => (
        <div key={h.subject}>
          <Linked to={`/cases/${h.case?.id ?? ''}`} mono>
            {h.case?.number ?? h.label}
          </Linked>{' '}
          {h.case?.title}
        </div>
      ))}
    </Note>
  )
}
