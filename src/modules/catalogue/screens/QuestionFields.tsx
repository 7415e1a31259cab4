/** One question with everything it says: both languages side by side, its kind and answers, when it is asked. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { FormField } from '#ui/FormField.tsx'
import type { Field } from '#ui/fields.ts'
import { type Say, useLanguage, useSay } from '#ui/say.ts'
import type { Question } from '../contract/form.ts'
import { questionKinds } from '../contract/question-kinds.ts'

const rowKinds = questionKinds.filter((k) => k !== 'list')
type Values = Readonly<Record<string, unknown>>
type Options = readonly { readonly value: string; readonly label: string }[]

const twice = (say: Say, key: string, en: string, es: string, required = false): Field[] => [
  { key: en, label: say(`${key}-en`), kind: 'text', required },
  { key: es, label: say(`${key}-es`), kind: 'text', required },
]
const optionRows = (say: Say): Field => ({
  key: 'options',
  label: say('catalogue.s-options'),
  kind: 'list',
  span: 2,
  fields: [
    { key: 'value', label: say('catalogue.code'), kind: 'text', required: true },
    ...twice(say, 'catalogue.s-answer', 'en', 'es', true),
  ],
})

function kindFields(say: Say, q: Values, listNames: Options): Field[] {
  switch (q.kind) {
    case 'choice':
    case 'choices':
      return [optionRows(say)]
    case 'code':
    case 'codes':
      return [
        { key: 'list', label: say('catalogue.list'), kind: 'choice', options: listNames, required: true },
      ]
    case 'quantity':
      return [
        { key: 'unitsText', label: say('catalogue.s-units'), kind: 'text', required: true },
        ...bounds(say),
      ]
    case 'number':
      return bounds(say)
    case 'text':
      return [
        { key: 'length', label: say('catalogue.s-length'), kind: 'number' },
        {
          key: 'pattern',
          label: say('catalogue.s-pattern'),
          kind: 'text',
          help: say('catalogue.s-pattern-help'),
        },
        { key: 'searched', label: say('catalogue.s-searched'), kind: 'yes-no' },
      ]
    case 'list':
      return [
        {
          key: 'rows',
          label: say('catalogue.s-rows'),
          kind: 'list',
          span: 2,
          fields: [
            { key: 'key', label: say('catalogue.s-key'), kind: 'text', required: true },
            ...twice(say, 'catalogue.s-question', 'en', 'es', true),
            {
              key: 'kind',
              label: say('catalogue.s-kind'),
              kind: 'choice',
              options: rowKinds.map((k) => ({ value: k, label: say(`catalogue.kind-of-question.${k}`) })),
            },
          ],
        },
      ]
    default:
      return []
  }
}
const bounds = (say: Say): Field[] => [
  { key: 'least', label: say('catalogue.s-least'), kind: 'number' },
  { key: 'most', label: say('catalogue.s-most'), kind: 'number' },
]

/** On which question above it depends, and on which of its answers. */
function whenFields(say: Say, q: Values, above: readonly Question[], language: 'en' | 'es'): Field[] {
  const deciding = above.filter((o) => ['choice', 'yes-no'].includes(o.kind))
  if (deciding.length === 0) return []
  const other = deciding.find((o) => o.key === q.whenKey)
  const answers: Options =
    other?.kind === 'yes-no'
      ? ['yes', 'no'].map((v) => ({ value: v, label: say(`catalogue.${v}`) }))
      : (other?.options ?? []).map((o) => ({ value: o.value, label: o[language] }))
  return [
    {
      key: 'whenKey',
      label: say('catalogue.s-when'),
      kind: 'choice',
      options: [
        { value: 'always', label: say('catalogue.s-always') },
        ...deciding.map((o) => ({ value: o.key, label: o[language] })),
      ],
    },
    ...(other
      ? [
          {
            key: 'whenIs',
            label: say('catalogue.s-when-is'),
            kind: 'choices' as const,
            options: answers,
            span: 2 as const,
          },
        ]
      : []),
  ]
}

const flat = (q: Question): Values => ({
  ...q,
  unitsText: q.units.join(', '),
  whenKey: q.when?.key ?? 'always',
  whenIs: q.when?.is ?? [],
})
const number = (v: unknown): number | null =>
  v === '' || v == null || Number.isNaN(Number(v)) ? null : Number(v)

/** What a row that was only just added has not said yet. */
const bare = {
  key: '',
  en: '',
  es: '',
  kind: 'text' as const,
  required: false,
  absent: false,
  searched: false,
  options: [],
  units: [],
}

/** What the fields hold as a question again; what its kind does not ask is left out. */
function questionOf(v: Values): Question {
  const { unitsText, whenKey, whenIs, ...rest } = v
  const is = (whenIs ?? []) as string[]
  const kind = v.kind as Question['kind']
  return {
    ...(rest as Question),
    options: kind === 'choice' || kind === 'choices' ? ((v.options ?? []) as Question['options']) : [],
    units:
      kind === 'quantity'
        ? String(unitsText ?? '')
            .split(/[\s,;]+/)
            .filter(Boolean)
        : [],
    list: kind === 'code' || kind === 'codes' ? ((v.list as string | undefined) ?? null) : null,
    rows: kind === 'list' ? ((v.rows ?? []) as Question['rows']).map((row) => ({ ...bare, ...row })) : [],
    least: number(v.least),
    most: number(v.most),
    length: number(v.length),
    pattern: kind === 'text' && v.pattern ? String(v.pattern) : null,
    searched: kind === 'text' && v.searched === true,
    when: whenKey && whenKey !== 'always' && is.length > 0 ? { key: String(whenKey), is } : null,
  }
}

export function QuestionFields(props: {
  question: Question
  above: readonly Question[]
  listNames: Options
  onChange: (question: Question) => void
  onRemove: () => void
}) {
  const say = useSay()
  const { language } = useLanguage()
  const [values, setValues] = useState<Values>(() => flat(props.question))
  const set = (key: string, value: unknown): void => {
    const next = { ...values, [key]: value }
    setValues(next)
    props.onChange(questionOf(next))
  }
  const fields: Field[] = [
    ...twice(say, 'catalogue.s-question', 'en', 'es', true),
    ...twice(say, 'catalogue.s-help', 'helpEn', 'helpEs'),
    {
      key: 'kind',
      label: say('catalogue.s-kind'),
      kind: 'choice',
      required: true,
      options: questionKinds.map((k) => ({ value: k, label: say(`catalogue.kind-of-question.${k}`) })),
    },
    {
      key: 'key',
      label: say('catalogue.s-key'),
      help: say('catalogue.s-key-help'),
      kind: 'text',
      required: true,
    },
    { key: 'required', label: say('catalogue.s-required-ask'), kind: 'yes-no' },
    { key: 'absent', label: say('catalogue.s-absent'), kind: 'yes-no' },
    ...kindFields(say, values, props.listNames),
    ...whenFields(say, values, props.above, language),
  ]
  return (
    <div className="question-desk">
      <div className="fields two">
        {fields.map((field) => (
          <div key={field.key} className={field.span === 2 ? 'span-2' : ''}>
            <FormField
              field={field}
              path={`question.${field.key}`}
              value={values[field.key]}
              faults={[]}
              onChange={(value) => set(field.key, value)}
            />
          </div>
        ))}
      </div>
      <div className="question-foot">
        <Button plain icon="trash" onClick={props.onRemove}>
          {say('catalogue.s-remove')}
        </Button>
      </div>
    </div>
  )
}
