/** What came to the counter, newest first: taken in or sent back. */
import { Act } from '#ui/Act.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { z } from 'zod'
import type { SubmissionLine } from '../contract.ts'
import { numberColumn } from '../../things/screens/ItemColumns.tsx'

type Line = z.output<typeof SubmissionLine>

export default function SubmissionsPage() {
  const say = useSay()
  const table = useTableState('submissions')
  const list = useList<Line>('evidence.find-submissions', {
    state: table.filters['state'] || 'all',
    q: table.q || undefined,
  })
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('evidence.sub-title')}
        acts={<Act operation="evidence.receive-submission" icon="add" primary to="/evidence/receive" />}
      />
      <DataTable
        name="submissions"
        remote
        rows={list.rows}
        rowKey={(r) => r.id}
        rowTo={(r) => `/evidence/submissions/${r.id}`}
        hasMore={list.hasMore}
        more={list.more}
        filters={[
          {
            key: 'state',
            label: say('evidence.s-state'),
            options: ['all', 'received', 'refused'].map((s) => ({
              value: s,
              label: say(s === 'all' ? 'evidence.s-all' : `evidence.sub-${s}`),
            })),
          },
        ]}
        empty={<EmptyState title={say('evidence.sub-none')} />}
        columns={[
          numberColumn(say),
          {
            key: 'at',
            label: say('evidence.sub-when'),
            cell: (r) => showInstant(r.at),
            text: (r) => r.at,
          },
          {
            key: 'by',
            label: say('evidence.r-by'),
            cell: (r) => [r.by, r.where].filter(Boolean).join(', '),
            text: (r) => [r.by, r.where].filter(Boolean).join(', '),
          },
          {
            key: 'case',
            label: say('evidence.f-case'),
            cell: (r) => r.case.number,
            text: (r) => r.case.number,
            mono: true,
          },
          {
            key: 'items',
            label: say('evidence.items'),
            cell: (r) => r.items,
            text: (r) => String(r.items),
            number: true,
          },
          {
            key: 'state',
            label: say('evidence.s-state'),
            cell: (r) => <Result of={r} />,
            text: (r) => say(`evidence.sub-${r.state}`),
          },
          {
            key: 'receivedBy',
            label: say('evidence.rc-received-by'),
            cell: (r) => r.receivedBy,
            text: (r) => r.receivedBy,
          },
        ]}
      />
    </Page>
  )
}

export function Result({ of }: { of: { state: string; refused: number } }) {
  const say = useSay()
  return of.state === 'refused' ? (
    <StateChip tone="achiote" icon="ban">
      {say('evidence.sub-refused')}
    </StateChip>
  ) : of.refused > 0 ? (
    <StateChip tone="maize" icon="door-enter">
      {say('evidence.sub-partly', { n: of.refused })}
    </StateChip>
  ) : (
    <StateChip state="received">{say('evidence.sub-received')}</StateChip>
  )
}
