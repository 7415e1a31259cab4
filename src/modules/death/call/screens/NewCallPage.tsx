/** One screen for the call in the night: who tells, who died, where the body is, and the laboratory’s script, kept as one types. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Form, type Field, type Values } from '#ui/Form.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useSay } from '#ui/say.ts'
import { showTime } from '#ui/show.ts'
import { ageUnits, ways } from '../contract/call.ts'
import { KeptCalls } from './KeptCalls.tsx'
import { useCallTaking, useKeptOptions, useKeptScript } from './call-kept.ts'
import { callOf } from './call-shape.ts'

export default function NewCallPage(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const [began, setBegan] = useState(() => new Date().toISOString())
  const script = useKeptScript()
  const kinds = useKeptOptions('death-caller')
  const settings = useKeptOptions('death-setting')
  const circumstances = useKeptOptions('death-circumstance')
  const sexes = useKeptOptions('sex')
  const districts = useKeptOptions('district')
  const { take, problem } = useCallTaking()
  // A page that stands open since the morning begins its call with the first word of it.
  const [typing, setTyping] = useState(false)
  const begins = (): void => {
    if (typing) return
    setTyping(true)
    setBegan(new Date().toISOString())
  }
  const fields: Field[] = [
    {
      key: 'caller',
      kind: 'group',
      columns: 2,
      span: 2,
      label: say('death.call-who-tells'),
      fields: [
        { key: 'kind', kind: 'choice', label: say('death.field-caller-kind'), options: kinds },
        { key: 'name', kind: 'text', label: say('death.field-caller'), required: true },
        { key: 'phone', kind: 'text', label: say('death.field-phone'), max: 40 },
        { key: 'where', kind: 'text', label: say('death.field-caller-where') },
      ],
    },
    {
      key: 'setting',
      kind: 'choice',
      label: say('death.field-setting'),
      options: settings,
      required: true,
    },
    {
      key: 'way',
      kind: 'choice',
      label: say('death.field-way'),
      options: ways
        .filter((w) => w !== 'record')
        .map((value) => ({ value, label: say(`death.way-${value}`) })),
    },
    {
      key: 'circumstances',
      kind: 'choices',
      label: say('death.field-circumstances'),
      options: circumstances,
      span: 2,
    },
    {
      key: 'dead',
      kind: 'group',
      columns: 2,
      span: 2,
      label: say('death.call-the-dead'),
      fields: [
        { key: 'name', kind: 'text', label: say('death.field-name'), help: say('death.help-name') },
        { key: 'sex', kind: 'choice', label: say('death.field-sex'), options: sexes },
        { key: 'age', kind: 'number', label: say('death.field-age'), absent: ['unknown'], required: true },
        {
          key: 'ageUnit',
          kind: 'choice',
          label: say('death.field-age-unit'),
          options: ageUnits.map((value) => ({ value, label: say(`death.unit-${value}`) })),
        },
      ],
    },
    {
      key: 'found',
      kind: 'group',
      columns: 2,
      span: 2,
      label: say('death.call-where'),
      fields: [
        { key: 'text', kind: 'text', label: say('death.field-place'), required: true },
        { key: 'district', kind: 'choice', label: say('death.field-district'), options: districts },
        { key: 'on', kind: 'partial-date', label: say('death.field-day') },
        { key: 'time', kind: 'text', label: say('death.field-time'), placeholder: '06:40', max: 5 },
        { key: 'byWhom', kind: 'text', label: say('death.field-by-whom') },
        { key: 'condition', kind: 'text', label: say('death.field-condition') },
      ],
    },
    ...script,
    { key: 'words', kind: 'prose', label: say('death.field-words'), rows: 4, span: 2 },
    {
      key: 'sheet',
      kind: 'text',
      label: say('death.field-sheet'),
      help: say('death.help-sheet'),
      placeholder: 'PF/…',
      max: 40,
      span: 2,
    },
  ]
  const send = async (values: Values): Promise<void> => {
    const out = await take({ ...callOf(values), began })
    // The page stands open for the next call.
    if (out === 'kept') setTyping(false)
    else if (out) await navigate({ to: `/death/deaths/${out.id}` })
  }
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('death.calls-title'), to: '/death' }]}
        title={say('death.call-title')}
        facts={say('death.call-facts', { time: showTime(began) })}
      />
      <KeptCalls />
      <Card>
        <Form
          name="death.take-call"
          columns={2}
          fields={fields}
          initial={{ way: 'telephone', dead: { ageUnit: 'years' } }}
          problem={problem}
          onChange={begins}
          onSend={send}
          sendLabel={say('death.send-call')}
        />
        <p className="dim">{say('death.call-kept')}</p>
      </Card>
    </Page>
  )
}
