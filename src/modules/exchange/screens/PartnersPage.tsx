/** Partners who are told of acts as they happen: under what, how far each has come, and what was given up. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Facts, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { EventSeen, SubscriptionSeen } from '../contract/partners.ts'
import { ChangingSecret } from './ChangingSecret.tsx'
import { PlatformsCard } from './PlatformsCard.tsx'
import { Recipients } from './Recipients.tsx'
import { Subscribing } from './Subscribing.tsx'

const states = { waiting: 'waits-person', approved: 'holding', ended: 'void' } as const
const eventStates = { waiting: 'waits', sent: 'verified', dead: 'failing' } as const

export default function PartnersPage(): ReactNode {
  const say = useSay()
  const list = useList<SubscriptionSeen>('exchange.subscriptions', { limit: 50 })
  const [subscribing, setSubscribing] = useState(false)
  return (
    <Page>
      <RecordHead
        title={say('op.exchange.subscriptions')}
        facts={say('exchange.partners-note')}
        acts={
          <ActRow>
            <Act operation="exchange.subscribe" icon="add" primary onAct={() => setSubscribing(true)} />
          </ActRow>
        }
      />
      {!list.loading && list.rows.length === 0 ? (
        <EmptyState title={say('exchange.no-partners')}>{say('exchange.no-partners-note')}</EmptyState>
      ) : null}
      {list.rows.map((one) => (
        <Partner key={one.id} of={one} />
      ))}
      <Recipients />
      <PlatformsCard />
      {subscribing ? <Subscribing onClose={() => setSubscribing(false)} /> : null}
    </Page>
  )
}

function Partner({ of }: { readonly of: SubscriptionSeen }): ReactNode {
  const say = useSay()
  const approve = useTell('exchange.approve-subscription')
  const endFormer = useTell('exchange.end-former-secret')
  const [ending, setEnding] = useState(false)
  const [changing, setChanging] = useState(false)
  const [open, setOpen] = useState(false)
  return (
    <Card
      title={
        <>
          <Mono>{of.number}</Mono> {of.agency}
        </>
      }
      aside={<StateChip state={states[of.state]}>{say(`exchange.partner-state-${of.state}`)}</StateChip>}
    >
      <div style={{ display: 'grid', gap: 12 }}>
        {of.agreementState === 'over' && of.state !== 'ended' ? (
          <Note tone="achiote">{say('exchange.partner-agreement-over')}</Note>
        ) : null}
        <Facts
          rows={[
            [say('exchange.partner-receiver'), of.receiver],
            [say('exchange.partner-agreement'), `${of.agreement}; ${of.legalBasis}`],
            [say('exchange.partner-purpose'), of.purpose],
            [say('exchange.partner-address'), <Mono key="a">{of.address}</Mono>],
            [say('exchange.partner-events'), of.events.map((e) => say(`op.${e}`)).join(' · ')],
            [say('exchange.event-state'), say('exchange.partner-counts', { ...of })],
            ['', say('exchange.partner-opened', { by: of.openedBy, at: showInstant(of.openedAt) })],
          ]}
        />
        {of.formerUntil ? (
          <Note tone="maize">{say('exchange.secret-overlap', { at: showInstant(of.formerUntil) })}</Note>
        ) : null}
        <ProblemNote of={approve.problem ?? endFormer.problem} />
        <ActRow>
          {of.state === 'waiting' ? (
            <Act
              operation="exchange.approve-subscription"
              actions={of.actions}
              icon="check"
              onAct={() => void approve.tell({ subscription: of.id })}
            />
          ) : null}
          {of.state === 'ended' ? null : of.formerUntil ? (
            <Act
              operation="exchange.end-former-secret"
              actions={of.actions}
              onAct={() => void endFormer.tell({ subscription: of.id })}
            />
          ) : (
            <Act operation="exchange.change-secret" actions={of.actions} onAct={() => setChanging(true)} />
          )}
          <Act
            operation="exchange.end-subscription"
            actions={of.actions}
            danger
            onAct={() => setEnding(true)}
          />
        </ActRow>
        <details onToggle={(e) => setOpen(e.currentTarget.open)}>
          <summary>{say('op.exchange.events-told')}</summary>
          {open ? <Events of={of} /> : null}
        </details>
      </div>
      {changing ? <ChangingSecret of={of} onClose={() => setChanging(false)} /> : null}
      {ending ? <Ending of={of} onClose={() => setEnding(false)} /> : null}
    </Card>
  )
}

function Events({ of }: { readonly of: SubscriptionSeen }): ReactNode {
  const say = useSay()
  const list = useList<EventSeen>('exchange.events-told', { subscription: of.id, limit: 50 })
  const replay = useTell('exchange.replay-event')
  const [fault, setFault] = useState<string | null>(null)
  const why = (e: EventSeen): string =>
    e.fault === null
      ? ''
      : e.status !== null
        ? say('exchange.event-fault-refused', { status: e.status })
        : say(
            ['EADDRPRIVATE', 'inside'].includes(e.fault)
              ? 'exchange.event-fault-inside'
              : 'exchange.event-fault-none',
          )
  const note = (e: EventSeen): string =>
    [
      why(e),
      e.nextAt && e.attempts > 0
        ? say('exchange.event-next', { at: showInstant(e.nextAt), n: e.attempts })
        : '',
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <>
      {fault ? <ProblemNote of={replay.problem} /> : null}
      <DataTable<EventSeen>
        name="exchange.events"
        rows={list.rows}
        loading={list.loading}
        rowKey={(e) => e.id}
        more={list.more}
        hasMore={list.hasMore}
        empty={<EmptyState title={say('exchange.no-events')} />}
        columns={[
          {
            key: 'what',
            label: say('exchange.event-what'),
            primary: true,
            cell: (e) => say(`op.${e.action}`),
            text: (e) => say(`op.${e.action}`),
          },
          {
            key: 'about',
            label: say('exchange.event-about'),
            mono: true,
            cell: (e) => <Mono>{e.about ?? ''}</Mono>,
            text: (e) => e.about ?? '',
          },
          {
            key: 'made',
            label: say('exchange.event-made'),
            cell: (e) => <When at={e.madeAt} />,
            text: (e) => e.madeAt,
          },
          {
            key: 'state',
            label: say('exchange.event-state'),
            cell: (e) => (
              <>
                <StateChip state={eventStates[e.state]}>{say(`exchange.event-state-${e.state}`)}</StateChip>
                <div className="notes dim">{note(e)}</div>
              </>
            ),
            text: (e) => say(`exchange.event-state-${e.state}`),
          },
          {
            key: 'again',
            label: '',
            cell: (e) => (
              <Act
                operation="exchange.replay-event"
                actions={e.actions}
                onAct={() => {
                  setFault(e.id)
                  void replay.tell({ event: e.id })
                }}
              />
            ),
            text: () => '',
          },
        ]}
      />
    </>
  )
}

function Ending({ of, onClose }: { readonly of: SubscriptionSeen; readonly onClose: () => void }): ReactNode {
  const say = useSay()
  const end = useTell('exchange.end-subscription', { onDone: onClose })
  return (
    <Dialog title={say('op.exchange.end-subscription')} onClose={onClose}>
      <Form
        name="exchange.end-subscription"
        draft={false}
        fields={[{ key: 'words', label: say('exchange.partner-words'), kind: 'prose', required: true }]}
        sendLabel={say('op.exchange.end-subscription')}
        problem={end.problem}
        onSend={async (values) => void (await end.tell({ subscription: of.id, ...values }))}
      />
    </Dialog>
  )
}
