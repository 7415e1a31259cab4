/** One thing of the laboratory's rules, opened to be changed: as it stands, in both languages; nothing holds before another person approves. */
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { FormField } from '#ui/FormField.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk } from '#ui/client.ts'
import { useNow } from '#ui/now.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import type { CodeList, CodeLists, DefinitionSeen, FormOfType, Limits } from '../contract.ts'
import type { Question } from '../contract/form.ts'
import type { z } from 'zod'
import { FormEditor } from './FormEditor.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { StudioFields } from './StudioFields.tsx'
import { type Content, type StudioKind, type Values, contentOf, formContent } from './studio-content.ts'

type Definition = z.output<typeof DefinitionSeen>
type Limit = z.output<typeof Limits>['items'][number]
type Codes = z.output<typeof CodeList>
type Lists = z.output<typeof CodeLists>

/** A change is drawn up over the newest version, also where its day has not come yet. */
const NEWEST = '9999-12-31'

export default function StudioEditPage() {
  const { kind, key } = useParams({ strict: false }) as { kind: StudioKind; key: string }
  if (kind === 'form') return <EditForm key={key} name={key} />
  if (kind === 'limit') return <EditLimit key={key} name={key} />
  if (kind === 'code') return <EditCode key={key} name={key} />
  return <EditDefinition key={kind + key} kind={kind} name={key} />
}

/** The frame of every editor: what it is, and the one button that compares and proposes. */
function Editor(props: {
  title: string
  number: string
  ready: boolean
  content: () => Content
  children: React.ReactNode
}) {
  const say = useSay()
  const today = dayOfInstant(new Date(useNow()).toISOString())
  const [proposing, setProposing] = useState<Content | null>(null)
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('catalogue.title'), to: '/catalogue' },
          { label: say('catalogue.studio'), to: '/catalogue/studio' },
          { label: props.title },
        ]}
        number={props.number}
        title={props.title}
        facts={say('catalogue.s-nothing-holds')}
        acts={
          <Button primary icon="compare" off={!props.ready} onClick={() => setProposing(props.content())}>
            {say('catalogue.s-compare')}
          </Button>
        }
      />
      {props.children}
      {proposing ? (
        <ProposeDialog content={proposing} today={today} onClose={() => setProposing(null)} />
      ) : null}
    </Page>
  )
}

function Names(props: { values: Values; onChange: (key: string, value: unknown) => void; keyed: boolean }) {
  const say = useSay()
  const field = (key: string, label: string, help?: string) => (
    <FormField
      field={{ key, label: say(label), kind: 'text', required: true, help: help ? say(help) : undefined }}
      path={key}
      value={props.values[key]}
      faults={[]}
      onChange={(v) => props.onChange(key, v)}
    />
  )
  return (
    <Card>
      <div className="fields two">
        {field('en', 'catalogue.name-en')}
        {field('es', 'catalogue.name-es')}
        {props.keyed ? field('key', 'catalogue.code', 'catalogue.s-new-key-help') : null}
      </div>
    </Card>
  )
}

function EditForm({ name }: { name: string }) {
  const isNew = name === 'new'
  const lists = useAsk<Lists>('catalogue.list-code-lists')
  const stands = useAsk<Definition>(
    'catalogue.get-definition',
    { kind: 'form', key: name, on: NEWEST },
    { enabled: !isNew },
  )
  const form = useAsk<FormOfType>(
    'catalogue.get-form',
    { form: stands.data?.id },
    { enabled: Boolean(stands.data) },
  )
  const names = (lists.data?.items ?? []).map((l) => ({ value: l.list, label: l.name }))
  if (isNew) return <FormDesk key="new" start={null} lists={{}} listNames={names} />
  return (
    <Asked of={stands}>
      {(found) => <FormDesk key={found.id} start={found} lists={form.data?.lists ?? {}} listNames={names} />}
    </Asked>
  )
}
function FormDesk(props: {
  start: Definition | null
  lists: FormOfType['lists']
  listNames: readonly { value: string; label: string }[]
}) {
  const say = useSay()
  const { language } = useLanguage()
  const body = props.start?.body as { questions?: Question[] } | undefined
  const [names, setNames] = useState<Values>({
    en: props.start?.en ?? '',
    es: props.start?.es ?? '',
    key: props.start?.key ?? '',
  })
  const [questions, setQuestions] = useState<readonly Question[]>(body?.questions ?? [])
  const text = (k: string): string => (typeof names[k] === 'string' ? (names[k] as string) : '')
  return (
    <Editor
      number={text('key')}
      title={text(language) || say('catalogue.s-new-form')}
      ready={text('en') !== '' && text('es') !== '' && text('key') !== '' && questions.length > 0}
      content={() => formContent(text('key'), { en: text('en'), es: text('es') }, questions)}
    >
      <Names
        keyed={props.start === null}
        values={names}
        onChange={(k, v) => setNames({ ...names, [k]: v })}
      />
      <FormEditor
        questions={questions}
        lists={props.lists}
        listNames={props.listNames}
        onChange={setQuestions}
      />
    </Editor>
  )
}

function EditDefinition({ kind, name }: { kind: 'template' | 'numbering' | 'kit'; name: string }) {
  const isNew = name === 'new'
  const stands = useAsk<Definition>(
    'catalogue.get-definition',
    { kind, key: name, on: NEWEST },
    { enabled: !isNew },
  )
  if (isNew) return <Desk kind={kind} name="" start={{}} />
  return (
    <Asked of={stands}>
      {(found) => <Desk key={found.id} kind={kind} name={name} start={valuesOf(kind, found)} />}
    </Asked>
  )
}
function valuesOf(kind: 'template' | 'numbering' | 'kit', d: Definition): Values {
  const body = d.body as Record<string, unknown>
  const names = { en: d.en, es: d.es }
  if (kind === 'template') return { ...names, textEn: body.en, textEs: body.es }
  return { ...names, ...body }
}

function EditLimit({ name }: { name: string }) {
  const limits = useAsk<{ items: Limit[] }>('catalogue.get-limits')
  if (name === 'new') return <Desk kind="limit" name="" start={{}} />
  return (
    <Asked of={limits}>
      {({ items }) => <Desk kind="limit" name={name} start={{ ...items.find((l) => l.key === name) }} />}
    </Asked>
  )
}

function EditCode({ name }: { name: string }) {
  const [list = '', code = ''] = name.split('~')
  const stands = useAsk<Codes>('catalogue.get-code-list', { list, retired: true })
  return (
    <Asked of={stands}>
      {(found) => {
        const row = found.items.find((c) => c.code === code)
        const data = (row?.data ?? {}) as Record<string, unknown>
        const start = {
          ...(list === 'item-type' ? data : {}),
          data,
          en: row?.en,
          es: row?.es,
          validUntil: row?.validUntil,
          listEn: found.en,
          listEs: found.es,
        }
        return <Desk kind="code" name={name} start={start} />
      }}
    </Asked>
  )
}

function Desk(props: { kind: Exclude<StudioKind, 'form'>; name: string; start: Values }) {
  const say = useSay()
  const { language } = useLanguage()
  const [values, setValues] = useState<Values>(props.start)
  const text = (k: string): string => (typeof values[k] === 'string' ? (values[k] as string) : '')
  const code = props.kind === 'code' ? props.name.split('~')[1] : props.name
  const key = props.name === '' ? text('key') : props.name
  return (
    <Editor
      number={code || text('key') || text('code')}
      title={text(language) || say(`catalogue.s-new-${props.kind}`)}
      ready={text('en') !== '' && text('es') !== '' && key !== ''}
      content={() => contentOf(props.kind, key, values)}
    >
      <StudioFields
        kind={props.kind}
        name={key}
        isNew={!code}
        list={props.kind === 'code' ? (props.name.split('~')[0] ?? '') : ''}
        values={values}
        onChange={setValues}
      />
    </Editor>
  )
}
