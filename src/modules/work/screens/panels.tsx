/** What is filled in before a request moves: accepting, declining, assigning, stopping the clock, changing the priority. */
import { type ReactNode, useState } from 'react'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { TextAct } from '#ui/Act.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { mayBeReviewer } from '../rules.ts'
import type { Request } from './lines.tsx'

export interface PanelProps {
  readonly request: Request
  readonly onDone: () => void
}
type Values = Record<string, unknown>
interface CodeSeen {
  readonly code: string
  readonly name: string
}
interface Person {
  readonly id: string
  readonly name: string
  readonly unitName: string | null
}
interface Method {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly version: number | null
  readonly versionId: string | null
  readonly discipline: string
}
interface Authorised {
  readonly person: string
  readonly name: string
  readonly as: 'analyst' | 'reviewer'
  readonly ends: string | null
  readonly until: string | null
}

export function Panel(props: { operation: string; onDone: () => void; children: ReactNode }): ReactNode {
  const say = useSay()
  return (
    <div className="work-panel">
      <Card
        title={say(`op.${props.operation}`)}
        aside={
          <TextAct icon="x" onAct={props.onDone}>
            {say('work.leave-it')}
          </TextAct>
        }
      >
        {props.children}
      </Card>
    </div>
  )
}

export function AcceptPanel(props: PanelProps): ReactNode {
  const say = useSay()
  const { request, onDone } = props
  const accept = useTell('work.accept-request', { onDone })
  const points = useAsk<{ items: CodeSeen[] }>('catalogue.get-code-list', { list: 'contract-review' })
  const asked = points.data?.items ?? []
  const fields: Field[] = [
    ...(asked.length > 0
      ? [
          {
            key: 'review',
            label: say('work.review'),
            help: say('work.review-help'),
            kind: 'choices' as const,
            required: true,
            span: 2 as const,
            options: asked.map((c) => ({ value: c.code, label: c.name })),
          },
        ]
      : []),
    { key: 'dueOn', label: say('work.field-promised'), help: say('work.help-promised'), kind: 'date' },
  ]
  return (
    <Panel operation="work.accept-request" onDone={onDone}>
      <Form
        name={`work.accept.${request.id}`}
        draft={false}
        fields={fields}
        initial={request.dueOn ? { dueOn: request.dueOn } : {}}
        problem={accept.problem}
        onSend={async (v: Values) => void (await accept.tell({ request: request.id, ...v }))}
        sendLabel={say('op.work.accept-request')}
      />
    </Panel>
  )
}

export function DeclinePanel(props: PanelProps): ReactNode {
  const say = useSay()
  const { request, onDone } = props
  const decline = useTell('work.decline-request', { onDone })
  const reasons = useAsk<{ items: CodeSeen[] }>('catalogue.get-code-list', { list: 'decline-reason' })
  const fields: Field[] = [
    {
      key: 'code',
      label: say('work.field-why'),
      kind: 'choice',
      required: true,
      options: (reasons.data?.items ?? []).map((c) => ({ value: c.code, label: c.name })),
    },
    {
      key: 'words',
      label: say('work.field-own-words'),
      help: say('work.help-decline'),
      kind: 'prose',
      rows: 2,
    },
  ]
  return (
    <Panel operation="work.decline-request" onDone={onDone}>
      <Form
        name={`work.decline.${request.id}`}
        fields={fields}
        problem={decline.problem}
        onSend={async (v: Values) => void (await decline.tell({ request: request.id, ...v }))}
        sendLabel={say('op.work.decline-request')}
      />
    </Panel>
  )
}

/** Only those authorised for the chosen method are offered, each with the day on which that ends. */
export function AssignPanel(props: PanelProps & { again: boolean }): ReactNode {
  const say = useSay()
  const { request, onDone, again } = props
  const name = again ? 'work.reassign-request' : 'work.assign-request'
  const assign = useTell(name, { onDone })
  const knowsMethods = useMay('quality.list-methods')
  const methods = useAsk<{ items: Method[] }>(
    'quality.list-methods',
    { limit: 100, discipline: request.discipline },
    { enabled: knowsMethods },
  )
  const usable = (methods.data?.items ?? []).filter((m) => m.versionId !== null)
  const [chosen, setChosen] = useState<string | null>(request.methodVersion?.id ?? null)
  const version = chosen ?? (usable.length === 1 ? (usable[0]?.versionId ?? null) : null)
  const method = usable.find((m) => m.versionId === version)
  const people = useAsk<{ people: Authorised[] }>(
    'quality.get-method',
    { method: method?.id },
    { enabled: method !== undefined },
  )
  const anybody = (role: string): Pick<Field, 'kind' | 'ask'> => ({
    kind: 'ref',
    ask: {
      name: 'identity.list-people',
      params: { role, limit: 30 },
      label: (p: Person) => p.name,
      note: (p: Person) => p.unitName ?? '',
      value: (p: Person) => p.id,
    },
  })
  const listed = (as: 'analyst' | 'reviewer'): Pick<Field, 'kind' | 'ask' | 'options'> => {
    const some = (people.data?.people ?? []).filter((p) => p.as === as && p.ends === null)
    return some.length === 0
      ? anybody('analyst')
      : {
          kind: 'choice',
          options: some.map((p) => ({
            value: p.person,
            label: p.until ? say('work.authorised-until', { name: p.name, day: showDate(p.until) }) : p.name,
          })),
        }
  }
  const fields: Field[] = [
    {
      key: 'assignee',
      label: say('work.column-analyst'),
      help: say('work.help-analyst'),
      required: true,
      ...listed('analyst'),
    },
    { key: 'reviewer', label: say('work.reviewer'), help: say('work.help-reviewer'), ...listed('reviewer') },
    ...(again
      ? [{ key: 'reason', label: say('work.field-why'), kind: 'prose' as const, rows: 2, required: true }]
      : [{ key: 'dueOn', label: say('work.field-promised'), kind: 'date' as const }]),
  ]
  const [self, setSelf] = useState(false)
  const send = async (v: Values): Promise<void> => {
    const same = !mayBeReviewer(String(v['assignee']), v['reviewer'] as string | undefined).ok
    setSelf(same)
    if (same) return
    const { reason, ...rest } = v
    await assign.tell(
      { request: request.id, methodVersion: version, ...rest },
      again ? { reason: String(reason) } : {},
    )
  }
  return (
    <Panel operation={name} onDone={onDone}>
      <FieldFrame label={say('work.method')} help={say('work.help-method')} group>
        {() => (
          <div className="work-methods">
            {usable.map((m) => (
              <label key={m.id} style={{ display: 'flex', gap: 8, padding: '4px 0' }}>
                <input
                  type="radio"
                  name="method"
                  checked={m.versionId === version}
                  onChange={() => setChosen(m.versionId)}
                />
                <span>
                  {m.code} v{m.version}, {m.title}
                </span>
              </label>
            ))}
            {methods.isSuccess && usable.length === 0 ? (
              <Note tone="maize" title={say('work.no-method')}>
                {say('work.no-method-how')}
              </Note>
            ) : null}
          </div>
        )}
      </FieldFrame>
      {self ? <Note tone="achiote" title={say('work.reviewer-is-author')} /> : null}
      {version === null ? null : (
        <Form
          key={method?.id ?? version}
          name={`${name}.${request.id}`}
          draft={false}
          fields={fields}
          columns={2}
          problem={assign.problem}
          onSend={send}
          sendLabel={say(`op.${name}`)}
        />
      )}
    </Panel>
  )
}

const waits = ['sample', 'information', 'reference', 'equipment', 'supplies', 'court', 'other'] as const

export function StopPanel(props: PanelProps): ReactNode {
  const say = useSay()
  const { request, onDone } = props
  const stop = useTell('work.stop-clock', { onDone })
  const fields: Field[] = [
    {
      key: 'code',
      label: say('work.field-waits-for'),
      kind: 'choice',
      required: true,
      options: waits.map((w) => ({ value: w, label: say(`work.wait-${w}`) })),
    },
    { key: 'words', label: say('work.field-own-words'), kind: 'text' },
  ]
  return (
    <Panel operation="work.stop-clock" onDone={onDone}>
      <Form
        name={`work.stop.${request.id}`}
        fields={fields}
        problem={stop.problem}
        onSend={async (v: Values) => void (await stop.tell({ request: request.id, ...v }))}
        sendLabel={say('op.work.stop-clock')}
      />
    </Panel>
  )
}

export function PriorityPanel(props: PanelProps): ReactNode {
  const say = useSay()
  const { request, onDone } = props
  const change = useTell('work.set-priority', { onDone })
  const fields: Field[] = [
    {
      key: 'priority',
      label: say('work.column-priority'),
      kind: 'choice',
      required: true,
      options: ['routine', 'urgent', 'court'].map((p) => ({ value: p, label: say(`work.priority-${p}`) })),
    },
    { key: 'dueOn', label: say('work.field-promised'), kind: 'date' },
    { key: 'reason', label: say('work.field-why'), kind: 'prose', rows: 2, required: true },
  ]
  const send = async (v: Values): Promise<void> => {
    const { reason, ...rest } = v
    await change.tell({ request: request.id, ...rest }, { reason: String(reason) })
  }
  return (
    <Panel operation="work.set-priority" onDone={onDone}>
      <Form
        name={`work.priority.${request.id}`}
        fields={fields}
        initial={{ priority: request.priority, ...(request.dueOn ? { dueOn: request.dueOn } : {}) }}
        problem={change.problem}
        onSend={send}
        sendLabel={say('op.work.set-priority')}
      />
    </Panel>
  )
}
