/** What is filled in for the acts on a call: taking on, declining, another law, who was told, a place, a hospital asked. */
import type { ReactNode } from 'react'
import type { Field } from '#ui/Form.tsx'
import { useSay } from '#ui/say.ts'
import type { DeathSeen } from '../contract.ts'
import { notified, placeKinds } from '../../call/contract.ts'
import { AskAct, useOptions } from '../../call/screens/asking.tsx'

export interface PanelProps {
  readonly death: DeathSeen
  readonly onDone: () => void
  readonly more: Record<string, unknown>
}
interface CaseLine {
  readonly id: string
  readonly number: string
  readonly title: string
}

function useAuthorityFields(more: readonly 'withdrawn'[] = []): {
  fields: Field[]
  input: (v: Record<string, unknown>) => Record<string, unknown>
} {
  const say = useSay()
  const laws = useOptions('death-authority')
  return {
    fields: [
      { key: 'profile', kind: 'choice', label: say('death.field-profile'), options: laws, required: true },
      {
        key: 'kind',
        kind: 'choice',
        label: say('death.field-authority'),
        options: (['order', 'emergency', 'own', ...more] as const).map((value) => ({
          value,
          label: say(`death.authority-${value}`),
        })),
      },
      { key: 'number', kind: 'text', label: say('death.field-order'), show: (v) => v['kind'] === 'order' },
      { key: 'by', kind: 'text', label: say('death.field-order-by'), show: (v) => v['kind'] === 'order' },
    ],
    input: ({ kind, number, by, ...rest }) => ({
      ...rest,
      ...(kind === 'withdrawn'
        ? { withdrawn: true }
        : kind
          ? { authority: { kind, ...(number ? { number } : {}), ...(by ? { by } : {}) } }
          : {}),
    }),
  }
}

function AcceptPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const { fields, input } = useAuthorityFields()
  return (
    <AskAct
      operation="death.accept-jurisdiction"
      about={{ death: death.id }}
      onDone={onDone}
      input={input}
      fields={[
        ...fields,
        {
          key: 'case',
          label: say('death.field-case'),
          help: say('death.help-case'),
          kind: 'ref',
          ask: {
            name: 'cases.find-cases',
            label: (c: CaseLine) => `${c.number} ${c.title}`,
            value: (c: CaseLine) => c.id,
          },
        },
      ]}
    />
  )
}
function AuthorityPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const { fields, input } = useAuthorityFields(['withdrawn'])
  return (
    <AskAct
      operation="death.change-authority"
      about={{ death: death.id }}
      onDone={onDone}
      input={input}
      initial={{ profile: death.profile?.code }}
      fields={[
        ...fields,
        { key: 'why', kind: 'prose', rows: 2, label: say('death.field-why'), required: true },
      ]}
    />
  )
}
function DeclinePanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const reasons = useOptions('decline-jurisdiction')
  return (
    <AskAct
      operation="death.decline-jurisdiction"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        { key: 'reason', kind: 'choice', label: say('death.field-reason'), options: reasons, required: true },
        { key: 'signs', kind: 'text', label: say('death.field-signs') },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
      ]}
    />
  )
}
function NotificationPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const whom = useOptions('death-told')
  return (
    <AskAct
      operation="death.record-notification"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        { key: 'whom', kind: 'choice', label: say('death.field-whom'), options: whom, required: true },
        { key: 'name', kind: 'text', label: say('death.field-told-name'), required: true },
        {
          key: 'outcome',
          kind: 'choice',
          label: say('death.field-outcome'),
          required: true,
          options: notified.map((value) => ({ value, label: say(`death.outcome-${value}`) })),
        },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
      ]}
    />
  )
}
function PlacePanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const districts = useOptions('district')
  return (
    <AskAct
      operation="death.record-place"
      about={{ death: death.id }}
      onDone={onDone}
      columns={2}
      fields={[
        {
          key: 'kind',
          kind: 'choice',
          label: say('death.field-place-kind'),
          required: true,
          options: placeKinds.map((value) => ({ value, label: say(`death.place-${value}`) })),
        },
        { key: 'text', kind: 'text', label: say('death.field-place') },
        { key: 'district', kind: 'choice', label: say('death.field-district'), options: districts },
        { key: 'on', kind: 'partial-date', label: say('death.field-on') },
        { key: 'time', kind: 'text', label: say('death.field-time'), max: 5, placeholder: '22:15' },
        { key: 'approximate', kind: 'yes-no', label: say('death.field-approximate') },
        { key: 'byWhom', kind: 'text', label: say('death.field-by-whom') },
        { key: 'how', kind: 'text', label: say('death.field-how') },
        { key: 'condition', kind: 'text', label: say('death.field-condition') },
      ]}
    />
  )
}
function HospitalPanel({ death, onDone, kind }: PanelProps & { kind: 'records' | 'specimen' }): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation={kind === 'records' ? 'death.request-medical-records' : 'death.request-hospital-specimen'}
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        { key: 'whom', kind: 'text', label: say('death.field-hospital'), required: true },
        { key: 'what', kind: 'text', label: say('death.field-what'), required: true },
        { key: 'dueOn', kind: 'date', label: say('death.field-due') },
      ]}
    />
  )
}
function AnswerPanel({ death, onDone, more }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.record-hospital-answer"
      about={{ death: death.id, ...more }}
      onDone={onDone}
      fields={[
        {
          key: 'outcome',
          kind: 'choice',
          label: say('death.field-outcome'),
          required: true,
          options: (['received', 'none', 'refused'] as const).map((value) => ({
            value,
            label: say(`death.outcome-${value}`),
          })),
        },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
      ]}
    />
  )
}
export const callPanels: Readonly<Record<string, (props: PanelProps) => ReactNode>> = {
  accept: AcceptPanel,
  authority: AuthorityPanel,
  decline: DeclinePanel,
  notification: NotificationPanel,
  place: PlacePanel,
  records: (props) => <HospitalPanel {...props} kind="records" />,
  specimen: (props) => <HospitalPanel {...props} kind="specimen" />,
  answer: AnswerPanel,
}
