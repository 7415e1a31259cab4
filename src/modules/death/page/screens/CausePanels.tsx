/** What is filled in about examinations ordered, cause, manner, doubts, inquest and relatives. */
import type { ReactNode } from 'react'
import type { Field } from '#ui/Form.tsx'
import { useSay } from '#ui/say.ts'
import { contactKinds } from '../../certification/contract/certification.ts'
import { examinationKinds } from '../../examination/contract/examination.ts'
import { reflections } from '../../examination/contract/results.ts'
import { AskAct, useOptions } from '../../call/screens/asking.tsx'
import type { PanelProps } from './CallPanels.tsx'

type Values = Record<string, unknown>

function ExaminationPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.order-examination"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        {
          key: 'kind',
          kind: 'choice',
          required: true,
          label: say('death.field-kind-of-examination'),
          options: examinationKinds.map((value) => ({ value, label: say(`death.examination-${value}`) })),
        },
        {
          key: 'forWhom',
          kind: 'text',
          label: say('death.field-for-whom'),
          show: (v) => v['kind'] === 'second',
        },
        { key: 'dueOn', kind: 'date', label: say('death.field-due') },
      ]}
    />
  )
}

function ReadPanel({ death, more, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.acknowledge-results"
      about={{ death: death.id, ...more }}
      onDone={onDone}
      fields={[
        {
          key: 'reflects',
          kind: 'choice',
          required: true,
          label: say('death.field-reflects'),
          options: reflections.map((value) => ({ value, label: say(`death.reflects-${value}`) })),
        },
        { key: 'words', kind: 'prose', rows: 3, label: say('death.field-own-words') },
      ]}
    />
  )
}

const letters = ['a', 'b', 'c', 'd'] as const
function CausePanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const now = death.causes[0]
  const settled = now && now.status !== 'pending'
  const shown = (v: Values): boolean => v['status'] !== 'pending'
  const fields: Field[] = [
    {
      key: 'status',
      kind: 'choice',
      required: true,
      span: 2,
      label: say('death.field-status'),
      options: (settled ? ['amended'] : ['pending', 'final']).map((value) => ({
        value,
        label: say(`death.cause-${value}`),
      })),
    },
    {
      key: 'pendingBecause',
      kind: 'text',
      span: 2,
      label: say('death.field-pending-because'),
      show: (v) => v['status'] === 'pending',
    },
    ...letters.flatMap((letter): Field[] => [
      {
        key: `line-${letter}`,
        kind: 'text',
        max: 120,
        label: say('death.field-line', { line: letter }),
        show: shown,
      },
      {
        key: `interval-${letter}`,
        kind: 'text',
        max: 20,
        absent: ['unknown'],
        label: say('death.field-interval'),
        show: shown,
      },
    ]),
    { key: 'other', kind: 'text', max: 240, span: 2, label: say('death.field-part2'), show: shown },
    {
      key: 'tobacco',
      kind: 'choice',
      label: say('death.field-tobacco'),
      show: shown,
      options: (['yes', 'no', 'probably', 'unknown'] as const).map((value) => ({
        value,
        label: say(`death.tobacco-${value}`),
      })),
    },
    {
      key: 'pregnancy',
      kind: 'choice',
      label: say('death.field-pregnancy'),
      show: shown,
      options: (
        ['not', 'at-death', 'within-42-days', 'within-year', 'unknown', 'not-applicable'] as const
      ).map((value) => ({
        value,
        label: say(`death.pregnancy-${value}`),
      })),
    },
    {
      key: 'change',
      kind: 'text',
      span: 2,
      label: say('death.field-amend-why'),
      show: (v) => v['status'] === 'amended',
    },
  ]
  const input = (v: Values): Values => {
    const lines = letters.flatMap((l) =>
      v[`line-${l}`] ? [{ text: v[`line-${l}`], interval: v[`interval-${l}`] ?? { absent: 'unknown' } }] : [],
    )
    const rest = Object.fromEntries(
      Object.entries(v).filter(
        ([k]) => !k.startsWith('line-') && !k.startsWith('interval-') && k !== 'change',
      ),
    )
    return { ...rest, lines, ...(v['change'] ? { why: v['change'] } : {}) }
  }
  const initial = Object.fromEntries(
    (now?.lines ?? []).flatMap((l, i) => [
      [`line-${letters[i] ?? 'a'}`, l.text],
      [`interval-${letters[i] ?? 'a'}`, l.interval ? { value: l.interval } : { absent: 'unknown' }],
    ]),
  )
  return (
    <AskAct
      operation="death.certify-cause"
      about={{ death: death.id }}
      onDone={onDone}
      columns={2}
      initial={{
        ...initial,
        ...(now?.other ? { other: now.other } : {}),
        ...(settled ? { status: 'amended' } : {}),
      }}
      input={input}
      fields={fields}
    />
  )
}
function MannerPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.give-manner"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        {
          key: 'manner',
          kind: 'choice',
          required: true,
          label: say('death.field-manner'),
          options: useOptions('manner'),
        },
        {
          key: 'how',
          kind: 'text',
          max: 250,
          label: say('death.field-injury-how'),
          show: (v) => v['manner'] !== 'natural',
        },
        {
          key: 'injuryAtWork',
          kind: 'yes-no',
          label: say('death.field-at-work'),
          show: (v) => v['manner'] !== 'natural',
        },
        {
          key: 'transportRole',
          kind: 'choice',
          label: say('death.field-transport'),
          show: () => death.setting.code === 'road',
          options: (['driver', 'passenger', 'pedestrian', 'cyclist', 'other', 'unknown'] as const).map(
            (value) => ({
              value,
              label: say(`death.transport-${value}`),
            }),
          ),
        },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
      ]}
    />
  )
}
function DoubtPanel({ death, more, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.answer-doubt"
      about={{ death: death.id, ...more }}
      onDone={onDone}
      fields={[
        {
          key: 'outcome',
          kind: 'choice',
          required: true,
          label: say('death.field-outcome'),
          options: (['stands', 'corrected'] as const).map((value) => ({
            value,
            label: say(`death.doubt-${value}`),
          })),
        },
        { key: 'words', kind: 'text', required: true, label: say('death.field-own-words') },
      ]}
    />
  )
}
function CremationPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.clear-cremation"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        {
          key: 'state',
          kind: 'choice',
          required: true,
          label: say('death.field-paper-state'),
          options: (['requested', 'pending', 'approved', 'rejected'] as const).map((value) => ({
            value,
            label: say(`death.paper-${value}`),
          })),
        },
        { key: 'number', kind: 'text', label: say('death.field-paper-number') },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
      ]}
    />
  )
}
function InquestPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.refer-to-inquest"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        { key: 'court', kind: 'text', required: true, label: say('death.field-court') },
        { key: 'reason', kind: 'text', required: true, label: say('death.field-inquest-reason') },
        { key: 'jury', kind: 'yes-no', label: say('death.field-jury') },
        { key: 'onDay', kind: 'date', label: say('death.field-inquest-day') },
      ]}
    />
  )
}
function VerdictPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.record-verdict"
      about={{ death: death.id }}
      onDone={onDone}
      initial={{ court: death.inquest.at(-1)?.court ?? '' }}
      fields={[
        { key: 'court', kind: 'text', required: true, label: say('death.field-court') },
        { key: 'onDay', kind: 'date', required: true, label: say('death.field-inquest-day') },
        { key: 'verdict', kind: 'prose', rows: 3, required: true, label: say('death.field-verdict') },
        { key: 'number', kind: 'text', label: say('death.field-paper-number') },
      ]}
    />
  )
}
function RelativePanel({ death, more, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const known = death.relatives.find((r) => r.id === more['relative'])
  return (
    <AskAct
      operation={known ? 'death.correct-relative' : 'death.add-relative'}
      about={{ death: death.id, ...more }}
      {...(known
        ? {
            initial: {
              name: known.name,
              relation: known.relation,
              phone: known.phone,
              language: known.language?.code,
              entitled: known.entitled,
            },
          }
        : {})}
      onDone={onDone}
      columns={2}
      fields={[
        { key: 'name', kind: 'text', required: true, label: say('death.column-name') },
        { key: 'relation', kind: 'text', required: true, label: say('death.field-relation') },
        { key: 'phone', kind: 'text', max: 40, label: say('death.field-phone') },
        { key: 'address', kind: 'text', label: say('death.field-address') },
        {
          key: 'language',
          kind: 'choice',
          label: say('death.field-language'),
          options: useOptions('language'),
        },
        { key: 'entitled', kind: 'yes-no', label: say('death.field-entitled') },
        ...(known
          ? [{ key: 'why', kind: 'prose', rows: 2, required: true, label: say('death.field-why') } as const]
          : []),
      ]}
    />
  )
}
function ContactPanel({ death, more, onDone, viewing }: PanelProps & { viewing: boolean }): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation={viewing ? 'death.record-viewing' : 'death.notify-relative'}
      about={{ death: death.id, ...more }}
      onDone={onDone}
      fields={[
        ...(viewing
          ? []
          : [
              {
                key: 'kind',
                kind: 'choice' as const,
                label: say('death.field-contact-kind'),
                options: contactKinds
                  .filter((k) => k !== 'viewing')
                  .map((value) => ({ value, label: say(`death.contact-${value}`) })),
              },
            ]),
        {
          key: 'language',
          kind: 'choice',
          label: say('death.field-language'),
          options: useOptions('language'),
        },
        {
          key: 'outcome',
          kind: 'choice',
          required: true,
          label: say('death.field-outcome'),
          options: (['reached', 'no-answer', 'word-left', 'declined'] as const).map((value) => ({
            value,
            label: say(`death.outcome-${value}`),
          })),
        },
        { key: 'words', kind: 'prose', rows: 3, label: say('death.field-said') },
      ]}
    />
  )
}
export const causePanels: Readonly<Record<string, (props: PanelProps) => ReactNode>> = {
  examination: ExaminationPanel,
  read: ReadPanel,
  cause: CausePanel,
  manner: MannerPanel,
  doubt: DoubtPanel,
  cremation: CremationPanel,
  inquest: InquestPanel,
  verdict: VerdictPanel,
  relative: RelativePanel,
  contact: (props) => <ContactPanel {...props} viewing={false} />,
  viewing: (props) => <ContactPanel {...props} viewing />,
}
