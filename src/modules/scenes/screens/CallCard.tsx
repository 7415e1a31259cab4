/** One call: where, since when it waits, who is on the way, and what can be done about it. */
import { type ReactNode, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant, showSpan } from '#ui/show.ts'
import type { CallOutLine } from '../contract.ts'
import { callStateOf } from './state.ts'

export function CallCard(props: { call: CallOutLine }): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const { call } = props
  const [open, setOpen] = useState<'dispatch' | 'decline' | null>(null)
  const state = callStateOf[call.state]
  return (
    <article className="scene-call">
      <div className="scene-call-head">
        <StateChip tone={state.tone} icon={state.icon}>
          {call.state === 'waiting'
            ? say('scenes.waiting-for', { span: showSpan(call.minutesWaiting * 60_000) })
            : say(state.key)}
        </StateChip>
        <strong>{call.place}</strong>
      </div>
      <p>
        {[
          call.sceneTypeName,
          call.district,
          call.caller,
          showInstant(call.at),
          call.people.map((p) => p.name).join(', '),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        <Linked to={`/cases/${call.case.id}`}>
          <Mono>{call.case.number}</Mono>
        </Linked>
      </p>
      {call.words ? <p>{call.words}</p> : null}
      <ActRow>
        <Act
          operation="scenes.open-attendance"
          actions={call.actions}
          icon="pin"
          onAct={() => void navigate({ to: '/scenes/open', search: { call: call.id } as never })}
        />
        <Act
          operation="scenes.dispatch"
          actions={call.actions}
          icon="truck"
          onAct={() => setOpen('dispatch')}
        />
        <Act
          operation="scenes.decline-call-out"
          actions={call.actions}
          icon="ban"
          onAct={() => setOpen('decline')}
        />
      </ActRow>
      {open === 'dispatch' ? <DispatchPanel call={call} onClose={() => setOpen(null)} /> : null}
      {open === 'decline' ? <DeclinePanel call={call} onClose={() => setOpen(null)} /> : null}
    </article>
  )
}

interface PanelProps {
  readonly call: CallOutLine
  readonly onClose: () => void
}
function DispatchPanel({ call, onClose }: PanelProps): ReactNode {
  const say = useSay()
  const tell = useTell('scenes.dispatch', { onDone: onClose })
  return (
    <Dialog title={say('op.scenes.dispatch')} onClose={onClose}>
      <Form
        name={`scenes.dispatch.${call.id}`}
        draft={false}
        fields={[
          {
            key: 'people',
            label: say('scenes.field-people'),
            kind: 'list',
            required: true,
            fields: [{ key: 'person', label: say('scenes.roster-person'), kind: 'person', required: true }],
          },
          { key: 'vehicle', label: say('scenes.field-vehicle'), kind: 'text' },
        ]}
        initial={{ people: call.people.length > 0 ? call.people.map((p) => ({ person: p.id })) : [{}] }}
        shown={Object.fromEntries(call.people.map((p, i) => [`people.${i}.person`, p.name]))}
        problem={tell.problem}
        onSend={async (v) =>
          void (await tell.tell({
            callOut: call.id,
            people: (v['people'] as { person: string }[]).map((p) => p.person),
            vehicle: v['vehicle'] || null,
          }))
        }
        sendLabel={say('op.scenes.dispatch')}
      />
    </Dialog>
  )
}
function DeclinePanel({ call, onClose }: PanelProps): ReactNode {
  const say = useSay()
  const tell = useTell('scenes.decline-call-out', { onDone: onClose })
  const reasons = useAsk<{ items: { code: string; name: string }[] }>('catalogue.get-code-list', {
    list: 'scene-decline-reason',
  })
  return (
    <Dialog title={say('op.scenes.decline-call-out')} onClose={onClose}>
      <Form
        name={`scenes.decline.${call.id}`}
        draft={false}
        fields={[
          {
            key: 'code',
            label: say('scenes.field-reason'),
            kind: 'choice',
            required: true,
            options: (reasons.data?.items ?? []).map((c) => ({ value: c.code, label: c.name })),
          },
          { key: 'words', label: say('scenes.field-words'), kind: 'prose', rows: 2 },
        ]}
        problem={tell.problem}
        onSend={async (v) => void (await tell.tell({ callOut: call.id, ...v }))}
        sendLabel={say('op.scenes.decline-call-out')}
      />
    </Dialog>
  )
}
