/** Boxes, the newest first. */
import type { ReactNode } from 'react'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Mono } from '#ui/Mono.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { BoxLine } from '../shelves/contract.ts'

export function BoxTable(): ReactNode {
  const say = useSay()
  const table = useTableState('archive.boxes')
  const list = useList<BoxLine>('archive.find-boxes', { limit: 100, q: table.q })
  if (list.problem) return <ErrorState problem={list.problem} onRetry={list.again} />
  return (
    <DataTable<BoxLine>
      name="archive.boxes"
      remote
      rows={list.rows}
      loading={list.loading}
      rowKey={(r) => r.id}
      rowTo={(r) => `/archive/boxes/${r.id}`}
      hasMore={list.hasMore}
      more={list.more}
      empty={
        <EmptyState title={say('archive.no-boxes')} icon="box">
          {say('archive.no-boxes-how')}
        </EmptyState>
      }
      columns={[
        {
          key: 'number',
          label: say('archive.column-number'),
          cell: (r) => <Mono>{r.number}</Mono>,
          text: (r) => r.number,
          primary: true,
        },
        { key: 'title', label: say('archive.column-title'), cell: (r) => r.title, text: (r) => r.title },
        {
          key: 'years',
          label: say('archive.column-years'),
          cell: (r) => r.years ?? '',
          text: (r) => r.years ?? '',
        },
        {
          key: 'place',
          label: say('archive.column-place'),
          cell: (r) => r.place ?? '',
          text: (r) => r.place ?? '',
        },
        {
          key: 'files',
          label: say('archive.column-files'),
          cell: (r) => r.files,
          text: (r) => String(r.files),
          number: true,
        },
        {
          key: 'out',
          label: say('archive.state-out'),
          cell: (r) => r.out || '',
          text: (r) => String(r.out),
          number: true,
        },
        {
          key: 'since',
          label: say('archive.column-since'),
          cell: (r) => showInstant(r.since),
          text: (r) => r.since,
        },
      ]}
    />
  )
}
