/** Fields of forms about boxes. */
import type { Field } from '#ui/fields.ts'
import type { Say } from '#ui/say.ts'

interface Place {
  readonly id: string
  readonly name: string
  readonly code: string
}
export const placeField = (say: Say, required = false): Field => ({
  key: 'place',
  label: say('archive.field-place'),
  kind: 'ref',
  required,
  ask: {
    name: 'evidence.find-places',
    params: { limit: 20 },
    label: (p: Place) => p.name,
    note: (p: Place) => p.code,
    value: (p: Place) => p.id,
  },
})
export const boxFields = (say: Say): Field[] => [
  { key: 'title', label: say('archive.field-box-title'), kind: 'text', required: true },
  { key: 'years', label: say('archive.field-years'), kind: 'text', max: 40 },
  placeField(say),
  { key: 'words', label: say('archive.field-words'), kind: 'prose', rows: 2 },
]
