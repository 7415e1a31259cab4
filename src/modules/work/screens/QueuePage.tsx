/** What waits for the section, soonest due first, with the whole board in counts above it. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { Act } from '#ui/Act.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { useTableState } from '#ui/table-state.ts'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { BacklogAnswer } from '../contract.ts'
import { type RequestLine, requestColumns } from './lines.tsx'
import './work.css'

interface Named {
  readonly id: string
  readonly name: string
}
interface CodeSeen {
  readonly code: string
  readonly name: string
}
const states = ['asked', 'accepted', 'assigned', 'started', 'completed', 'declined', 'withdrawn'] as const

export default function QueuePage(): ReactNode {
  const say = useSay()
  const table = useTableState('work.queue')
  const state = table.filters['state']
  const unit = table.filters['unit']
  const discipline = table.filters['discipline']
  const list = useList<RequestLine>('work.queue', {
    limit: 100,
    q: table.q,
    state,
    unit,
    discipline,
    ...(state ? {} : { open: true }),
  })
  const units = useAsk<{ items: Named[] }>('identity.list-units', { kind: 'section', limit: 200 })
  const disciplines = useAsk<{ items: CodeSeen[] }>('catalogue.get-code-list', { list: 'discipline' })
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('work.queue-title')}
        acts={
          <>
            <Act operation="work.transfer-exceptions" to="/work/transfers" icon="truck" />
            <Act operation="work.my-bench" to="/work/bench" icon="microscope" />
          </>
        }
      />
      <Counts unit={unit} />
      {list.problem ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : (
        <DataTable<RequestLine>
          name="work.queue"
          remote
          rows={list.rows}
          count={list.total}
          countIsAtLeast={list.totalIsAtLeast}
          rowKey={(r) => r.id}
          rowTo={(r) => `/work/requests/${r.id}`}
          hasMore={list.hasMore}
          more={list.more}
          columns={requestColumns(say)}
          empty={<EmptyState title={say('work.queue-empty')}>{say('work.queue-empty-how')}</EmptyState>}
          filters={[
            {
              key: 'state',
              label: say('work.column-state'),
              options: states.map((s) => ({ value: s, label: say(`work.state-${s}`) })),
            },
            {
              key: 'unit',
              label: say('work.column-section'),
              options: (units.data?.items ?? []).map((u) => ({ value: u.id, label: u.name })),
            },
            {
              key: 'discipline',
              label: say('work.column-discipline'),
              options: (disciplines.data?.items ?? []).map((d) => ({ value: d.code, label: d.name })),
            },
          ]}
        />
      )}
    </Page>
  )
}

/** Three numbers by which a section is run: open, overdue, older than thirty days; each with what it counts. */
function Counts(props: { unit: string | undefined }): ReactNode {
  const say = useSay()
  const may = useMay('work.backlog')
  const backlog = useAsk<z.output<typeof BacklogAnswer>>(
    'work.backlog',
    { unit: props.unit },
    { enabled: may, keep: true },
  )
  if (!may || !backlog.data) return null
  const sum = (of: 'open' | 'overdue' | 'olderThan30Days'): number =>
    backlog.data.items.reduce((n, row) => n + row[of], 0)
  const counts = [
    { label: say('work.count-open'), n: sum('open'), tone: 'maya' },
    { label: say('work.count-overdue'), n: sum('overdue'), tone: sum('overdue') > 0 ? 'achiote' : 'reef' },
    { label: say('work.count-old'), n: sum('olderThan30Days'), tone: 'slate' },
  ]
  return (
    <div className="work-counts" title={backlog.data.definition}>
      {counts.map((c) => (
        <div key={c.label} className="work-count">
          <strong style={{ color: `var(--${c.tone})` }}>{c.n}</strong>
          <span>{c.label}</span>
        </div>
      ))}
      {backlog.data.items.slice(0, 6).map((row) => (
        <div key={`${row.unit}${row.discipline}`} className="work-count work-count-section">
          <strong>{row.open}</strong>
          <span>
            {row.name}
            {row.overdue > 0 ? `, ${say('work.of-which-overdue', { n: row.overdue })}` : ''}
          </span>
        </div>
      ))}
    </div>
  )
}
