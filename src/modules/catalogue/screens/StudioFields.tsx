/** The fields of everything that is no form: texts side by side with their preview, patterns with a live example, limits, kits, codes. */
import { Card, Columns } from '#ui/Page.tsx'
import { FormField } from '#ui/FormField.tsx'
import type { Field } from '#ui/fields.ts'
import { useAsk, useList } from '#ui/client.ts'
import { type Say, useLanguage, useSay } from '#ui/say.ts'
import type { CodeList, Definitions } from '../contract.ts'
import type { z } from 'zod'
import { NumberExample } from './NumberExample.tsx'
import { TextPreview } from './TextPreview.tsx'
import type { StudioKind, Values } from './studio-content.ts'

type Options = readonly { readonly value: string; readonly label: string }[]
interface Choices {
  readonly drugs: Options
  readonly types: Options
  readonly forms: Options
  readonly hazards: Options
}

const line = (say: Say, key: string, label: string, more: Partial<Field> = {}): Field => ({
  key,
  label: say(label),
  kind: 'text',
  ...more,
})
const names = (say: Say): Field[] => [
  line(say, 'en', 'catalogue.name-en', { required: true }),
  line(say, 'es', 'catalogue.name-es', { required: true }),
]
const choice = (say: Say, key: string, label: string, options: readonly string[], word: string): Field => ({
  key,
  label: say(label),
  kind: 'choice',
  required: true,
  options: options.map((value) => ({ value, label: say(`${word}${value}`) })),
})
const comparisons = ['more-than', 'at-least', 'less-than', 'at-most']

function fieldsOf(say: Say, kind: StudioKind, list: string, c: Choices): Field[] {
  switch (kind) {
    case 'template':
      return [
        { key: 'textEn', label: say('catalogue.s-text-en'), kind: 'prose', rows: 6, required: true },
        { key: 'textEs', label: say('catalogue.s-text-es'), kind: 'prose', rows: 6, required: true },
      ]
    case 'numbering':
      return [
        line(say, 'pattern', 'catalogue.s-number-pattern', {
          required: true,
          help: say('catalogue.next-pattern'),
          span: 2,
        }),
        choice(say, 'reset', 'catalogue.s-reset', ['year', 'never'], 'catalogue.s-reset-'),
        line(say, 'zone', 'catalogue.s-zone', { required: true }),
      ]
    case 'limit':
      return limitFields(say, c)
    case 'kit':
      return [
        { key: 'shelfLifeDays', label: say('catalogue.s-shelf-life'), kind: 'number' },
        {
          key: 'items',
          label: say('catalogue.s-kit-items'),
          kind: 'list',
          required: true,
          span: 2,
          fields: [
            line(say, 'code', 'catalogue.code', { required: true }),
            ...names(say),
            { key: 'count', label: say('catalogue.s-count'), kind: 'number', required: true },
            { key: 'itemType', label: say('catalogue.s-type'), kind: 'choice', options: c.types },
          ],
        },
      ]
    default:
      return codeFields(say, list, c)
  }
}
const limitFields = (say: Say, c: Choices): Field[] => [
  { key: 'substance', label: say('catalogue.s-substance'), kind: 'choice', options: c.drugs, required: true },
  choice(say, 'comparison', 'catalogue.s-comparison', comparisons, 'catalogue.s-is-'),
  line(say, 'value', 'catalogue.value', { required: true }),
  line(say, 'unit', 'catalogue.s-unit', { required: true }),
  line(say, 'law', 'catalogue.law', { required: true }),
  line(say, 'clause', 'catalogue.s-clause'),
  { key: 'validFrom', label: say('catalogue.s-valid-from'), kind: 'date' },
  { key: 'validUntil', label: say('catalogue.s-valid-until'), kind: 'date' },
  line(say, 'source', 'catalogue.source', { span: 2 }),
]
const codeFields = (say: Say, list: string, c: Choices): Field[] => [
  ...(list === 'item-type'
    ? [
        { key: 'form', label: say('catalogue.kind.form'), kind: 'choice' as const, options: c.forms },
        { key: 'container', label: say('catalogue.s-container'), kind: 'yes-no' as const },
        {
          key: 'hazards',
          label: say('catalogue.s-hazards'),
          kind: 'choices' as const,
          options: c.hazards,
          span: 2 as const,
        },
      ]
    : []),
  {
    key: 'validUntil',
    label: say('catalogue.s-valid-until'),
    help: say('catalogue.s-retire-help'),
    kind: 'date',
  },
]

function useCodes(list: string, on: boolean): Options {
  const found = useAsk<z.output<typeof CodeList>>('catalogue.get-code-list', { list }, { enabled: on })
  return (found.data?.items ?? []).map((c) => ({ value: c.code, label: c.name }))
}
function useForms(on: boolean): Options {
  const { language } = useLanguage()
  const list = useList<z.output<typeof Definitions>['items'][number]>(
    'catalogue.list-definitions',
    { limit: 100, kind: 'form' },
    { enabled: on },
  )
  return list.rows.map((d) => ({ value: d.key, label: d[language] }))
}

export function StudioFields(props: {
  readonly kind: StudioKind
  /** Under which key it stands; what is new has its own among the values. */
  readonly name: string
  readonly isNew: boolean
  readonly list: string
  readonly values: Values
  readonly onChange: (values: Values) => void
}) {
  const say = useSay()
  const { kind, values } = props
  const isType = kind === 'code' && props.list === 'item-type'
  const choices: Choices = {
    drugs: useCodes('drug', kind === 'limit'),
    types: useCodes('item-type', kind === 'kit'),
    forms: useForms(isType),
    hazards: useCodes('hazard', isType),
  }
  const fields: Field[] = [
    ...names(say),
    ...(props.isNew
      ? [line(say, kind === 'code' ? 'code' : 'key', 'catalogue.code', { required: true })]
      : []),
    ...fieldsOf(say, kind, props.list, choices),
  ]
  const card = (
    <Card>
      <div className="fields two">
        {fields.map((field) => (
          <div key={field.key} className={field.span === 2 ? 'span-2' : ''}>
            <FormField
              field={field}
              path={field.key}
              value={values[field.key]}
              faults={[]}
              onChange={(value) => props.onChange({ ...values, [field.key]: value })}
            />
          </div>
        ))}
      </div>
    </Card>
  )
  if (kind === 'numbering')
    return (
      <Columns kind="side">
        {card}
        <NumberExample values={values} />
      </Columns>
    )
  if (kind !== 'template') return card
  return (
    <>
      {card}
      <TextPreview name={props.name} en={String(values.textEn ?? '')} es={String(values.textEs ?? '')} />
    </>
  )
}
