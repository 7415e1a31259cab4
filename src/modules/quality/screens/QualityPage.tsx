/** What may be relied on today: what is due, equipment, lots, methods, and what departs from the rules. */
import type { z } from 'zod'
import { Act } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { useTab } from '#ui/tab.ts'
import { useState } from 'react'
import type { Due, MethodList } from '../contract.ts'
import { ActDialog } from './ActDialog.tsx'
import { Clauses } from './Clauses.tsx'
import { DeviationTable, NonconformityTable } from './Departures.tsx'
import { EquipmentTable, LotTable } from './Things.tsx'

type Method = z.output<typeof MethodList>['items'][number]
type Line = z.output<typeof Due>['items'][number]
const DAYS = 60
const tabs = ['due', 'equipment', 'lots', 'methods', 'deviations', 'nonconformities', 'clauses'] as const

export default function QualityPage() {
  const say = useSay()
  const [shown, show] = useTab(tabs)
  const mayClauses = useMay('quality.clause-evidence')
  const [reporting, report] = useState(false)
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('quality.title')}
        acts={<Act operation="quality.raise-nonconformity" icon="flag" onAct={() => report(true)} />}
      />
      <Tabs
        label={say('quality.title')}
        value={shown}
        onChange={show}
        tabs={tabs
          .filter((t) => t !== 'clauses' || mayClauses)
          .map((value) => ({ value, label: say(`quality.${value}`) }))}
      />
      {shown === 'due' ? <DueBoard /> : null}
      {shown === 'equipment' ? <EquipmentTable /> : null}
      {shown === 'lots' ? <LotTable /> : null}
      {shown === 'methods' ? <MethodTable /> : null}
      {shown === 'deviations' ? <DeviationTable /> : null}
      {shown === 'nonconformities' ? <NonconformityTable /> : null}
      {shown === 'clauses' ? <Clauses /> : null}
      {reporting ? (
        <ActDialog operation="quality.raise-nonconformity" fixed={{}} onClose={() => report(false)} />
      ) : null}
    </Page>
  )
}

/** Where each is looked after: the list of its kind, searched for its own name. */
function placeOf(line: Line): string {
  const word = encodeURIComponent(line.name.split(' ')[0] ?? '')
  if (line.kind === 'equipment') return `/quality?tab=equipment&equipment.q=${word}`
  if (line.kind === 'lot')
    return `/quality?tab=lots&lots.q=${encodeURIComponent(line.name.split(' ').at(-1) ?? '')}`
  if (line.kind === 'deviation') return '/quality?tab=deviations&deviations.f.state=in-force'
  return `/quality/methods/${line.name.split(', ').at(-1) ?? ''}`
}

function DueBoard() {
  const say = useSay()
  const due = useAsk<z.output<typeof Due>>('quality.what-is-due', { days: DAYS })
  return (
    <Asked
      of={due}
      empty={(d) =>
        d.items.length === 0 ? (
          <EmptyState title={say('quality.nothing-due', { days: DAYS })} icon="circle-check" />
        ) : null
      }
    >
      {({ items }) => (
        <Card title={say('quality.due-facts', { days: DAYS })} aside={String(items.length)}>
          <Plain
            head={[say('quality.due-on'), '', say('quality.kind'), say('quality.name')]}
            rows={items.map((d) => [
              d.on ? showDate(d.on) : say('quality.never'),
              <StateChip key={d.id} state={d.late ? 'overdue' : 'ends-soon'} />,
              say(`quality.due-kind-${d.kind}`),
              <Linked key={`${d.id}to`} to={placeOf(d)}>
                {d.name}
              </Linked>,
            ])}
          />
        </Card>
      )}
    </Asked>
  )
}

function MethodTable() {
  const say = useSay()
  const list = useList<Method>('quality.list-methods', { limit: 100 })
  return (
    <DataTable<Method>
      name="quality.methods"
      rows={list.rows}
      loading={list.loading}
      rowKey={(r) => r.id}
      rowTo={(r) => `/quality/methods/${r.code}`}
      count={list.rows.length}
      more={list.more}
      hasMore={list.hasMore}
      empty={<EmptyState title={say('quality.nothing-registered')} />}
      columns={[
        {
          key: 'code',
          label: say('quality.code'),
          mono: true,
          primary: true,
          sortable: true,
          cell: (r) => r.code,
          text: (r) => r.code,
        },
        {
          key: 'title',
          label: say('quality.method'),
          sortable: true,
          cell: (r) => r.title,
          text: (r) => r.title,
        },
        {
          key: 'version',
          label: say('quality.version'),
          number: true,
          cell: (r) =>
            r.version === null ? (
              <StateChip state="not-begun">{say('quality.no-version')}</StateChip>
            ) : (
              String(r.version)
            ),
          text: (r) => String(r.version ?? ''),
        },
        {
          key: 'from',
          label: say('quality.in-force-from'),
          cell: (r) => (r.from ? showDate(r.from) : ''),
          text: (r) => r.from ?? '',
        },
        {
          key: 'analysts',
          label: say('quality.analysts'),
          number: true,
          cell: (r) => String(r.analysts),
          text: (r) => String(r.analysts),
        },
        {
          key: 'reviewers',
          label: say('quality.reviewers'),
          number: true,
          // One reviewer away, and nothing of this method can be passed.
          cell: (r) =>
            r.reviewers === 0 && r.analysts > 0 ? (
              <StateChip state="failing">0</StateChip>
            ) : (
              String(r.reviewers)
            ),
          text: (r) => String(r.reviewers),
        },
      ]}
    />
  )
}
