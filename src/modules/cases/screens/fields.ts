/** Fields of the forms about a case: short lists are chosen from, long ones are found as one types. */
import type { Field } from '#ui/Form.tsx'
import type { Say } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { CaseSeen } from '../contract/case-seen.ts'
import type { Choices, ShortList } from './lists.ts'

interface CodeFound {
  readonly code: string
  readonly name: string
}
interface Named {
  readonly id: string
  readonly name: string
}

/** Found by its English or Spanish name, by what else it is called, or by its code. */
export const codeField = (key: string, label: string, list: string, more: Partial<Field> = {}): Field => ({
  key,
  label,
  kind: 'ref',
  ask: {
    name: 'catalogue.find-code',
    params: { list },
    label: (row: unknown) => (row as CodeFound).name,
    value: (row: unknown) => (row as CodeFound).code,
  },
  ...more,
})
export const choiceField = (
  key: string,
  label: string,
  lists: Choices,
  list: ShortList,
  more: Partial<Field> = {},
): Field => ({ key, label, kind: 'choice', options: lists[list], ...more })
export const unitField = (key: string, label: string, more: Partial<Field> = {}): Field => ({
  key,
  label,
  kind: 'ref',
  ask: {
    name: 'identity.list-units',
    label: (row: unknown) => (row as Named).name,
    value: (row: unknown) => (row as Named).id,
  },
  ...more,
})
const caseField = (key: string, label: string): Field => ({
  key,
  label,
  kind: 'ref',
  required: true,
  ask: {
    name: 'cases.find-cases',
    params: { state: 'all', limit: 12 },
    label: (row: unknown) => (row as { number: string }).number,
    note: (row: unknown) => (row as { title: string }).title,
    value: (row: unknown) => (row as Named).id,
  },
})
export const personField = (key: string, label: string, more: Partial<Field> = {}): Field => ({
  key,
  label,
  kind: 'person',
  operation: 'identity.list-people',
  ...more,
})

export const typeField = (say: Say, lists: Choices): Field =>
  choiceField('type', say('cases.column-type'), lists, 'case-type', { required: true })
export const priorityField = (say: Say, more: Partial<Field> = {}): Field => ({
  key: 'priority',
  label: say('cases.form-priority'),
  kind: 'choice',
  options: ['1', '2', '3', '4'].map((value) => ({ value, label: say(`cases.priority-${value}`) })),
  ...more,
})
export const numberFields = (say: Say, lists: Choices): Field[] => [
  choiceField('kind', say('cases.form-kind'), lists, 'number-kind', { required: true }),
  { key: 'text', label: say('cases.form-number'), kind: 'text', required: true },
]
export const offenceFields = (say: Say): Field[] => [
  codeField('code', say('cases.offence'), 'offence', { required: true }),
  { key: 'counts', label: say('cases.form-counts'), kind: 'number' },
]

export function partyFields(say: Say, lists: Choices): Field[] {
  return [
    choiceField('role', say('cases.party-role'), lists, 'party-role', { required: true }),
    { key: 'name', label: say('cases.party-name'), kind: 'text', help: say('cases.form-name-help') },
    { key: 'age', label: say('cases.form-age'), kind: 'number' },
    { key: 'born', label: say('cases.form-born'), kind: 'partial-date', help: say('cases.form-born-help') },
    choiceField('sex', say('cases.form-sex'), lists, 'sex'),
  ]
}
export function placeFields(say: Say, lists: Choices): Field[] {
  return [
    codeField('settlement', say('cases.form-settlement'), 'settlement'),
    choiceField('district', say('cases.column-district'), lists, 'district', {
      help: say('cases.form-district-help'),
    }),
    choiceField('highway', say('cases.form-highway'), lists, 'highway'),
    {
      key: 'mile',
      label: say('cases.form-mile'),
      kind: 'text',
      placeholder: '51.5',
      show: (values) => Boolean(values.highway),
    },
    {
      key: 'text',
      label: say('cases.form-place'),
      kind: 'text',
      span: 2,
      help: say('cases.form-place-help'),
    },
  ]
}
export function timeFields(say: Say): Field[] {
  return [
    { key: 'on', label: say('cases.form-day-of'), kind: 'partial-date', help: say('cases.form-when-help') },
    { key: 'time', label: say('cases.form-time'), kind: 'text', placeholder: '13:40' },
    {
      key: 'until',
      label: say('cases.form-until'),
      kind: 'partial-date',
      help: say('cases.form-until-help'),
    },
    {
      key: 'absent',
      label: say('cases.form-when-unknown'),
      kind: 'choice',
      show: (values) => !values.on,
      options: ['unknown', 'not-yet-determined', 'not-applicable'].map((value) => ({
        value,
        label: say(`cases.${value}`),
      })),
    },
  ]
}

/** What each act on a case asks for; an act that needs nothing is not here and is only confirmed. */
/** What an outcome ends: a charge or an appeal of the case. */
const endsField = (say: Say, court: CaseSeen['court']): Field[] => {
  const open = court.filter((c) => c.kind === 'charge' || c.kind === 'appeal')
  return open.length > 1
    ? [
        {
          key: 'ends',
          label: say('cases.form-ends'),
          kind: 'choice',
          options: open.map((c) => ({ value: c.id, label: `${c.text}, ${showDate(c.on)}` })),
        },
      ]
    : []
}

export function fieldsOfAct(
  operation: string,
  say: Say,
  lists: Choices,
  happened: CaseSeen['court'],
): Field[] {
  const text = (key: string, label: string, required = true): Field => ({
    key,
    label,
    kind: 'text',
    required,
  })
  const prose = (key: string, label: string): Field => ({ key, label, kind: 'prose', required: true })
  const authority = [text('authority', say('cases.form-authority'))]
  const court: Field[] = [
    { key: 'on', label: say('cases.form-day'), kind: 'date', required: true },
    { key: 'time', label: say('cases.form-time'), kind: 'text', placeholder: '09:00' },
    text('court', say('cases.form-court'), false),
    text('text', say('cases.form-text')),
  ]
  const chosen = (key: string, label: string, values: readonly string[], words: string): Field => ({
    key,
    label,
    kind: 'choice',
    required: true,
    options: values.map((value) => ({ value, label: say(`cases.${words}-${value}`) })),
  })
  const acts: Readonly<Record<string, () => Field[]>> = {
    'cases.add-note': () => [prose('text', say('cases.form-text'))],
    'cases.record-communication': () => [
      chosen('way', say('cases.form-kind'), ['telephone', 'email', 'letter', 'in-person', 'message'], 'way'),
      chosen('direction', say('cases.form-direction'), ['in', 'out'], 'direction'),
      text('with', say('cases.form-with')),
      { key: 'happenedAt', label: say('cases.when'), kind: 'instant' },
      { ...prose('text', say('cases.form-text')), span: 2 },
    ],
    'cases.add-document': () => [
      { key: 'file', label: say('cases.form-file'), kind: 'file', required: true, span: 2 },
      chosen(
        'kind',
        say('cases.form-kind'),
        ['letter', 'order', 'warrant', 'statement', 'scan', 'photograph', 'other'],
        'paper',
      ),
      text('note', say('cases.form-text'), false),
    ],
    'cases.add-alias': () => numberFields(say, lists),
    'cases.add-party': () => partyFields(say, lists),
    'cases.correct-party': () =>
      partyFields(say, lists).map((f) => ({ ...f, required: false, help: undefined })),
    'cases.add-offence': () => offenceFields(say),
    'cases.set-incident': () => [
      {
        key: 'incident',
        label: say('cases.when'),
        kind: 'group',
        columns: 2,
        span: 2,
        fields: timeFields(say),
      },
      {
        key: 'place',
        label: say('cases.place'),
        kind: 'group',
        columns: 2,
        span: 2,
        fields: placeFields(say, lists),
      },
    ],
    'cases.correct-case': () => [
      { ...text('title', say('cases.form-title')), help: say('cases.form-title-help'), span: 2 },
      typeField(say, lists),
      { key: 'summary', label: say('cases.summary'), kind: 'prose', span: 2 },
    ],
    'cases.relate-cases': () => [
      caseField('other', say('cases.column-title')),
      choiceField('kind', say('cases.form-relation'), lists, 'relation', { required: true }),
    ],
    'cases.mark-duplicate': () => [caseField('of', say('cases.form-duplicate-of'))],
    'cases.flag-hazard': () => [
      choiceField('hazard', say('cases.form-hazard'), lists, 'hazard', { required: true }),
      { ...text('words', say('cases.form-text'), false), help: say('cases.form-hazard-help') },
    ],
    'cases.assign-task': () => [
      text('text', say('cases.form-text')),
      personField('assignee', say('cases.form-assignee'), { required: true }),
      { key: 'dueOn', label: say('cases.form-due'), kind: 'date' },
    ],
    'cases.set-priority': () => [priorityField(say, { required: true })],
    'cases.change-investigator': () => [
      {
        key: 'investigator',
        label: say('cases.investigator'),
        kind: 'group',
        fields: [personField('person', say('cases.form-person')), unitField('unit', say('cases.form-unit'))],
      },
    ],
    'cases.give-access': () => [
      personField('principal', say('cases.form-person'), { required: true }),
      { key: 'until', label: say('cases.form-due'), kind: 'instant' },
    ],
    'cases.place-hold': () => [
      chosen('kind', say('cases.form-kind'), ['legal', 'court', 'appeal', 'review'], 'hold-kind'),
      ...authority,
    ],
    'cases.seal-case': () => authority,
    'cases.unseal-case': () => authority,
    'cases.record-charge': () => court,
    'cases.record-hearing': () => court,
    'cases.record-court-outcome': () => [
      codeField('outcome', say('cases.form-court-outcome'), 'court-outcome', {
        help: say('cases.form-court-outcome-help'),
      }),
      ...endsField(say, happened),
      ...court,
      { key: 'appealUntil', label: say('cases.form-appeal-until'), kind: 'date' },
    ],
    'cases.record-appeal': () => court,
    'cases.complete-task': () => [text('outcome', say('cases.form-outcome'), false)],
    'cases.identify-party': () =>
      partyFields(say, lists)
        .filter((f) => f.key !== 'role')
        .map((f) => (f.key === 'name' ? { ...f, required: true, help: undefined } : f)),
  }
  return acts[operation]?.() ?? []
}

/** Acts that the server refuses without a reason. */
export const needReason: ReadonlySet<string> = new Set([
  'cases.correct-case',
  'cases.correct-party',
  'cases.clear-hazard',
  'cases.mark-duplicate',
  'cases.restrict-case',
  'cases.seal-case',
  'cases.unseal-case',
  'cases.place-hold',
  'cases.lift-hold',
  'cases.reopen-case',
  'cases.change-investigator',
  'cases.give-access',
  'cases.end-access',
  'cases.unmask-party',
])
