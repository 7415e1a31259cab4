/** The list of things: filter, search, open; the worklist of counter, store and bench. */
import { Act } from '#ui/Act.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { useTableState } from '#ui/table-state.ts'
import { EmptyState } from '#ui/Asked.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { itemStates, type ItemLine } from '../contract.ts'
import { chipOf } from './state.ts'

export default function ItemsPage() {
  const say = useSay()
  const table = useTableState('items')
  const state = table.filters['state'] || 'here'
  const list = useList<ItemLine>('evidence.find-items', { state, q: table.q || undefined })
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('evidence.items')}
        acts={<Act operation="evidence.receive-submission" icon="add" primary to="/evidence/receive" />}
      />
      <DataTable
        name="items"
        remote
        rows={list.rows}
        rowKey={(r) => r.id}
        rowTo={(r) => `/evidence/items/${r.id}`}
        {...(list.total !== undefined ? { count: list.total } : {})}
        hasMore={list.hasMore}
        more={list.more}
        filters={[
          {
            key: 'state',
            label: say('evidence.s-state'),
            options: [
              { value: 'here', label: say('evidence.s-here') },
              { value: 'all', label: say('evidence.s-all') },
              ...itemStates.map((s) => ({ value: s, label: say(`evidence.state-${s}`) })),
            ],
          },
        ]}
        empty={<EmptyState title={say('evidence.s-none')} />}
        columns={[
          {
            key: 'number',
            label: say('evidence.s-number'),
            cell: (r) => r.number,
            text: (r) => r.number,
            mono: true,
            primary: true,
          },
          {
            key: 'what',
            label: say('evidence.s-what'),
            cell: (r) => r.description,
            text: (r) => r.description,
          },
          {
            key: 'state',
            label: say('evidence.s-state'),
            cell: (r) => <StateChip state={chipOf[r.state]}>{say(`evidence.state-${r.state}`)}</StateChip>,
            text: (r) => say(`evidence.state-${r.state}`),
          },
          {
            key: 'holder',
            label: say('evidence.s-holder'),
            cell: (r) => r.place ?? r.holder?.name ?? '',
            text: (r) => r.place ?? r.holder?.name ?? '',
          },
          {
            key: 'since',
            label: say('evidence.s-since'),
            cell: (r) => showInstant(r.since),
            text: (r) => r.since,
          },
          {
            key: 'hazards',
            label: say('evidence.s-hazards'),
            cell: (r) => r.hazards.join(', '),
            text: (r) => r.hazards.join(', '),
          },
        ]}
      />
    </Page>
  )
}
