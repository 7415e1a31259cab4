/** The list of certificates: what waits to be written, reviewed, signed or issued, and what is out. */
import { Act } from '#ui/Act.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useList } from '#ui/client.ts'
import { useTableState } from '#ui/table-state.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { z } from 'zod'
import type { ReportLine } from '../contract.ts'
import { ReportState } from './ReportState.tsx'

type Line = z.output<typeof ReportLine>
const states = ['draft', 'returned', 'reviewed', 'signed', 'issued', 'superseded', 'withdrawn'] as const

export default function ReportsPage() {
  const say = useSay()
  const table = useTableState('reports')
  const state = table.filters.state || undefined
  const list = useList<Line>('reports.find-reports', {
    ...(state === 'open' ? { open: true } : state === 'received' ? { received: true } : { state }),
    q: table.q || undefined,
    limit: 50,
  })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('reports.title') }]}
        title={say('reports.title')}
        acts={<Act operation="reports.draft-report" icon="add" primary to="/reports/new" />}
      />
      <DataTable<Line>
        name="reports"
        remote
        rows={list.rows}
        rowKey={(r) => r.versionId}
        rowTo={(r) => `/reports/${r.id}`}
        count={list.total ?? list.rows.length}
        countIsAtLeast={list.totalIsAtLeast}
        more={list.more}
        hasMore={list.hasMore}
        filters={[
          {
            key: 'state',
            label: say('reports.column-state'),
            options: [
              { value: 'open', label: say('reports.filter-open') },
              ...states.map((value) => ({ value, label: say(`reports.state-${value}`) })),
              { value: 'received', label: say('reports.filter-received') },
            ],
          },
        ]}
        empty={<EmptyState title={say('reports.empty')}>{say('reports.empty-how')}</EmptyState>}
        columns={[
          {
            key: 'number',
            label: say('reports.column-number'),
            mono: true,
            primary: true,
            width: '8.5rem',
            cell: (r) => r.number,
            text: (r) => r.number,
          },
          {
            key: 'state',
            label: say('reports.column-state'),
            cell: (r) => <ReportState state={r.state} />,
            text: (r) => say(`reports.state-${r.state}`),
          },
          {
            key: 'case',
            label: say('reports.paper-case'),
            mono: true,
            cell: (r) => r.case.number,
            text: (r) => r.case.number,
          },
          {
            key: 'title',
            label: say('reports.column-title'),
            cell: (r) => r.case.title,
            text: (r) => r.case.title,
          },
          {
            key: 'question',
            label: say('reports.paper-question'),
            cell: (r) => r.questionName,
            text: (r) => r.questionName,
          },
          {
            key: 'request',
            label: say('reports.paper-request'),
            mono: true,
            cell: (r) => r.request.number,
            text: (r) => r.request.number,
          },
          {
            key: 'author',
            label: say('reports.paper-author'),
            cell: (r) => r.author.name,
            text: (r) => r.author.name,
          },
          {
            key: 'since',
            label: say('reports.column-since'),
            cell: (r) => showDate(r.since.slice(0, 10)),
            text: (r) => r.since,
          },
        ]}
      />
    </Page>
  )
}
