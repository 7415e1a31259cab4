/** What was prepared to leave and what left, the newest first. */
import { type ReactNode, useState } from 'react'
import { EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { ReleaseLine } from '../contract.ts'
import { ReleaseState } from './ReleaseState.tsx'
import { Rooms } from './Rooms.tsx'

export default function ReleasesPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('all')
  const list = useList<ReleaseLine>('observatory.releases', { show, limit: 50 })
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.releases-title')}
        facts={say('observatory.releases-note')}
        acts={<Linked to="/open-data">{say('observatory.open-title')}</Linked>}
      />
      <Rooms />
      <Tabs
        value={show}
        onChange={setShow}
        tabs={['waiting', 'published', 'all'].map((value) => ({
          value,
          label: say(`observatory.show-${value}`),
        }))}
      />
      {!list.loading && list.rows.length === 0 ? (
        <EmptyState title={say('observatory.no-releases')}>{say('observatory.no-releases-note')}</EmptyState>
      ) : (
        <DataTable
          name="observatory.releases"
          rows={list.rows}
          rowKey={(r) => r.id}
          rowTo={(r) => `/observatory/releases/${r.id}`}
          more={list.more}
          hasMore={list.hasMore}
          columns={[
            {
              key: 'number',
              label: say('observatory.release'),
              cell: (r) => <Mono>{r.number}</Mono>,
              text: (r) => r.number,
              mono: true,
              width: 110,
            },
            { key: 'title', label: '', cell: (r) => r.title, text: (r) => r.title, primary: true },
            {
              key: 'state',
              label: '',
              cell: (r) => <ReleaseState state={r.state} />,
              text: (r) => say(`observatory.state-${r.state}`),
              width: 180,
            },
            {
              key: 'hidden',
              label: say('observatory.hidden'),
              cell: (r) => say('observatory.hidden-cells', { n: r.hidden }),
              text: (r) => String(r.hidden),
              width: 160,
            },
            {
              key: 'asOf',
              label: say('observatory.as-of'),
              cell: (r) => <When at={r.asOf} />,
              text: (r) => r.asOf,
              width: 160,
            },
            {
              key: 'by',
              label: say('observatory.by'),
              cell: (r) => r.preparedBy,
              text: (r) => r.preparedBy,
              width: 180,
            },
          ]}
        />
      )}
    </Page>
  )
}
