/** Fields of the forms about a case; codes are found as one types, in the lists of the laboratory. */
import type { Field } from '#ui/Form.tsx'
import type { Say } from '#ui/say.ts'

interface CodeFound {
  readonly code: string
  readonly name: string
}
interface Named {
  readonly id: string
  readonly name: string
}

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
const unitField = (key: string, label: string): Field => ({
  key,
  label,
  kind: 'ref',
  ask: {
    name: 'identity.list-units',
    label: (row: unknown) => (row as Named).name,
    value: (row: unknown) => (row as Named).id,
  },
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

export function partyFields(say: Say): Field[] {
  return [
    codeField('role', say('cases.party-role'), 'party-role', { required: true }),
    { key: 'name', label: say('cases.party-name'), kind: 'text', help: say('cases.form-name-help') },
    { key: 'born', label: say('cases.form-born'), kind: 'partial-date', help: say('cases.form-when-help') },
    { key: 'age', label: say('cases.form-age'), kind: 'number' },
    codeField('sex', say('cases.form-sex'), 'sex'),
  ]
}
export function placeFields(say: Say): Field[] {
  return [
    codeField('district', say('cases.column-district'), 'district'),
    codeField('settlement', say('cases.form-settlement'), 'settlement'),
    codeField('highway', say('cases.form-highway'), 'highway'),
    { key: 'mile', label: say('cases.form-mile'), kind: 'text' },
    { key: 'text', label: say('cases.form-place'), kind: 'text', span: 2 },
  ]
}
export function timeFields(say: Say): Field[] {
  return [
    { key: 'on', label: say('cases.when'), kind: 'partial-date', help: say('cases.form-when-help') },
    { key: 'time', label: say('cases.form-time'), kind: 'text', help: '13:40' },
  ]
}

/** What each act on a case asks for; an act that needs nothing is not here and is only confirmed. */
export function fieldsOfAct(operation: string, say: Say): Field[] {
  const text = (key: string, label: string, required = true): Field => ({
    key,
    label,
    kind: 'text',
    required,
  })
  const prose = (key: string, label: string): Field => ({ key, label, kind: 'prose', required: true })
  const court: Field[] = [
    { key: 'on', label: say('cases.form-day'), kind: 'date', required: true },
    text('court', say('cases.form-court'), false),
    text('text', say('cases.form-text')),
  ]
  const acts: Readonly<Record<string, () => Field[]>> = {
    'cases.add-note': () => [prose('text', say('cases.form-text'))],
    'cases.record-communication': () => [
      {
        key: 'way',
        label: say('cases.form-kind'),
        kind: 'choice',
        required: true,
        options: ['telephone', 'email', 'letter', 'in-person', 'message'].map((value) => ({
          value,
          label: say(`cases.way-${value}`),
        })),
      },
      {
        key: 'direction',
        label: say('cases.form-direction'),
        kind: 'choice',
        required: true,
        options: ['in', 'out'].map((value) => ({ value, label: say(`cases.direction-${value}`) })),
      },
      text('with', say('cases.form-with')),
      prose('text', say('cases.form-text')),
    ],
    'cases.add-document': () => [
      { key: 'file', label: say('cases.form-file'), kind: 'file', required: true },
      text('note', say('cases.form-text'), false),
    ],
    'cases.add-alias': () => [
      codeField('kind', say('cases.form-kind'), 'number-kind', { required: true }),
      text('text', say('cases.form-number')),
    ],
    'cases.add-party': () => partyFields(say),
    'cases.add-offence': () => [
      codeField('code', say('cases.offences'), 'offence', { required: true }),
      { key: 'counts', label: say('cases.form-counts'), kind: 'number' },
    ],
    'cases.set-incident': () => [
      { key: 'incident', label: say('cases.when'), kind: 'group', fields: timeFields(say) },
      { key: 'place', label: say('cases.place'), kind: 'group', fields: placeFields(say) },
    ],
    'cases.correct-case': () => [
      text('title', say('cases.form-title'), false),
      { key: 'summary', label: say('cases.summary'), kind: 'prose' },
    ],
    'cases.relate-cases': () => [
      caseField('other', say('cases.column-title')),
      codeField('kind', say('cases.form-kind'), 'relation', { required: true }),
    ],
    'cases.mark-duplicate': () => [caseField('of', say('cases.column-title'))],
    'cases.assign-task': () => [
      text('text', say('cases.form-text')),
      {
        key: 'assignee',
        label: say('cases.form-assignee'),
        kind: 'person',
        operation: 'identity.list-people',
        required: true,
      },
      { key: 'dueOn', label: say('cases.form-due'), kind: 'date' },
    ],
    'cases.set-priority': () => [
      {
        key: 'priority',
        label: say('cases.form-priority'),
        kind: 'choice',
        required: true,
        options: ['1', '2', '3', '4'].map((value) => ({ value, label: say(`cases.priority-${value}`) })),
      },
    ],
    'cases.change-investigator': () => [
      {
        key: 'investigator',
        label: say('cases.investigator'),
        kind: 'group',
        fields: [
          {
            key: 'person',
            label: say('cases.form-person'),
            kind: 'person',
            operation: 'identity.list-people',
          },
          unitField('unit', say('cases.form-unit')),
        ],
      },
    ],
    'cases.give-access': () => [
      {
        key: 'principal',
        label: say('cases.form-person'),
        kind: 'person',
        operation: 'identity.list-people',
        required: true,
      },
    ],
    'cases.place-hold': () => [
      {
        key: 'kind',
        label: say('cases.form-kind'),
        kind: 'choice',
        required: true,
        options: ['legal', 'court', 'appeal', 'review'].map((value) => ({
          value,
          label: say(`cases.hold-kind-${value}`),
        })),
      },
      text('authority', say('cases.form-authority')),
    ],
    'cases.seal-case': () => [text('authority', say('cases.form-authority'))],
    'cases.unseal-case': () => [text('authority', say('cases.form-authority'))],
    'cases.record-charge': () => court,
    'cases.record-hearing': () => court,
    'cases.record-court-outcome': () => court,
    'cases.record-appeal': () => court,
    'cases.identify-party': () =>
      partyFields(say)
        .filter((f) => f.key !== 'role')
        .map((f) => (f.key === 'name' ? { ...f, required: true } : f)),
  }
  return acts[operation]?.() ?? []
}

/** Acts that the server refuses without a reason. */
export const needReason: ReadonlySet<string> = new Set([
  'cases.correct-case',
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
