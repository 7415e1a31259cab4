/** Counts of one's offices, running and closed, and the start of a new one. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { StockLine } from '../../contract.ts'
import { AuditTrendCard } from './AuditCard.tsx'
import { askPlaces } from '../../../things/screens/state.ts'
import { numberColumn } from '../../../things/screens/ItemColumns.tsx'

export default function StockTakesPage() {
  const say = useSay()
  const [starting, setStarting] = useState(false)
  const list = useList<StockLine>('evidence.stock-takes')
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('op.evidence.stock-takes')}
        acts={
          <Act
            operation="evidence.start-stock-take"
            icon="checklist"
            primary
            onAct={() => setStarting(true)}
          />
        }
      />
      <DataTable
        name="stock-takes"
        rows={list.rows}
        rowKey={(r) => r.id}
        rowTo={(r) => `/evidence/stock-takes/${r.id}`}
        hasMore={list.hasMore}
        more={list.more}
        loading={list.loading}
        empty={{ title: say('evidence.k-none'), children: say('evidence.k-none-help'), icon: 'checklist' }}
        columns={[
          numberColumn(say),
          {
            key: 'place',
            label: say('evidence.c-place'),
            cell: (r) => r.placeName,
            text: (r) => r.placeName,
          },
          {
            key: 'state',
            label: say('evidence.k-state'),
            cell: (r) => <StateOf take={r} />,
            text: (r) => (r.closedAt ? '1' : '0'),
          },
          {
            key: 'how',
            label: say('evidence.k-how'),
            cell: (r) => howOf(r, say),
            text: (r) => howOf(r, say),
          },
          {
            key: 'seen',
            label: say('evidence.k-counted'),
            cell: (r) => say('evidence.k-of', { n: r.seen, of: r.toCount }),
            text: (r) => String(r.seen),
            number: true,
          },
          {
            key: 'differences',
            label: say('evidence.k-differences'),
            cell: (r) => (r.closedAt ? r.differences : '–'),
            text: (r) => String(r.differences),
            number: true,
          },
          {
            key: 'by',
            label: say('evidence.k-ordered'),
            cell: (r) => `${r.by}, ${showInstant(r.at)}`,
            text: (r) => r.at,
          },
        ]}
      />
      <AuditTrendCard />
      {starting ? <StartDialog onClose={() => setStarting(false)} /> : null}
    </Page>
  )
}

export function StateOf({ take }: { take: StockLine }) {
  const say = useSay()
  return take.closedAt ? (
    <StateChip tone={take.differences > 0 ? 'maize' : 'reef'} icon="lock-check">
      {say('evidence.k-closed')}
    </StateChip>
  ) : (
    <StateChip tone="maya" icon="progress">
      {say('evidence.k-running')}
    </StateChip>
  )
}
export const howOf = (t: StockLine, say: ReturnType<typeof useSay>): string =>
  [
    t.mode === 'whole' ? say('evidence.k-whole') : say('evidence.k-sample', { share: t.share }),
    t.blind ? say('evidence.k-blind') : null,
  ]
    .filter(Boolean)
    .join(', ')

/** `place`: the place that one stands before. */
export function StartDialog({
  place,
  onClose,
}: {
  place?: { id: string; name: string }
  onClose: () => void
}) {
  const say = useSay()
  const go = useNavigate()
  const act = useTell<{ id: string }>('evidence.start-stock-take', { settles: ['evidence.'] })
  return (
    <Dialog title={say('op.evidence.start-stock-take')} onClose={onClose}>
      <Form
        name="evidence.start-stock-take"
        draft={false}
        problem={act.problem}
        sendLabel={say('evidence.k-begin')}
        initial={{ share: 100, ...(place ? { place: place.id } : {}) }}
        {...(place ? { shown: { place: place.name } } : {})}
        onSend={async ({ share, ...values }) => {
          const done = await act.tell({ ...values, share: Number(share ?? 100) })
          if (done) void go({ to: `/evidence/stock-takes/${done.id}` })
        }}
        fields={[
          {
            key: 'place',
            label: say('evidence.k-which'),
            kind: 'ref',
            ask: askPlaces,
            required: true,
            help: say('evidence.k-which-help'),
          },
          {
            key: 'share',
            label: say('evidence.k-share'),
            kind: 'number',
            required: true,
            help: say('evidence.k-share-help'),
          },
          {
            key: 'blind',
            label: say('evidence.k-blind-ask'),
            kind: 'yes-no',
            help: say('evidence.k-blind-help'),
          },
          { key: 'words', label: say('evidence.d-words'), kind: 'text' },
        ]}
      />
    </Dialog>
  )
}
