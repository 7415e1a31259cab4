/** Requests for scans on their clock: the one due first at the top, and the next step of each. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState, More } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card, Page, Steps, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { RequestLine, RequestState } from '../pages/contract/requests.ts'
import { useCodes } from './codes.ts'
import { requestLook } from './state.ts'
import './archive.css'

const order: readonly RequestState[] = ['asked', 'located', 'scanned', 'screened', 'copied', 'returned']
export default function RequestsPage(): ReactNode {
  const say = useSay()
  const [state, setState] = useState<'open' | 'late' | 'ended'>('open')
  const [asking, setAsking] = useState(false)
  const list = useList<RequestLine>('archive.scan-requests', { limit: 50, state })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('archive.title'), to: '/archive' }]}
        title={say('archive.requests')}
        facts={say('archive.requests-facts')}
        acts={<Act operation="archive.request-scan" icon="add" primary onAct={() => setAsking(true)} />}
      />
      <Tabs
        value={state}
        onChange={setState}
        tabs={[
          { value: 'open', label: say('archive.request-open') },
          { value: 'late', label: say('archive.request-late-tab') },
          { value: 'ended', label: say('archive.request-ended-tab') },
        ]}
      />
      {list.problem ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : list.rows.length === 0 ? (
        <EmptyState title={say('archive.requests-none')} icon="clock">
          {say('archive.requests-none-how')}
        </EmptyState>
      ) : (
        <Card>
          {list.rows.map((r) => (
            <Request key={r.id} of={r} />
          ))}
          <More of={list} />
        </Card>
      )}
      {asking ? <AskDialog onClose={() => setAsking(false)} /> : null}
    </Page>
  )
}
function Request({ of: r }: { of: RequestLine }): ReactNode {
  const say = useSay()
  const [searching, setSearching] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const look = requestLook[r.state]
  const reached = r.steps.map((s) => s.kind)
  const next = order.find((kind) => !reached.includes(kind))
  return (
    <article className="archive-req">
      <div className="archive-req-head">
        <Mono>{r.number}</Mono>
        <StateChip tone={r.late ? 'achiote' : look.tone} icon={r.late ? 'warning' : look.icon}>
          {r.late ? say('archive.request-late') : say(`archive.request-is-${r.state}`)}
        </StateChip>
        {r.file ? (
          <Linked to={`/archive/files/${r.file.id}`} mono>
            <Mono>{r.file.number}</Mono>
          </Linked>
        ) : null}
        {r.case ? (
          <Linked to={`/cases/${r.case.id}`} mono>
            <Mono>{r.case.number}</Mono>
          </Linked>
        ) : null}
        <span>
          {say('archive.request-due')} <When at={r.due} />
        </span>
      </div>
      <p>
        {[r.said, say('archive.request-for', { purpose: r.purpose }), r.by, r.words]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {r.state === 'not-found' || r.state === 'withdrawn' ? null : (
        <Steps
          label={r.number}
          steps={order.map((kind) => ({
            label: say(`archive.request-is-${kind}`),
            state: reached.includes(kind) ? 'done' : kind === next && !r.ended ? 'now' : 'to-come',
          }))}
        />
      )}
      <ActRow>
        {r.actions.some((a) => a.operation === 'archive.certify-search' && a.ok) ? (
          <Act
            operation="archive.certify-search"
            actions={r.actions}
            icon="zoom-question"
            onAct={() => setSearching(true)}
          />
        ) : null}
        {r.actions.some((a) => a.operation === 'archive.withdraw-request' && a.ok) ? (
          <Act
            operation="archive.withdraw-request"
            actions={r.actions}
            icon="ban"
            onAct={() => setWithdrawing(true)}
          />
        ) : null}
        {r.papers.map((p) => (
          <a key={p.id} className="link" href={fileUrl('archive.archive-paper', { paper: p.id })}>
            {say(`archive.paper-${p.kind}`)} <Mono>{p.number}</Mono>
          </a>
        ))}
      </ActRow>
      {searching ? <SearchDialog of={r} onClose={() => setSearching(false)} /> : null}
      {withdrawing ? <WithdrawDialog of={r} onClose={() => setWithdrawing(false)} /> : null}
    </article>
  )
}
function WithdrawDialog({ of: r, onClose }: { of: RequestLine; onClose: () => void }): ReactNode {
  const say = useSay()
  const send = useTell('archive.withdraw-request', { onDone: onClose })
  return (
    <Dialog title={say('op.archive.withdraw-request')} onClose={onClose}>
      <Form
        name={`archive.withdraw-request.${r.id}`}
        fields={[{ key: 'words', label: say('archive.field-why-withdrawn'), kind: 'text', required: true }]}
        problem={send.problem}
        onSend={async ({ words }) => void (await send.tell({ request: r.id, words }))}
        sendLabel={say('op.archive.withdraw-request')}
      />
    </Dialog>
  )
}
function SearchDialog({ of: r, onClose }: { of: RequestLine; onClose: () => void }): ReactNode {
  const say = useSay()
  const send = useTell('archive.certify-search', { onDone: onClose })
  return (
    <Dialog title={say('op.archive.certify-search')} onClose={onClose}>
      <Form
        name={`archive.certify-search.${r.id}`}
        fields={[
          {
            key: 'where',
            label: say('archive.field-looked'),
            help: say('archive.field-looked-help'),
            kind: 'prose',
            rows: 4,
            required: true,
          },
          { key: 'words', label: say('archive.field-words'), kind: 'prose', rows: 2 },
        ]}
        problem={send.problem}
        onSend={async ({ where, words }) => {
          const places = String(where ?? '')
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '')
          await send.tell({ request: r.id, where: places, ...(words ? { words } : {}) })
        }}
        sendLabel={say('op.archive.certify-search')}
      />
    </Dialog>
  )
}
interface Found {
  readonly id: string
  readonly number: string
  readonly title?: string | null
}
function AskDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const purposes = useCodes('scan-purpose')
  const send = useTell('archive.request-scan', { onDone: onClose })
  const picked = (name: string) => ({
    name,
    params: { limit: 10 },
    label: (c: Found) => c.number,
    note: (c: Found) => c.title ?? '',
    value: (c: Found) => c.id,
  })
  return (
    <Dialog title={say('op.archive.request-scan')} onClose={onClose}>
      <Form
        name="archive.request-scan"
        fields={[
          { key: 'case', label: say('archive.field-case'), kind: 'ref', ask: picked('cases.find-cases') },
          {
            key: 'file',
            label: say('archive.field-file'),
            kind: 'ref',
            ask: picked('archive.file-inventory'),
          },
          {
            key: 'said',
            label: say('archive.field-said'),
            help: say('archive.field-said-help'),
            kind: 'text',
          },
          {
            key: 'purpose',
            label: say('archive.field-purpose'),
            kind: 'choice',
            required: true,
            options: purposes,
          },
          { key: 'words', label: say('archive.field-words'), kind: 'prose', rows: 2 },
        ]}
        problem={send.problem}
        onSend={async (v) =>
          void (await send.tell(
            Object.fromEntries(Object.entries(v).filter(([, x]) => x !== '' && x !== null)),
          ))
        }
        sendLabel={say('op.archive.request-scan')}
      />
    </Dialog>
  )
}
