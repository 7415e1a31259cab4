/** Paper that leaves for good: with whose authority, who said yes, and the certificate at the end. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Button } from '#ui/Button.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useList, useTell } from '#ui/client.ts'
import type { Field, Values } from '#ui/fields.ts'
import { useSay } from '#ui/say.ts'
import type { DisposalLine } from '../pages/contract/leaving.ts'
import { useCodes } from './codes.ts'
import { leavingLook } from './state.ts'
import './archive.css'

export default function LeavingPage(): ReactNode {
  const say = useSay()
  const [state, setState] = useState<'open' | 'ended'>('open')
  const [asking, setAsking] = useState(false)
  const list = useList<DisposalLine>('archive.find-disposals', { limit: 50, state })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('archive.title'), to: '/archive' }]}
        title={say('op.archive.find-disposals')}
        facts={say('archive.leaving-facts')}
        acts={
          <Act
            operation="archive.authorise-destruction"
            icon="file-x"
            primary
            onAct={() => setAsking(true)}
          />
        }
      />
      <Tabs
        value={state}
        onChange={setState}
        tabs={[
          { value: 'open', label: say('archive.request-open') },
          { value: 'ended', label: say('archive.request-ended-tab') },
        ]}
      />
      {list.problem ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : list.rows.length === 0 ? (
        <EmptyState title={say('archive.leaving-none')} icon="archive">
          {say('archive.leaving-none-how')}
        </EmptyState>
      ) : (
        <Card>
          {list.rows.map((d) => (
            <Leaving key={d.id} of={d} />
          ))}
        </Card>
      )}
      {asking ? <Authorise onClose={() => setAsking(false)} /> : null}
    </Page>
  )
}
function Leaving({ of: d }: { of: DisposalLine }): ReactNode {
  const say = useSay()
  const agree = useTell('archive.authorise-destruction')
  const [carrying, setCarrying] = useState(false)
  const [refusing, setRefusing] = useState(false)
  const carry = d.action === 'destroy' ? 'archive.record-destruction' : 'archive.transfer-records'
  return (
    <article className="archive-req">
      <div className="archive-req-head">
        <Mono>{d.number}</Mono>
        <StateChip tone={leavingLook[d.state].tone} icon={leavingLook[d.state].icon}>
          {say(`archive.leaving-is-${d.state}`)}
        </StateChip>
        <span>{say(`archive.action-${d.action}`)}</span>
      </div>
      <p>{d.authority}</p>
      <div className="archive-req-head">
        {d.files.map((f) => (
          <Linked key={f.id} to={`/archive/files/${f.id}`} mono>
            <Mono>{f.number}</Mono>
          </Linked>
        ))}
        {d.unseen > 0 ? <span>{say('archive.unseen-files', { n: d.unseen })}</span> : null}
      </div>
      <ul className="archive-steps">
        {d.steps.map((s) => (
          <li key={s.at + s.kind}>
            <span>
              {say(`archive.leaving-is-${s.kind}`)} · {s.by}
            </span>
            <When at={s.at} />
          </li>
        ))}
      </ul>
      <ProblemNote of={agree.problem} />
      <ActRow>
        {d.state === 'authorised' ? (
          <Act
            operation="archive.authorise-destruction"
            actions={d.actions}
            icon="check"
            busy={agree.busy}
            onAct={() => void agree.tell({ disposal: d.id })}
          >
            {say('archive.agree')}
          </Act>
        ) : null}
        {d.state === 'agreed' ? (
          <Act operation={carry} actions={d.actions} icon="file-x" danger onAct={() => setCarrying(true)} />
        ) : null}
        {d.state === 'authorised' || d.state === 'agreed' ? (
          <Button icon="ban" onClick={() => setRefusing(true)}>
            {say('archive.refuse')}
          </Button>
        ) : null}
        {d.paper ? (
          <a className="link" href={fileUrl('archive.archive-paper', { paper: d.paper })}>
            {say('archive.paper-disposal')}
          </a>
        ) : null}
      </ActRow>
      {refusing ? <Refuse of={d} onClose={() => setRefusing(false)} /> : null}
      {carrying ? <CarryOut of={d} operation={carry} onClose={() => setCarrying(false)} /> : null}
    </article>
  )
}
function Refuse({ of: d, onClose }: { of: DisposalLine; onClose: () => void }): ReactNode {
  const say = useSay()
  const send = useTell('archive.authorise-destruction', { onDone: onClose })
  return (
    <Dialog title={say('archive.refuse')} onClose={onClose}>
      <p>{say('archive.refuse-how')}</p>
      <Form
        name={`archive.refuse.${d.id}`}
        fields={[
          { key: 'words', label: say('archive.field-refuse-why'), kind: 'prose', rows: 2, required: true },
        ]}
        problem={send.problem}
        onSend={async ({ words }) => void (await send.tell({ disposal: d.id, refuse: true, words }))}
        sendLabel={say('archive.refuse')}
      />
    </Dialog>
  )
}
function CarryOut({
  of: d,
  operation,
  onClose,
}: {
  of: DisposalLine
  operation: string
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const methods = useCodes('disposal-method', d.action === 'destroy')
  const send = useTell(operation, { onDone: onClose })
  const how: Field =
    d.action === 'destroy'
      ? {
          key: 'method',
          label: say('archive.field-method'),
          kind: 'choice',
          required: true,
          options: methods,
        }
      : { key: 'receivedBy', label: say('archive.received-by'), kind: 'text', required: true }
  return (
    <Dialog title={say(`op.${operation}`)} onClose={onClose}>
      <Form
        name={`${operation}.${d.id}`}
        draft={false}
        fields={[
          how,
          { key: 'person', label: say('archive.witness'), kind: 'person', required: true },
          { key: 'pin', label: say('archive.witness-pin'), kind: 'text', secret: true, required: true },
          { key: 'words', label: say('archive.field-words'), kind: 'prose', rows: 2 },
        ]}
        problem={send.problem}
        onSend={async ({ person, pin, ...rest }) =>
          void (await send.tell({ disposal: d.id, ...filled(rest), witness: { person, pin } }))
        }
        sendLabel={say(`op.${operation}`)}
        danger
      />
    </Dialog>
  )
}
const filled = (v: Values): Values =>
  Object.fromEntries(Object.entries(v).filter(([, x]) => x !== '' && x !== null))
interface Found {
  readonly id: string
  readonly number: string
  readonly title?: string | null
}
function Authorise({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const send = useTell('archive.authorise-destruction', { onDone: onClose })
  return (
    <Dialog title={say('op.archive.authorise-destruction')} onClose={onClose}>
      <Form
        name="archive.authorise-destruction"
        fields={[
          {
            key: 'action',
            label: say('archive.action'),
            kind: 'choice',
            required: true,
            options: (['destroy', 'transfer'] as const).map((a) => ({
              value: a,
              label: say(`archive.action-${a}`),
            })),
          },
          {
            key: 'files',
            label: say('archive.files'),
            kind: 'list',
            required: true,
            fields: [
              {
                key: 'file',
                label: say('archive.file'),
                kind: 'ref',
                required: true,
                ask: {
                  name: 'archive.file-inventory',
                  params: { limit: 10 },
                  label: (f: Found) => f.number,
                  note: (f: Found) => f.title ?? '',
                  value: (f: Found) => f.id,
                },
              },
            ],
          },
          { key: 'authority', label: say('archive.authority'), kind: 'text', required: true },
          { key: 'number', label: say('archive.authority-number'), kind: 'text', required: true },
          { key: 'on', label: say('archive.authority-on'), kind: 'date', required: true },
          { key: 'document', label: say('archive.authority-file'), kind: 'file', required: true },
          { key: 'receiver', label: say('archive.received-by'), kind: 'text' },
        ]}
        problem={send.problem}
        onSend={async ({ files, ...rest }) =>
          void (await send.tell({ ...filled(rest), files: (files as { file: string }[]).map((f) => f.file) }))
        }
        sendLabel={say('op.archive.authorise-destruction')}
      />
    </Dialog>
  )
}
