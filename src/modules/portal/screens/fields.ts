/** What each step of an announcement asks; the lists come with the form, so that nothing is looked up on the way. */
import type { Field } from '#ui/Form.tsx'
import type { Say } from '#ui/say.ts'
import type { PrelogForm } from '#modules/evidence/contract.ts'

type Values = Readonly<Record<string, unknown>>
type Options = NonNullable<Field['options']>
const list = (form: PrelogForm, name: string): Options =>
  (form.lists[name] ?? []).map((c) => ({ value: c.code, label: c.name }))
const has =
  (key: string) =>
  (v: Values): boolean =>
    typeof v[key] === 'string' && v[key] !== ''

export function caseFields(say: Say, form: PrelogForm): Field[] {
  return [
    {
      key: 'to',
      label: say('portal.to'),
      kind: 'choice',
      required: true,
      options: form.desks.map((d) => ({ value: d.id, label: d.name })),
    },
    {
      key: 'numbers',
      label: say('portal.number'),
      kind: 'list',
      fields: [
        {
          key: 'kind',
          label: say('portal.number-kind'),
          kind: 'choice',
          required: true,
          options: list(form, 'number-kind'),
        },
        { key: 'text', label: say('portal.number'), kind: 'text', required: true, max: 80 },
      ],
    },
    {
      key: 'title',
      label: say('portal.title'),
      help: say('portal.title-help'),
      kind: 'text',
      required: true,
      max: 200,
    },
    { key: 'offence', label: say('portal.offence'), kind: 'choice', options: list(form, 'offence') },
  ]
}
export function seizureFields(say: Say, form: PrelogForm): Field[] {
  return [
    { key: 'seizedAt', label: `${say('portal.date')}, ${say('portal.time')}`, kind: 'instant' },
    { key: 'place', label: say('portal.place'), kind: 'text', max: 200 },
    {
      key: 'who',
      label: say('portal.who-seized'),
      kind: 'choice',
      options: [
        { value: 'me', label: say('portal.i-did') },
        { value: 'other', label: say('portal.another') },
      ],
    },
    {
      key: 'byName',
      label: say('portal.name'),
      kind: 'text',
      required: true,
      show: (v) => v.who === 'other',
    },
    { key: 'from', label: say('portal.from'), kind: 'text', max: 200 },
    { key: 'person', label: say('portal.person'), kind: 'text', max: 200 },
    {
      key: 'role',
      label: say('portal.person-role'),
      kind: 'choice',
      required: true,
      options: list(form, 'party-role'),
      show: has('person'),
    },
    { key: 'age', label: say('portal.person-age'), kind: 'number', show: has('person') },
    { key: 'presence', label: say('portal.presence'), kind: 'text', max: 200 },
    { key: 'sealedBy', label: say('portal.sealed-by'), kind: 'text', max: 200 },
    { key: 'initialledBy', label: say('portal.initialled-by'), kind: 'text', max: 200 },
    {
      key: 'power',
      label: say('portal.power'),
      kind: 'choice',
      options: [...list(form, 'seizure-power'), { value: '?', label: say('portal.not-yet') }],
    },
    {
      key: 'authority',
      label: say('portal.authority'),
      kind: 'text',
      max: 200,
      show: (v) => has('power')(v) && v.power !== '?',
    },
  ]
}
export function itemFields(say: Say, form: PrelogForm): Field[] {
  return [
    {
      key: 'items',
      label: say('portal.items'),
      kind: 'list',
      required: true,
      fields: [
        { key: 'description', label: say('portal.what'), kind: 'text', required: true, max: 300 },
        { key: 'type', label: say('portal.type'), kind: 'choice', options: list(form, 'item-type') },
        { key: 'count', label: say('portal.pieces'), kind: 'number' },
        { key: 'label', label: say('portal.label'), kind: 'text', max: 60 },
        {
          key: 'packaging',
          label: say('portal.packaging'),
          kind: 'choice',
          options: list(form, 'packaging-type'),
        },
        {
          key: 'colour',
          label: say('portal.colour'),
          kind: 'choice',
          options: list(form, 'colour'),
          show: has('packaging'),
        },
        { key: 'seal', label: say('portal.seal'), kind: 'scan' },
      ],
    },
  ]
}
export function sendFields(say: Say): Field[] {
  return [
    { key: 'comesOn', label: say('portal.comes-on'), kind: 'date' },
    { key: 'remarks', label: say('portal.remarks'), kind: 'prose' },
  ]
}
