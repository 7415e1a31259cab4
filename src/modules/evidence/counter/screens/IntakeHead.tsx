/** Who stands at the counter and into which case it goes: asked first, then one line that can be changed. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import type { Problem } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import { codeField, partyFields, placeFields, timeFields } from '#modules/cases/screens/fields.ts'
import { type Choices, useChoices } from '#modules/cases/screens/lists.ts'
import type { Values } from './intake.ts'
import { askCases, askCodes, askPeople } from '../../things/screens/state.ts'

const isNew = (v: Values): boolean => v.which !== 'here'

function headFields(say: Say, lists: Choices, more: boolean): Field[] {
  return [
    {
      key: 'person',
      label: say('evidence.r-by'),
      kind: 'ref',
      ask: askPeople,
      help: say('evidence.r-by-help'),
    },
    { key: 'name', label: say('evidence.r-by-name'), kind: 'text' },
    { key: 'where', label: say('evidence.r-where'), kind: 'text' },
    { key: 'way', label: say('evidence.r-way'), kind: 'ref', ask: askCodes('delivery-way') },
    {
      key: 'which',
      label: say('evidence.r-case'),
      kind: 'choice',
      required: true,
      span: 2,
      options: [
        { value: 'new', label: say('evidence.r-new') },
        { value: 'here', label: say('evidence.r-existing') },
      ],
    },
    {
      key: 'case',
      label: say('evidence.r-case-number'),
      kind: 'ref',
      ask: askCases,
      required: true,
      span: 2,
      show: (v) => !isNew(v),
    },
    { key: 'title', label: say('evidence.r-case-title'), kind: 'text', required: true, span: 2, show: isNew },
    codeField('type', say('evidence.r-case-type'), 'case-type', { required: true, show: isNew }),
    {
      key: 'offences',
      label: say('cases.offences'),
      kind: 'list',
      fields: [codeField('code', say('cases.offences'), 'offence', { required: true })],
      show: isNew,
    },
    {
      key: 'aliases',
      label: say('cases.form-numbers'),
      kind: 'list',
      span: 2,
      show: isNew,
      fields: [
        codeField('kind', say('cases.form-kind'), 'number-kind', { required: true }),
        { key: 'text', label: say('cases.form-number'), kind: 'text', required: true },
      ],
    },
    ...(more ? moreFields(say, lists) : []),
  ]
}
function moreFields(say: Say, lists: Choices): Field[] {
  return [
    {
      key: 'parties',
      label: say('cases.form-who'),
      kind: 'list',
      span: 2,
      fields: partyFields(say, lists),
      show: isNew,
    },
    {
      key: 'incident',
      label: say('cases.when'),
      kind: 'group',
      columns: 2,
      fields: timeFields(say),
      span: 2,
      show: isNew,
    },
    {
      key: 'place',
      label: say('cases.place'),
      kind: 'group',
      columns: 2,
      fields: placeFields(say, lists),
      span: 2,
      show: isNew,
    },
    {
      key: 'before',
      label: say('evidence.r-before'),
      help: say('evidence.r-before-help'),
      kind: 'list',
      span: 2,
      fields: [
        { key: 'name', label: say('evidence.r-before-name'), kind: 'text', required: true },
        { key: 'where', label: say('evidence.r-where'), kind: 'text' },
        { key: 'tookAt', label: say('evidence.r-took'), kind: 'instant', required: true },
        { key: 'gaveAt', label: say('evidence.r-gave'), kind: 'instant' },
      ],
    },
    { key: 'words', label: say('evidence.r-words'), kind: 'prose', span: 2 },
  ]
}

export function IntakeHead(props: {
  head: Values | null
  initial: Values
  /** Words of what was picked, by field. */
  words: Readonly<Record<string, string>>
  problem: Problem | null
  onHead: (values: Values, words: Readonly<Record<string, string>>) => void
  onChange: () => void
}) {
  const say = useSay()
  const lists = useChoices()
  const [more, setMore] = useState(false)
  const { head, words } = props
  if (head)
    return (
      <Card
        title={say('evidence.r-who')}
        aside={
          <Button plain icon="edit" onClick={props.onChange}>
            {say('evidence.r-change')}
          </Button>
        }
      >
        <Facts
          rows={[
            [
              say('evidence.r-by'),
              [head.person ? words.person : head.name, head.where].filter(Boolean).join(', '),
            ],
            [
              say('evidence.r-case'),
              isNew(head) ? `${say('evidence.r-new')}: ${String(head.title)}` : words.case,
            ],
          ]}
        />
        {props.problem?.fields.length ? <ProblemNote of={props.problem} /> : null}
      </Card>
    )
  return (
    <Card title={say('evidence.r-who')}>
      <Form
        name="evidence.receive-submission"
        draft={false}
        fields={headFields(say, lists, more)}
        columns={2}
        initial={{ which: 'new', ...props.initial }}
        shown={words}
        problem={props.problem}
        sendLabel={say('evidence.r-to-items')}
        onSend={(values, said) => props.onHead(values, said)}
        aside={
          <Button plain icon={more ? 'up' : 'down'} expanded={more} onClick={() => setMore(!more)}>
            {say(more ? 'evidence.r-fewer-fields' : 'evidence.r-head-more')}
          </Button>
        }
      />
    </Card>
  )
}
