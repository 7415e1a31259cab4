/** The list of things: filter, search, open; the worklist of counter, store and bench. */
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { useTableState } from '#ui/table-state.ts'
import { EmptyState } from '#ui/Asked.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { itemStates, type ItemLine } from '../../things/contract.ts'
import { useCodes } from '../../things/screens/codes.ts'
import { itemColumns } from '../../things/screens/ItemColumns.tsx'
import { LabelDialog } from '../../things/screens/LabelDialog.tsx'
import { Dangers, whereOf } from '../../things/screens/Lines.tsx'

export default function ItemsPage() {
  const say = useSay()
  const table = useTableState('items')
  const state = table.filters['state'] || 'here'
  const hazards = useCodes('hazard')
  const list = useList<ItemLine>('evidence.find-items', {
    state,
    q: table.q || undefined,
    hazard: table.filters['hazard'] || undefined,
    holder: table.filters['holder'] || undefined,
  })
  const [labels, setLabels] = useState<readonly string[] | null>(null)
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('evidence.items')}
        acts={
          <>
            <Act operation="evidence.change-together" icon="edit" to="/evidence/batch" />
            <Act operation="evidence.receive-submission" icon="add" primary to="/evidence/receive" />
          </>
        }
      />
      <DataTable
        name="items"
        remote
        rows={list.rows}
        rowKey={(r) => r.id}
        rowTo={(r) => `/evidence/items/${r.id}`}
        count={list.total}
        countIsAtLeast={list.totalIsAtLeast}
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
          {
            key: 'hazard',
            label: say('evidence.s-hazards'),
            options: hazards,
          },
        ]}
        bulk={(rows) => (
          <Act operation="evidence.print-label" icon="print" onAct={() => setLabels(rows.map((r) => r.id))} />
        )}
        empty={<EmptyState title={say('evidence.s-none')}>{say('evidence.s-none-next')}</EmptyState>}
        columns={[
          ...itemColumns(say),
          {
            key: 'holder',
            label: say('evidence.s-holder'),
            cell: (r) => whereOf(r),
            text: (r) => whereOf(r),
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
            cell: (r) => <Dangers of={r.dangers} />,
            text: (r) => r.dangers.join(', '),
          },
        ]}
      />
      {labels ? <LabelDialog items={labels} again={false} onClose={() => setLabels(null)} /> : null}
    </Page>
  )
}
