/** What may be relied on today: what is due, equipment, lots and methods, each with its sentence when it blocks. */
import { useState } from 'react'
import type { z } from 'zod'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip, type StateName } from '#ui/StateChip.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { Due, EquipmentSeen, LotSeen, MethodList } from '../contract.ts'
import { ActCard } from './ActCard.tsx'

type Equipment = z.output<typeof EquipmentSeen>
type Lot = z.output<typeof LotSeen>
type Method = z.output<typeof MethodList>['items'][number]
type Shown = 'due' | 'equipment' | 'lots' | 'methods'
const DAYS = 60
const chips: Readonly<Record<Equipment['standing'], StateName>> = {
  ready: 'fit',
  'due-soon': 'ends-soon',
  overdue: 'overdue',
  'never-calibrated': 'not-begun',
  failed: 'failing',
  'out-of-service': 'out-of-service',
}

export default function QualityPage() {
  const say = useSay()
  const [shown, show] = useState<Shown>('due')
  return (
    <Page>
      <RecordHead crumbs={[{ label: say('quality.title') }]} title={say('quality.title')} />
      <Tabs<Shown>
        value={shown}
        onChange={show}
        tabs={[
          { value: 'due', label: say('quality.due') },
          { value: 'equipment', label: say('quality.equipment') },
          { value: 'lots', label: say('quality.lots') },
          { value: 'methods', label: say('quality.methods') },
        ]}
      />
      {shown === 'due' ? <DueBoard /> : null}
      {shown === 'equipment' ? <EquipmentTable /> : null}
      {shown === 'lots' ? <LotTable /> : null}
      {shown === 'methods' ? <MethodTable /> : null}
    </Page>
  )
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
        <Card>
          <Plain
            head={[say('quality.due-on'), say('quality.name'), '']}
            rows={items.map((d) => [
              d.on ? showDate(d.on) : '—',
              d.text,
              d.late ? <StateChip key={d.id} state="overdue" /> : <StateChip key={d.id} state="ends-soon" />,
            ])}
          />
        </Card>
      )}
    </Asked>
  )
}

function EquipmentTable() {
  const say = useSay()
  const list = useList<Equipment>('quality.list-equipment', { limit: 100 })
  const [chosen, choose] = useState<string | null>(null)
  const [act, setAct] = useState<string | null>(null)
  const open = list.rows.find((e) => e.id === chosen)
  return (
    <>
      {open ? (
        <Card title={`${open.code} ${open.name}`}>
          {open.why ? (
            <Note tone="achiote" title={open.why}>
              {open.next}
            </Note>
          ) : null}
          <ActRow>
            {open.actions.map((a) => (
              <Act
                key={a.operation}
                operation={a.operation}
                actions={open.actions}
                onAct={() => setAct(a.operation)}
              />
            ))}
          </ActRow>
          {act ? (
            <ActCard operation={act} fixed={{ equipment: open.id }} onClose={() => setAct(null)} />
          ) : null}
        </Card>
      ) : null}
      <DataTable<Equipment>
        name="quality.equipment"
        rows={list.rows}
        rowKey={(r) => r.id}
        count={list.rows.length}
        more={list.more}
        hasMore={list.hasMore}
        onOpen={(r) => {
          choose(r.id)
          setAct(null)
        }}
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
            key: 'name',
            label: say('quality.name'),
            sortable: true,
            cell: (r) => r.name,
            text: (r) => r.name,
          },
          {
            key: 'standing',
            label: say('quality.standing'),
            sortable: true,
            cell: (r) => (
              <StateChip state={chips[r.standing]}>{say(`quality.standing-${r.standing}`)}</StateChip>
            ),
            text: (r) => r.standing,
          },
          {
            key: 'due',
            label: say('quality.due-on'),
            sortable: true,
            cell: (r) => (r.dueOn ? showDate(r.dueOn) : '—'),
            text: (r) => r.dueOn ?? '',
          },
          {
            key: 'uncertainty',
            label: say('quality.uncertainty'),
            cell: (r) =>
              r.uncertainty ? `± ${r.uncertainty.value} ${r.uncertainty.unit} (k = ${r.uncertainty.k})` : '',
            text: (r) => r.uncertainty?.value ?? '',
          },
          { key: 'kind', label: say('quality.kind'), hidden: true, cell: (r) => r.kind, text: (r) => r.kind },
        ]}
      />
    </>
  )
}

function LotTable() {
  const say = useSay()
  const list = useList<Lot>('quality.list-lots', { limit: 100 })
  const [chosen, choose] = useState<string | null>(null)
  const [act, setAct] = useState<string | null>(null)
  const open = list.rows.find((l) => l.id === chosen)
  return (
    <>
      {open ? (
        <Card title={`${open.name} ${open.number}`}>
          {open.why ? (
            <Note tone="achiote" title={open.why}>
              {open.next}
            </Note>
          ) : null}
          <ActRow>
            {open.actions.map((a) => (
              <Act
                key={a.operation}
                operation={a.operation}
                actions={open.actions}
                onAct={() => setAct(a.operation)}
              />
            ))}
          </ActRow>
          {act ? <ActCard operation={act} fixed={{ lot: open.id }} onClose={() => setAct(null)} /> : null}
        </Card>
      ) : null}
      <DataTable<Lot>
        name="quality.lots"
        rows={list.rows}
        rowKey={(r) => r.id}
        count={list.rows.length}
        more={list.more}
        hasMore={list.hasMore}
        onOpen={(r) => {
          choose(r.id)
          setAct(null)
        }}
        empty={<EmptyState title={say('quality.nothing-registered')} />}
        columns={[
          {
            key: 'number',
            label: say('quality.number'),
            mono: true,
            primary: true,
            sortable: true,
            cell: (r) => r.number,
            text: (r) => r.number,
          },
          {
            key: 'name',
            label: say('quality.material'),
            sortable: true,
            cell: (r) => r.name,
            text: (r) => r.name,
          },
          {
            key: 'standing',
            label: say('quality.standing'),
            cell: (r) => (
              <StateChip state={r.usable ? 'fit' : r.state === 'received' ? 'not-begun' : 'failing'}>
                {say(r.usable ? 'quality.usable' : 'quality.not-usable')}
              </StateChip>
            ),
            text: (r) => r.state,
          },
          {
            key: 'expires',
            label: say('quality.expires'),
            sortable: true,
            cell: (r) => (r.expires ? showDate(r.expires) : '—'),
            text: (r) => r.expires ?? '',
          },
          { key: 'why', label: say('quality.why'), cell: (r) => r.why ?? '', text: (r) => r.why ?? '' },
        ]}
      />
    </>
  )
}

function MethodTable() {
  const say = useSay()
  const list = useList<Method>('quality.list-methods', { limit: 100 })
  return (
    <DataTable<Method>
      name="quality.methods"
      rows={list.rows}
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
          cell: (r) => String(r.reviewers),
          text: (r) => String(r.reviewers),
        },
      ]}
    />
  )
}
