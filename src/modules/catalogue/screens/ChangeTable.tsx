/** Changes to the rules: those that wait first, then what was decided. */
import type { z } from 'zod'
import { EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { FoundChanges } from '../contract.ts'
import { chipOf } from './change-chip.ts'

type Line = z.output<typeof FoundChanges>['items'][number]

export function ChangeTable() {
  const say = useSay()
  const list = useList<Line>('catalogue.find-changes', { limit: 50 })
  return (
    <DataTable<Line>
      name="catalogue.changes"
      rows={list.rows}
      rowKey={(r) => r.id}
      rowTo={(r) => `/catalogue/changes/${r.id}`}
      count={list.rows.length}
      more={list.more}
      hasMore={list.hasMore}
      empty={<EmptyState title={say('catalogue.no-changes')} icon="circle-check" />}
      columns={[
        { key: 'why', label: say('catalogue.c-why'), primary: true, cell: (r) => r.why, text: (r) => r.why },
        {
          key: 'what',
          label: say('catalogue.c-what'),
          cell: (r) => r.names.join(', '),
          text: (r) => r.names.join(', '),
        },
        {
          key: 'state',
          label: say('catalogue.c-state'),
          cell: (r) => <StateChip state={chipOf[r.state]}>{say(`catalogue.state-${r.state}`)}</StateChip>,
          text: (r) => r.state,
        },
        { key: 'by', label: say('catalogue.c-by'), cell: (r) => r.by, text: (r) => r.by },
        { key: 'at', label: say('catalogue.c-at'), cell: (r) => showInstant(r.at), text: (r) => r.at },
        {
          key: 'from',
          label: say('catalogue.in-force-from'),
          cell: (r) => showDate(r.from),
          text: (r) => r.from,
        },
      ]}
    />
  )
}
