/** Messages about deaths: one is received as a file, and each is seen as it was written beside what was understood of it. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState, ErrorState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Facts, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { RefPicker } from '#ui/RefPicker.tsx'
import { fileUrl, type Uploaded, useAsk, useTell } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import { SendPaper } from './SendPaper.tsx'

interface Head {
  id: string
  death: string
  about: string
  kind: string
  direction: 'in' | 'out'
  form: string
  recipient: string | null
  fileName: string
  number: string | null
  state: string | null
  sender: string | null
  at: string
  by: string | null
  notUnderstood: string[]
}
interface Seen extends Head {
  foundBy: 'number' | 'person'
  panel: string | null
  collectedAt: string | null
  issuedAt: string | null
  conclusion: string | null
  specimens: { id: string; type: string; accession: string | null; note: string | null }[]
  results: {
    analyte: string
    specimen: string | null
    written: string | null
    understood: string
    note: string | null
  }[]
  remarks: string[]
}
const stateOf = (say: Say, state: string | null): string =>
  state === null ? '' : say(`exchange.message-state-${state}`)

/** From whom it came, or to whom it went and in which form. */
function withWhom(say: Say, m: Head): string {
  if (m.direction === 'in') return say('exchange.message-from', { who: m.sender ?? '' })
  const form = say(`exchange.form-${m.form}`)
  return m.recipient ? say('exchange.message-to', { who: m.recipient, form }) : form
}

export default function MessagesPage(): ReactNode {
  const say = useSay()
  const [opened, open] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const list = useAsk<{ items: Head[] }>('exchange.messages', { limit: 200 }, { keep: true })
  return (
    <Page>
      <RecordHead
        title={say('op.exchange.messages')}
        acts={
          <ActRow>
            <Act operation="exchange.send-paper" icon="send" onAct={() => setSending(true)} />
          </ActRow>
        }
      />
      <Receive onReceived={open} />
      <Card>
        {list.error ? (
          <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTable<Head>
            name="exchange.messages"
            rows={list.data?.items ?? []}
            loading={list.isPending}
            rowKey={(m) => m.id}
            onOpen={(m) => open(m.id)}
            count={list.data?.items.length ?? 0}
            searchable
            empty={<EmptyState title={say('exchange.messages-empty')} />}
            columns={[
              {
                key: 'about',
                label: say('exchange.message-of'),
                primary: true,
                cell: (m) => <Mono>{m.about}</Mono>,
                text: (m) => m.about,
                sortable: true,
              },
              {
                key: 'kind',
                label: say('exchange.kind'),
                cell: (m) => say(`exchange.kind-${m.kind}`),
                text: (m) => say(`exchange.kind-${m.kind}`),
                sortable: true,
              },
              {
                key: 'with',
                label: say('exchange.message-with'),
                cell: (m) => withWhom(say, m),
                text: (m) => withWhom(say, m),
                sortable: true,
              },
              {
                key: 'number',
                label: say('exchange.message-number'),
                mono: true,
                cell: (m) => m.number ?? '',
                text: (m) => m.number ?? '',
              },
              {
                key: 'state',
                label: say('exchange.message-state'),
                cell: (m) => stateOf(say, m.state),
                text: (m) => stateOf(say, m.state),
              },
              {
                key: 'at',
                label: say('exchange.message-at'),
                cell: (m) => showInstant(m.at),
                text: (m) => m.at,
                sortable: true,
              },
            ]}
          />
        )}
      </Card>
      {sending ? (
        <SendPaper
          onClose={() => setSending(false)}
          onSent={(id) => {
            setSending(false)
            open(id)
          }}
        />
      ) : null}
      {opened ? <MessageDialog id={opened} onClose={() => open(null)} /> : null}
    </Page>
  )
}

function Receive({ onReceived }: { readonly onReceived: (id: string) => void }): ReactNode {
  const say = useSay()
  const [sent, setSent] = useState<Uploaded | null>(null)
  const [death, setDeath] = useState<string | null>(null)
  const receive = useTell<{ id: string; about: string; results: number; notUnderstood: number }>(
    'exchange.receive-message',
  )
  const { done } = receive
  const send = useTell<{ id: string }>('exchange.send-message')
  return (
    <Card title={say('op.exchange.receive-message')}>
      <div style={{ display: 'grid', gap: 12 }}>
        <FileDrop
          label={say('exchange.message-choose')}
          accept=".json,application/json,application/fhir+json"
          onFiles={([file]) => setSent(file ?? null)}
        />
        <RefPicker<{ id: string; number: string | null; call: string; name: string | null }>
          label={say('exchange.message-death')}
          help={say('exchange.message-death-help')}
          value={death}
          onChange={setDeath}
          ask={{
            name: 'death.calls',
            value: (d) => d.id,
            label: (d) => [d.number ?? d.call, d.name].filter(Boolean).join(' · '),
          }}
        />
        <ProblemNote of={receive.problem} />
        {done ? (
          <Note tone="reef" icon="check">
            {say('exchange.message-received', {
              about: done.about,
              results: done.results,
              left: done.notUnderstood,
            })}
          </Note>
        ) : null}
        <ProblemNote of={send.problem} />
        <div className="acts">
          <Button
            primary
            icon="inbox"
            off={sent === null}
            busy={receive.busy}
            onClick={() => {
              void receive.tell({ file: sent?.sha256, ...(death ? { death } : {}) }).then((got) => {
                if (got) onReceived(got.id)
              })
            }}
          >
            {say('op.exchange.receive-message')}
          </Button>
          <Button
            icon="send"
            off={death === null}
            busy={send.busy}
            onClick={() => {
              void send.tell({ death }).then((got) => {
                if (got) onReceived(got.id)
              })
            }}
          >
            {say('op.exchange.send-message')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function MessageDialog(props: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const say = useSay()
  const message = useAsk<Seen>('exchange.get-message', { message: props.id })
  return (
    <Dialog wide title={say('op.exchange.get-message')} onClose={props.onClose}>
      <Asked of={message}>{(m) => <Told message={m} />}</Asked>
    </Dialog>
  )
}

function Told({ message: m }: { readonly message: Seen }): ReactNode {
  const say = useSay()
  const facts: [string, ReactNode][] = [
    [
      say('exchange.message-of'),
      <Linked key="d" to={`/death/deaths/${m.death}`} mono>
        {m.about}
      </Linked>,
    ],
    [say('exchange.kind'), say(`exchange.kind-${m.kind}`)],
    [say('exchange.message-with'), withWhom(say, m)],
    [say('exchange.message-number'), <Mono key="n">{m.number ?? ''}</Mono>],
    [
      say('exchange.message-state'),
      `${stateOf(say, m.state)}${m.issuedAt ? `, ${showDate(m.issuedAt.slice(0, 10))}` : ''}`,
    ],
    [
      say('exchange.message-at'),
      [showInstant(m.at), m.by, m.direction === 'in' ? say(`exchange.message-found-${m.foundBy}`) : '']
        .filter(Boolean)
        .join(' · '),
    ],
  ]
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <Facts rows={facts} />
      {m.remarks.length > 0 ? (
        <Note tone="maize" icon="eye" title={say('exchange.message-remarks')}>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {[...new Set(m.remarks)].map((r) => (
              <li key={r}>{r}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      {m.results.length === 0 ? null : <Results message={m} />}
      {m.specimens.length > 0 ? (
        <Plain
          head={[
            say('exchange.message-specimens'),
            say('exchange.message-number'),
            say('exchange.message-note'),
          ]}
          rows={m.specimens.map((s) => [s.type, <Mono key="a">{s.accession ?? ''}</Mono>, s.note ?? ''])}
        />
      ) : null}
      {m.conclusion ? (
        <Note tone="maya" icon="flask" title={say('exchange.message-conclusion')}>
          {m.conclusion}
        </Note>
      ) : null}
      {m.notUnderstood.length > 0 ? (
        <details>
          <summary>{`${say('exchange.message-left')} (${m.notUnderstood.length})`}</summary>
          <ul style={{ margin: 0, paddingInlineStart: 18, overflowWrap: 'anywhere' }}>
            {m.notUnderstood.map((path) => (
              <li key={path}>
                <Mono>{path}</Mono>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Linked to={fileUrl('exchange.message-file', { message: m.id })} icon="download">
        {say('exchange.message-original')}
      </Linked>
    </div>
  )
}

function Results({ message: m }: { readonly message: Seen }): ReactNode {
  const say = useSay()
  return (
    <Plain
      head={[
        say('exchange.message-analyte'),
        say('exchange.message-specimen'),
        say('exchange.message-written'),
        say('exchange.message-understood'),
        say('exchange.message-note'),
      ]}
      rows={m.results.map((r) => [r.analyte, r.specimen ?? '', r.written ?? '', r.understood, r.note ?? ''])}
    />
  )
}
