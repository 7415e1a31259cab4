/** What is filled in for the acts on a body: receiving, moving, holding, effects, papers, release, burial. */
import type { ReactNode } from 'react'
import type { Field } from '#ui/Form.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { type MorgueBoardSeen, orderKinds, paperStates } from '../../morgue/contract/body.ts'
import { AskAct, useOptions } from '../../call/screens/asking.tsx'
import type { PanelProps } from './CallPanels.tsx'

type Values = Record<string, unknown>

/** Free places of the morgue, the cold ones first. */
function usePlaces(): { value: string; label: string }[] {
  const board = useAsk<MorgueBoardSeen>('death.morgue-board')
  return (board.data?.units ?? []).flatMap((u) =>
    u.places
      .filter((p) => p.capacity === null || p.bodies.length < p.capacity)
      .map((p) => ({ value: p.id, label: `${p.code} · ${u.name}` })),
  )
}

const takerFields = (say: (key: string) => string): Field[] => [
  { key: 'name', kind: 'text', label: say('death.field-to-name'), required: true },
  { key: 'where', kind: 'text', label: say('death.field-to-where') },
  { key: 'document', kind: 'text', label: say('death.field-document'), required: true },
]
const takerOf = ({ name, where, document, ...rest }: Values): Values => ({
  ...rest,
  to: { name, document, ...(where ? { where } : {}) },
})

function ReceivePanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.receive-body"
      about={{ death: death.id }}
      onDone={onDone}
      columns={2}
      fields={[
        {
          key: 'place',
          kind: 'choice',
          label: say('death.field-morgue-place'),
          options: usePlaces(),
          required: true,
        },
        { key: 'broughtBy', kind: 'text', label: say('death.field-brought-by'), required: true },
        { key: 'broughtFrom', kind: 'text', label: say('death.field-brought-from') },
        { key: 'takenAt', kind: 'instant', label: say('death.field-taken-at') },
        { key: 'seal', kind: 'text', label: say('death.field-seal'), max: 60 },
        { key: 'condition', kind: 'text', label: say('death.field-condition') },
        ...(death.stays.length > 0
          ? [
              {
                key: 'band',
                kind: 'choice' as const,
                label: say('death.field-band'),
                required: true,
                options: (['found', 'new'] as const).map((value) => ({
                  value,
                  label: say(`death.band-${value}`),
                })),
              },
            ]
          : []),
      ]}
    />
  )
}
function MovePanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.move-body"
      about={{ death: death.id }}
      onDone={onDone}
      draft={false}
      fields={[
        {
          key: 'place',
          kind: 'choice',
          label: say('death.field-morgue-place'),
          options: usePlaces(),
          required: true,
        },
        { key: 'words', kind: 'text', label: say('death.field-own-words') },
      ]}
    />
  )
}
function HoldPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.hold-body"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[{ key: 'authority', kind: 'text', label: say('death.field-hold-authority'), required: true }]}
    />
  )
}
function FreePanel({ death, onDone, more }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.free-body"
      about={{ death: death.id, ...more }}
      onDone={onDone}
      fields={[{ key: 'why', kind: 'prose', rows: 2, label: say('death.field-why'), required: true }]}
    />
  )
}
function FreeFromCasePanel({ death, onDone, more }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.free-body"
      about={{ death: death.id, ...more }}
      onDone={onDone}
      note={<p>{say('death.free-case-note')}</p>}
      fields={[
        { key: 'authority', kind: 'text', label: say('death.field-letter'), required: true },
        { key: 'why', kind: 'prose', rows: 2, label: say('death.field-why'), required: true },
      ]}
    />
  )
}
function EffectsPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.inventory-effects"
      about={{ death: death.id }}
      onDone={onDone}
      draft={false}
      columns={2}
      input={({ person, pin, ...rest }) => ({ ...rest, witness: { person, pin } })}
      fields={[
        {
          key: 'effects',
          kind: 'list',
          span: 2,
          label: say('death.field-effects'),
          required: true,
          fields: [
            { key: 'words', kind: 'text', label: say('death.field-effect'), required: true },
            { key: 'count', kind: 'number', label: say('death.field-count') },
            { key: 'amount', kind: 'text', label: say('death.field-amount'), max: 20 },
            { key: 'currency', kind: 'text', label: say('death.field-currency'), max: 10 },
          ],
        },
        { key: 'seal', kind: 'text', label: say('death.field-seal'), required: true, max: 60 },
        {
          key: 'person',
          kind: 'person',
          label: say('death.field-witness'),
          required: true,
          operation: 'identity.find-people',
        },
        {
          key: 'pin',
          kind: 'text',
          label: say('death.field-pin'),
          required: true,
          secret: true,
          autoComplete: 'off',
        },
      ]}
    />
  )
}
function GiveEffectsPanel({ death, onDone, more }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.release-effects"
      about={{ death: death.id, ...more }}
      onDone={onDone}
      input={takerOf}
      fields={[...takerFields(say), { key: 'relation', kind: 'text', label: say('death.field-relation') }]}
    />
  )
}
function ReleasePanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.release-body"
      about={{ death: death.id }}
      onDone={onDone}
      input={takerOf}
      fields={[
        {
          key: 'kind',
          kind: 'choice',
          label: say('death.field-to-kind'),
          required: true,
          options: (['relative', 'funeral-home', 'authority', 'other'] as const).map((value) => ({
            value,
            label: say(`death.to-${value}`),
          })),
        },
        ...takerFields(say),
      ]}
    />
  )
}
function PaperPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.record-paper"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        {
          key: 'kind',
          kind: 'choice',
          label: say('death.field-paper'),
          options: useOptions('death-paper'),
          required: true,
        },
        {
          key: 'state',
          kind: 'choice',
          label: say('death.field-paper-state'),
          required: true,
          options: paperStates.map((value) => ({ value, label: say(`death.paper-${value}`) })),
        },
        { key: 'number', kind: 'text', label: say('death.field-paper-number') },
        { key: 'by', kind: 'text', label: say('death.field-paper-by') },
      ]}
    />
  )
}
function UnclaimedPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.mark-unclaimed"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        { key: 'notices', kind: 'prose', rows: 3, label: say('death.field-notices'), required: true },
        { key: 'authority', kind: 'text', label: say('death.field-hold-authority') },
      ]}
    />
  )
}
function BurialPanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.record-burial"
      about={{ death: death.id }}
      onDone={onDone}
      fields={[
        {
          key: 'kind',
          kind: 'choice',
          label: say('death.field-burial-kind'),
          required: true,
          options: (['buried', 'cremated'] as const).map((value) => ({
            value,
            label: say(`death.burial-${value}`),
          })),
        },
        { key: 'on', kind: 'partial-date', label: say('death.field-on'), required: true },
        { key: 'place', kind: 'text', label: say('death.field-burial-place'), required: true },
        { key: 'authority', kind: 'text', label: say('death.field-hold-authority') },
      ]}
    />
  )
}
function ExhumePanel({ death, onDone }: PanelProps): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.exhume-body"
      about={{ death: death.id }}
      onDone={onDone}
      columns={2}
      initial={{ place: death.burials.at(-1)?.place ?? '' }}
      input={({ orderKind, orderBy, orderNumber, orderOn, orderWhy, ...rest }) => ({
        ...rest,
        order: { kind: orderKind, by: orderBy, number: orderNumber, on: orderOn, why: orderWhy },
      })}
      fields={[
        {
          key: 'orderKind',
          kind: 'choice',
          label: say('death.field-order-kind'),
          required: true,
          options: orderKinds.map((value) => ({ value, label: say(`death.order-${value}`) })),
        },
        { key: 'orderBy', kind: 'text', label: say('death.field-order-who'), required: true },
        { key: 'orderNumber', kind: 'text', label: say('death.field-order-number'), required: true },
        { key: 'orderOn', kind: 'date', label: say('death.field-order-on'), required: true },
        { key: 'orderWhy', kind: 'text', span: 2, label: say('death.field-order-why'), required: true },
        { key: 'on', kind: 'partial-date', label: say('death.field-exhumed-on'), required: true },
        { key: 'place', kind: 'text', label: say('death.field-burial-place'), required: true },
        { key: 'takenBy', kind: 'text', label: say('death.field-taken-by'), required: true },
        { key: 'knownBy', kind: 'text', label: say('death.field-known-by'), required: true },
        { key: 'present', kind: 'text', label: say('death.field-present') },
        { key: 'condition', kind: 'text', label: say('death.field-grave-condition') },
      ]}
    />
  )
}
export const bodyPanels: Readonly<Record<string, (props: PanelProps) => ReactNode>> = {
  receive: ReceivePanel,
  move: MovePanel,
  hold: HoldPanel,
  free: FreePanel,
  'free-from-case': FreeFromCasePanel,
  effects: EffectsPanel,
  'give-effects': GiveEffectsPanel,
  release: ReleasePanel,
  paper: PaperPanel,
  unclaimed: UnclaimedPanel,
  burial: BurialPanel,
  exhume: ExhumePanel,
}
