/** What laboratories answered about a death, result by result, and who read it: the pathologist reads each before a cause is final. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { LabAnswer } from '../../examination/contract/results.ts'
import type { CardProps } from './CallCards.tsx'

export function AnswersCard({ death, open }: CardProps): ReactNode {
  const say = useSay()
  return (
    <Card title={say('death.card-answers')}>
      {death.answers.length === 0 ? <p className="dim">{say('death.answers-none')}</p> : null}
      {death.answers.map((a) => (
        <Answer key={a.id} answer={a} death={death} open={open} />
      ))}
    </Card>
  )
}

function Answer({ answer: a, death, open }: CardProps & { readonly answer: LabAnswer }): ReactNode {
  const say = useSay()
  const [sending, setSending] = useState(false)
  const send = useTell<{ id: string; fileName: string }>('exchange.send-toxicology', {
    onDone: () => setSending(false),
  })
  return (
    <section className="lab-answer" aria-label={[a.from, a.number].filter(Boolean).join(' ')}>
      <header>
        <span>
          {a.source === 'section' ? (
            <Linked to={`/work/requests/${a.id}`}>
              <Mono>{a.number}</Mono>
            </Linked>
          ) : (
            <Mono>{a.number}</Mono>
          )}{' '}
          {a.from}
          {a.at ? (
            <small className="dim">
              {' '}
              <When at={a.at} />
            </small>
          ) : null}
        </span>
        {a.read ? (
          <StateChip tone="reef" icon="check">
            {say('death.answer-read', { name: a.read.by ?? '' })}
          </StateChip>
        ) : (
          <StateChip tone="maize" icon="hand-stop">
            {say('death.answer-unread')}
          </StateChip>
        )}
      </header>
      {a.source === 'outside' ? <FromOutside message={a.id} count={a.count} /> : null}
      <ul>
        {a.results.map((r) => (
          <li key={r.id}>
            {r.says}
            {r.presumptive ? <strong> {say('death.presumptive-only')}</strong> : null}
            <small>
              <Mono>{r.number}</Mono> {r.specimen}
            </small>
          </li>
        ))}
      </ul>
      {a.read ? (
        <p className="dim">
          {say(`death.reflects-${a.read.reflects}`)}
          {a.read.words ? `. ${a.read.words}` : ''}
        </p>
      ) : null}
      <p className="death-acts">
        <TextAct
          operation="death.acknowledge-results"
          actions={death.actions}
          icon="eye-check"
          onAct={() =>
            open(
              'read',
              a.source === 'section'
                ? { request: a.id, seen: a.results.map((r) => r.id) }
                : { message: a.id },
            )
          }
        />
        {a.source === 'section' ? (
          <TextAct operation="exchange.send-toxicology" icon="send" onAct={() => setSending(true)} />
        ) : null}
      </p>
      {sending ? (
        <Sending
          onClose={() => setSending(false)}
          problem={send.problem}
          onSend={(to) => send.tell({ death: death.id, request: a.id, ...(to ? { to } : {}) })}
        />
      ) : null}
      {send.done ? (
        <Linked to={fileUrl('exchange.message-file', { message: send.done.id })} icon="download">
          {send.done.fileName}
        </Linked>
      ) : null}
    </section>
  )
}

interface Recipient {
  readonly agency: string
  readonly name: string
  readonly form: string
}
/** To whom: a partner gets it in the form it asked for. */
function Sending(props: {
  readonly onClose: () => void
  readonly problem: ReturnType<typeof useTell>['problem']
  readonly onSend: (to: unknown) => Promise<unknown>
}): ReactNode {
  const say = useSay()
  const list = useAsk<{ items: Recipient[] }>('exchange.recipients', {})
  return (
    <Dialog title={say('op.exchange.send-toxicology')} onClose={props.onClose}>
      <Form
        name="exchange.send-toxicology"
        draft={false}
        fields={[
          {
            key: 'to',
            label: say('exchange.recipient'),
            help: say('exchange.recipient-none'),
            kind: 'choice',
            options: (list.data?.items ?? []).map((r) => ({
              value: r.agency,
              label: `${r.name} (${say(`exchange.form-${r.form}`)})`,
            })),
          },
        ]}
        sendLabel={say('op.exchange.send-toxicology')}
        problem={props.problem}
        onSend={async ({ to }) => void (await props.onSend(to))}
      />
    </Dialog>
  )
}

interface Message {
  readonly results: readonly {
    analyte: string
    specimen: string | null
    written: string | null
    note: string | null
  }[]
}
/** As the laboratory outside wrote them; fetched when somebody wants to read. */
function FromOutside({ message, count }: { readonly message: string; readonly count: number }): ReactNode {
  const say = useSay()
  const [wanted, setWanted] = useState(false)
  return (
    <details onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary>{say('death.answer-outside', { n: count })}</summary>
      {wanted ? <Written message={message} /> : null}
    </details>
  )
}
function Written({ message }: { readonly message: string }): ReactNode {
  const say = useSay()
  const asked = useAsk<Message>('exchange.get-message', { message })
  return (
    <Asked of={asked}>
      {(m) => (
        <Plain
          head={[
            say('exchange.message-analyte'),
            say('exchange.message-specimen'),
            say('exchange.message-written'),
          ]}
          rows={m.results.map((r) => [r.analyte, r.specimen ?? '', r.written ?? ''])}
        />
      )}
    </Asked>
  )
}
