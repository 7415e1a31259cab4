/** Feeds of records to other agencies, and the register of what was shared with whom. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import type { FeedSeen, SharedSeen } from '../contract/feed.ts'
import { FeedState } from './FeedState.tsx'
import { Rooms } from './Rooms.tsx'

export default function FeedsPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('feeds')
  const [opening, setOpening] = useState(false)
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.feeds-title')}
        facts={say(show === 'feeds' ? 'observatory.feeds-note' : 'observatory.register-note')}
        acts={
          <ActRow>
            <Act operation="observatory.open-feed" icon="add" primary onAct={() => setOpening(true)} />
          </ActRow>
        }
      />
      <Rooms />
      <Tabs
        value={show}
        onChange={setShow}
        tabs={[
          { value: 'feeds', label: say('observatory.feeds-title') },
          { value: 'register', label: say('observatory.register-title') },
        ]}
      />
      {show === 'feeds' ? <Feeds /> : <Register />}
      {opening ? <Open onClose={() => setOpening(false)} /> : null}
    </Page>
  )
}

function Feeds(): ReactNode {
  const say = useSay()
  const list = useList<FeedSeen>('observatory.feeds', { limit: 50 })
  if (!list.loading && list.rows.length === 0)
    return <EmptyState title={say('observatory.no-feeds')}>{say('observatory.no-feeds-note')}</EmptyState>
  return (
    <DataTable
      name="observatory.feeds"
      rows={list.rows}
      rowKey={(r) => r.id}
      rowTo={(r) => `/observatory/feeds/${r.id}`}
      more={list.more}
      hasMore={list.hasMore}
      columns={[
        {
          key: 'number',
          label: '',
          cell: (r) => <Mono>{r.number}</Mono>,
          text: (r) => r.number,
          mono: true,
          width: 90,
        },
        {
          key: 'agency',
          label: say('observatory.feed-agency'),
          cell: (r) => r.agency,
          text: (r) => r.agency,
          primary: true,
        },
        {
          key: 'purpose',
          label: say('observatory.feed-purpose'),
          cell: (r) => r.purpose,
          text: (r) => r.purpose,
          width: 260,
        },
        {
          key: 'dataset',
          label: say('observatory.feed-dataset'),
          cell: (r) => say(`observatory.dataset-${r.dataset}`),
          text: (r) => say(`observatory.dataset-${r.dataset}`),
          width: 120,
        },
        {
          key: 'state',
          label: '',
          cell: (r) => <FeedState of={r} />,
          text: (r) => say(`observatory.feed-state-${r.state}`),
          width: 190,
        },
        {
          key: 'newest',
          label: say('observatory.feed-newest'),
          cell: (r) => r.newest ?? '–',
          text: (r) => r.newest ?? '',
          width: 130,
        },
      ]}
    />
  )
}

function Register(): ReactNode {
  const say = useSay()
  const list = useList<SharedSeen>('observatory.shared-with', { limit: 50 })
  if (!list.loading && list.rows.length === 0) return <EmptyState title={say('observatory.no-shares')} />
  return (
    <DataTable
      name="observatory.shared"
      rows={list.rows}
      rowKey={(r) => r.id}
      more={list.more}
      hasMore={list.hasMore}
      columns={[
        {
          key: 'at',
          label: say('observatory.shared-at'),
          cell: (r) => <When at={r.at} />,
          text: (r) => r.at,
          width: 150,
        },
        { key: 'by', label: say('observatory.by'), cell: (r) => r.by, text: (r) => r.by, width: 150 },
        {
          key: 'agency',
          label: say('observatory.feed-agency'),
          cell: (r) => r.agency,
          text: (r) => r.agency,
          primary: true,
        },
        {
          key: 'what',
          label: say('observatory.feed-batch'),
          cell: (r) => <Mono>{r.form}</Mono>,
          text: (r) => r.form,
          mono: true,
          width: 240,
        },
        {
          key: 'records',
          label: say('observatory.feed-records'),
          cell: (r) => showNumber(r.records),
          text: (r) => String(r.records),
          number: true,
          width: 90,
        },
        {
          key: 'agreement',
          label: say('observatory.feed-agreement'),
          cell: (r) => `${r.agreement}; ${r.legalBasis}`,
          text: (r) => `${r.agreement}; ${r.legalBasis}`,
          width: 300,
        },
        {
          key: 'way',
          label: '',
          cell: (r) => say(`observatory.way-${r.way}`),
          text: (r) => say(`observatory.way-${r.way}`),
          width: 170,
        },
      ]}
    />
  )
}

interface Named {
  readonly id: string
  readonly name: string
}
interface Signed {
  readonly id: string
  readonly agency: string
  readonly agencyName: string
  readonly kind: string
  readonly title: string
  readonly state: string
}
function Open({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useTell('observatory.open-feed', { onDone: onClose })
  const agencies = useAsk<{ items: Named[] }>('identity.list-agencies', { limit: 100 })
  const agreements = useAsk<{ items: Signed[] }>('identity.list-agreements', { limit: 100 })
  const usable = (agreements.data?.items ?? []).filter(
    (a) => a.kind === 'data-sharing' && (a.state === 'in-force' || a.state === 'ends-soon'),
  )
  const holders = new Set(usable.map((a) => a.agency))
  return (
    <Dialog wide title={say('op.observatory.open-feed')} onClose={onClose}>
      <Form
        name="observatory.open-feed"
        columns={2}
        initial={{ dataset: 'victims', day: 5 }}
        fields={[
          {
            key: 'agency',
            label: say('observatory.feed-agency'),
            kind: 'choice',
            required: true,
            options: (agencies.data?.items ?? [])
              .filter((a) => holders.has(a.id))
              .map((a) => ({ value: a.id, label: a.name })),
          },
          {
            key: 'agreement',
            label: say('observatory.feed-agreement'),
            kind: 'choice',
            required: true,
            options: usable.map((a) => ({ value: a.id, label: `${a.agencyName}: ${a.title}` })),
          },
          {
            key: 'dataset',
            label: say('observatory.feed-dataset'),
            kind: 'choice',
            required: true,
            options: ['victims', 'deaths'].map((value) => ({
              value,
              label: say(`observatory.dataset-${value}`),
            })),
          },
          {
            key: 'since',
            label: say('observatory.feed-since'),
            kind: 'text',
            required: true,
            placeholder: '2020',
          },
          { key: 'day', label: say('observatory.feed-day'), kind: 'number', required: true },
          {
            key: 'legalBasis',
            label: say('observatory.legal-basis'),
            help: say('observatory.legal-basis-help'),
            kind: 'text',
            required: true,
          },
          { key: 'purpose', label: say('observatory.feed-purpose'), kind: 'text', required: true, span: 2 },
        ]}
        sendLabel={say('op.observatory.open-feed')}
        problem={act.problem}
        onSend={async (values) => void (await act.tell(values))}
      />
    </Dialog>
  )
}
