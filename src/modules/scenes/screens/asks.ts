/** What is filled in for each act at a scene. */
import type { Field } from '#ui/fields.ts'
import type { Say } from '#ui/say.ts'

interface Option {
  readonly value: string
  readonly label: string
}
export interface Known {
  readonly marks: readonly Option[]
  readonly itemTypes: readonly Option[]
  readonly packagings: readonly Option[]
  readonly nextMark: string
}
export type Ask =
  | 'arrive'
  | 'leave-scene'
  | 'log-entry'
  | 'mark-evidence'
  | 'collect-item'
  | 'lift-print'
  | 'add-measurement'
  | 'record-statement'

const markField = (say: Say, known: Known): Field => ({
  key: 'mark',
  label: say('scenes.column-mark'),
  kind: 'choice',
  options: known.marks,
})
const packing = (say: Say, known: Known): Field[] => [
  { key: 'packagingType', label: say('scenes.field-packaging'), kind: 'choice', options: known.packagings },
  { key: 'sealNumber', label: say('scenes.field-seal'), kind: 'text', max: 60 },
  {
    key: 'label',
    label: say('scenes.field-own-label'),
    help: say('scenes.field-own-label-help'),
    kind: 'scan',
  },
]

/** `spoken`: a voice stands for the words. */
export function fieldsOf(ask: Ask, say: Say, known: Known, spoken: boolean): Field[] {
  switch (ask) {
    case 'arrive':
      return [{ key: 'words', label: say('scenes.field-on-arrival'), kind: 'prose', rows: 3 }]
    case 'leave-scene':
      return [
        {
          key: 'to',
          label: say('scenes.field-given-to'),
          help: say('scenes.field-given-help'),
          kind: 'text',
        },
        { key: 'words', label: say('scenes.field-words'), kind: 'prose', rows: 3 },
      ]
    case 'log-entry':
      return [
        {
          key: 'kind',
          label: say('scenes.field-log-kind'),
          kind: 'choice',
          required: true,
          options: ['entered', 'left', 'note'].map((v) => ({ value: v, label: say(`scenes.log-${v}`) })),
        },
        { key: 'name', label: say('scenes.field-name'), kind: 'text', show: (v) => v['kind'] !== 'note' },
        {
          key: 'organisation',
          label: say('scenes.field-organisation'),
          kind: 'text',
          show: (v) => v['kind'] !== 'note',
        },
        { key: 'why', label: say('scenes.field-log-why'), kind: 'text' },
      ]
    case 'mark-evidence':
      return [
        { key: 'label', label: say('scenes.field-label'), kind: 'text', required: true, max: 12 },
        { key: 'words', label: say('scenes.field-what'), kind: 'text', required: true },
        { key: 'spot', label: say('scenes.field-spot'), kind: 'text' },
      ]
    case 'collect-item':
      return [
        { key: 'description', label: say('scenes.field-description'), kind: 'text', required: true },
        markField(say, known),
        {
          key: 'type',
          label: say('scenes.field-item-type'),
          kind: 'choice',
          options: known.itemTypes,
        },
        { key: 'how', label: say('scenes.field-how'), kind: 'text' },
        ...packing(say, known),
      ]
    case 'lift-print':
      return [
        { key: 'description', label: say('scenes.field-description'), kind: 'text', required: true },
        { key: 'surface', label: say('scenes.field-surface'), kind: 'text', required: true },
        { key: 'method', label: say('scenes.field-print-method'), kind: 'text', required: true },
        markField(say, known),
        ...packing(say, known),
      ]
    case 'add-measurement':
      return [
        { key: 'from', label: say('scenes.field-from'), kind: 'text', required: true },
        { key: 'to', label: say('scenes.field-to'), kind: 'text', required: true },
        {
          key: 'amount',
          label: say('scenes.field-value'),
          kind: 'quantity',
          unit: ['m', 'cm', 'mm', 'ft', 'in'],
          required: true,
        },
        { key: 'method', label: say('scenes.field-method'), kind: 'text' },
        markField(say, known),
      ]
    case 'record-statement':
      return [
        { key: 'name', label: say('scenes.field-name'), kind: 'text', required: true },
        { key: 'words', label: say('scenes.field-statement'), kind: 'prose', rows: 5, required: !spoken },
      ]
  }
}

type Values = Record<string, unknown>
/** From what was filled in to what the act takes; nothing is sent for what was left empty. */
export function inputFrom(ask: Ask, values: Values): Values {
  const given = Object.fromEntries(
    Object.entries(values).filter(([, v]) => v !== '' && v !== null && v !== undefined),
  )
  const { packagingType, amount, ...rest } = given
  if (ask === 'add-measurement' && amount) return { ...rest, ...(amount as { value: string; unit: string }) }
  return packagingType ? { ...rest, packaging: { type: packagingType } } : rest
}
