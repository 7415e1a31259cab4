/** The worklist of cases: filters, sorts and search live in the address; rows come as one scrolls. */
import { Suspense, lazy } from 'react'
import { Act } from '#ui/Act.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { useTableState } from '#ui/table-state.ts'
import { showDate } from '#ui/show.ts'
import type { CaseLine } from '../contract/finding.ts'

/** An officer never changes many at once: their first visit does not carry it. */
const BulkPriority = lazy(() => import('./BulkPriority.tsx'))

const sorts: Readonly<Record<string, string>> = {
  number: 'number',
  priority: 'priority',
  offenceOn: 'offence-day',
  '-offenceOn': 'offence-day',
  openedAt: 'oldest',
  '-openedAt': 'newest',
}

/** Years of the offence that are chosen at a touch; older ones are found by search. */
const lastYears = (n: number): string[] => {
  const year = Number(showDate(new Date().toISOString()).slice(-4))
  return Array.from({ length: n }, (_, i) => String(year - i))
}
const yearOf = (year: string | undefined): { from?: string; until?: string } =>
  year && /^\d{4}$/.test(year) ? { from: `${year}-01-01`, until: `${year}-12-31` } : {}

interface Codes {
  items: { code: string; name: string }[]
}

export default function CasesPage() {
  const say = useSay()
  const state = useTableState('cases')
  const one = (key: string): string | undefined => state.filters[key] || undefined
  const list = useList<CaseLine>('cases.find-cases', {
    state: one('state') ?? 'all',
    type: one('type'),
    district: one('district'),
    priority: one('priority'),
    ...yearOf(one('year')),
    q: state.q || undefined,
    sort: sorts[state.sort] ?? 'newest',
    limit: 50,
  })
  const types = useAsk<Codes>('catalogue.get-code-list', { list: 'case-type' })
  const districts = useAsk<Codes>('catalogue.get-code-list', { list: 'district' })
  const options = (asked: typeof types) =>
    (asked.data?.items ?? []).map((c) => ({ value: c.code, label: c.name }))
  return (
    <Page>
      <RecordHead crumbs={[{ label: say('cases.title') }]} title={say('cases.title')} acts={<HeadActs />} />
      <DataTable<CaseLine>
        name="cases"
        remote
        rows={list.rows}
        rowKey={(r) => r.id}
        rowTo={(r) => `/cases/${r.id}`}
        count={list.total ?? list.rows.length}
        countIsAtLeast={list.totalIsAtLeast}
        all={list.all}
        loading={list.loading}
        more={list.more}
        hasMore={list.hasMore}
        filters={[
          {
            key: 'state',
            label: say('cases.filter-state'),
            options: [
              { value: 'open', label: say('cases.state-open') },
              { value: 'closed', label: say('cases.state-closed') },
            ],
          },
          { key: 'type', label: say('cases.column-type'), options: options(types) },
          { key: 'district', label: say('cases.column-district'), options: options(districts) },
          {
            key: 'priority',
            label: say('cases.form-priority'),
            options: ['1', '2', '3', '4'].map((value) => ({ value, label: say(`cases.priority-${value}`) })),
          },
          {
            key: 'year',
            label: say('cases.column-offence-on'),
            options: lastYears(15).map((value) => ({ value, label: value })),
          },
        ]}
        bulk={(rows, clear) => (
          <Suspense fallback={null}>
            <BulkPriority rows={rows} onDone={clear} />
          </Suspense>
        )}
        empty={
          <EmptyState title={say('cases.empty')} act={<Act operation="cases.open-case" to="/cases/new" />} />
        }
        columns={[
          {
            key: 'number',
            label: say('cases.column-number'),
            mono: true,
            primary: true,
            sortable: true,
            width: '170px',
            cell: (r) => r.number,
            text: (r) => r.number,
          },
          {
            key: 'title',
            label: say('cases.column-title'),
            cell: (r) => (
              <>
                {r.title}
                {r.sealed ? (
                  <>
                    {' '}
                    <StateChip state="sealed-by-order" dense />
                  </>
                ) : null}
                {r.guarded ? (
                  <>
                    {' '}
                    <StateChip state="minor-protected" dense />
                  </>
                ) : null}
              </>
            ),
            text: (r) => r.title,
          },
          { key: 'type', label: say('cases.column-type'), cell: (r) => r.typeName, text: (r) => r.typeName },
          {
            key: 'district',
            label: say('cases.column-district'),
            cell: (r) => r.districtName ?? '',
            text: (r) => r.districtName ?? '',
          },
          {
            key: 'investigator',
            label: say('cases.column-investigator'),
            cell: (r) => r.investigatorName ?? r.unitName ?? '',
            text: (r) => r.investigatorName ?? r.unitName ?? '',
          },
          {
            key: 'offenceOn',
            label: say('cases.column-offence-on'),
            sortable: true,
            cell: (r) => (r.offenceOn ? showDate(r.offenceOn) : ''),
            text: (r) => r.offenceOn ?? '',
          },
          {
            key: 'priority',
            label: say('cases.form-priority'),
            sortable: true,
            cell: (r) =>
              r.priority < 3 ? (
                <StateChip state="waits-person">{say(`cases.priority-${r.priority}`)}</StateChip>
              ) : (
                ''
              ),
            text: (r) => String(r.priority),
          },
          {
            key: 'open',
            label: say('cases.column-open'),
            number: true,
            cell: (r) => (r.state === 'closed' ? <StateChip state="closed" dense /> : String(r.open)),
            text: (r) => String(r.open),
          },
          {
            key: 'openedAt',
            label: say('cases.column-opened'),
            sortable: true,
            hidden: true,
            cell: (r) => showDate(r.openedAt.slice(0, 10)),
            text: (r) => r.openedAt.slice(0, 10),
          },
        ]}
      />
    </Page>
  )
}

function HeadActs() {
  return (
    <>
      <Act operation="cases.change-together" icon="edit" to="/cases/batch" />
      <Act operation="cases.open-case" icon="add" primary to="/cases/new" />
    </>
  )
}
