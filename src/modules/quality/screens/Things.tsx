/** Instruments and lots with whether they may be used today; a row opens what is known of it and what may be done. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Act, ActRow, type ActionVerdict } from '#ui/Act.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Note } from '#ui/Note.tsx'
import { Facts } from '#ui/Page.tsx'
import { StateChip, type StateName } from '#ui/StateChip.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { Affected, EquipmentSeen, LotSeen } from '../contract.ts'
import { ActDialog } from './ActDialog.tsx'

type Equipment = z.output<typeof EquipmentSeen>
type Lot = z.output<typeof LotSeen>
const chips: Readonly<Record<Equipment['standing'], StateName>> = {
  ready: 'fit',
  'due-soon': 'ends-soon',
  overdue: 'overdue',
  'never-calibrated': 'not-begun',
  failed: 'failing',
  'out-of-service': 'out-of-service',
}
const fitness = (say: (key: string) => string) => [
  {
    key: 'fit',
    label: say('quality.standing'),
    options: [
      { value: 'true', label: say('quality.fit') },
      { value: 'false', label: say('quality.not-fit') },
    ],
  },
]
/** What a table of registered things has, whatever the things are. */
const registered = <Row extends { readonly id: string }>(
  say: (key: string) => string,
  list: ReturnType<typeof useList<Row>>,
  choose: (id: string) => void,
) => ({
  remote: true as const,
  loading: list.loading,
  rows: list.rows,
  rowKey: (row: Row) => row.id,
  count: list.total ?? list.rows.length,
  more: list.more,
  hasMore: list.hasMore,
  onOpen: (row: Row) => choose(row.id),
  filters: fitness(say),
  empty: <EmptyState title={say('quality.nothing-registered')} />,
})
const dayOr = (day: string | null, otherwise: string): string => (day ? showDate(day) : otherwise)

/** What is known of a thing, why it may not be used, how many results rest on it, and the acts on it. */
function Opened(props: {
  id: string
  fixed: Readonly<Record<string, string>>
  title: string
  why: string | null
  next: string | null
  rows: readonly (readonly [ReactNode, ReactNode])[]
  actions: readonly ActionVerdict[]
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const [act, setAct] = useState<string | null>(null)
  const uses = useAsk<z.output<typeof Affected>>('quality.affected-by', { thing: props.id, limit: 1 })
  if (act)
    return <ActDialog operation={act} title={props.title} fixed={props.fixed} onClose={() => setAct(null)} />
  return (
    <Dialog wide title={props.title} onClose={props.onClose}>
      {props.why ? (
        <Note tone="achiote" title={props.why}>
          {props.next}
        </Note>
      ) : null}
      <Facts
        rows={[
          ...props.rows.filter(([, value]) => value !== ''),
          [
            say('quality.touches'),
            uses.data?.total === undefined ? '…' : say('quality.touches-count', { count: uses.data.total }),
          ],
        ]}
      />
      <ActRow>
        {props.actions.map((a) => (
          <Act
            key={a.operation}
            operation={a.operation}
            actions={props.actions}
            onAct={() => setAct(a.operation)}
          />
        ))}
      </ActRow>
    </Dialog>
  )
}

const uncertaintyOf = (e: Equipment): string =>
  e.uncertainty ? `± ${e.uncertainty.value} ${e.uncertainty.unit} (k = ${e.uncertainty.k})` : ''

export function EquipmentTable(): ReactNode {
  const say = useSay()
  const table = useTableState('quality.equipment')
  const list = useList<Equipment>('quality.list-equipment', {
    limit: 100,
    q: table.q,
    fit: table.filters['fit'],
  })
  const [chosen, choose] = useState<string | null>(null)
  const open = list.rows.find((e) => e.id === chosen)
  return (
    <>
      {open ? (
        <Opened
          id={open.id}
          fixed={{ equipment: open.id }}
          title={`${open.code}, ${open.name}`}
          why={open.why}
          next={open.next}
          actions={open.actions}
          onClose={() => choose(null)}
          rows={[
            [
              say('quality.standing'),
              <StateChip key="s" state={chips[open.standing]}>
                {say(`quality.standing-${open.standing}`)}
              </StateChip>,
            ],
            [say('quality.make'), [open.make, open.model].filter(Boolean).join(' ')],
            [say('quality.serial'), open.serial ?? ''],
            [say('quality.place'), [open.place, open.unit].filter(Boolean).join(', ')],
            [
              say('quality.calibrated-on'),
              open.calibrated ? dayOr(open.calibratedOn, say('quality.never')) : say('quality.needs-none'),
            ],
            [say('quality.due-on'), dayOr(open.dueOn, '')],
            [say('quality.uncertainty'), uncertaintyOf(open)],
            [say('quality.certificate'), open.certificate ?? ''],
          ]}
        />
      ) : null}
      <DataTable<Equipment>
        name="quality.equipment"
        {...registered(say, list, choose)}
        columns={[
          {
            key: 'code',
            label: say('quality.code'),
            mono: true,
            primary: true,
            cell: (r) => r.code,
            text: (r) => r.code,
          },
          { key: 'name', label: say('quality.name'), cell: (r) => r.name, text: (r) => r.name },
          {
            key: 'standing',
            label: say('quality.standing'),
            cell: (r) => (
              <StateChip state={chips[r.standing]}>{say(`quality.standing-${r.standing}`)}</StateChip>
            ),
            text: (r) => say(`quality.standing-${r.standing}`),
          },
          {
            key: 'due',
            label: say('quality.due-on'),
            cell: (r) => dayOr(r.dueOn, r.calibrated ? say('quality.never') : say('quality.needs-none')),
            text: (r) => r.dueOn ?? '',
          },
          {
            key: 'uncertainty',
            label: say('quality.uncertainty'),
            cell: uncertaintyOf,
            text: (r) => r.uncertainty?.value ?? '',
          },
          {
            key: 'why',
            label: say('quality.why'),
            hidden: true,
            cell: (r) => r.why ?? '',
            text: (r) => r.why ?? '',
          },
        ]}
      />
    </>
  )
}

export function LotTable(): ReactNode {
  const say = useSay()
  const table = useTableState('quality.lots')
  const list = useList<Lot>('quality.list-lots', {
    limit: 100,
    q: table.q,
    usable: table.filters['fit'],
    state: table.filters['state'],
  })
  const [chosen, choose] = useState<string | null>(null)
  const open = list.rows.find((l) => l.id === chosen)
  const chipOf = (l: Lot): ReactNode => (
    <StateChip state={l.usable ? 'fit' : l.state === 'received' ? 'waits-person' : 'failing'}>
      {say(l.usable ? 'quality.usable' : l.state === 'received' ? 'quality.to-verify' : 'quality.not-usable')}
    </StateChip>
  )
  return (
    <>
      {open ? (
        <Opened
          id={open.id}
          fixed={{ lot: open.id }}
          title={`${open.name}, ${open.number}`}
          why={open.why}
          next={open.next}
          actions={open.actions}
          onClose={() => choose(null)}
          rows={[
            [say('quality.standing'), chipOf(open)],
            [say('quality.supplier'), open.supplier ?? ''],
            [say('quality.received-on'), showDate(open.received)],
            [say('quality.expires'), dayOr(open.expires, '')],
            [say('quality.amount'), open.amount ? `${open.amount.value} ${open.amount.unit}` : ''],
            [say('quality.storage'), open.storage ?? ''],
          ]}
        />
      ) : null}
      <DataTable<Lot>
        name="quality.lots"
        {...registered(say, list, choose)}
        columns={[
          {
            key: 'number',
            label: say('quality.number'),
            mono: true,
            primary: true,
            cell: (r) => r.number,
            text: (r) => r.number,
          },
          { key: 'name', label: say('quality.material'), cell: (r) => r.name, text: (r) => r.name },
          { key: 'standing', label: say('quality.standing'), cell: chipOf, text: (r) => r.state },
          {
            key: 'expires',
            label: say('quality.expires'),
            cell: (r) => dayOr(r.expires, '—'),
            text: (r) => r.expires ?? '',
          },
          { key: 'why', label: say('quality.why'), cell: (r) => r.why ?? '', text: (r) => r.why ?? '' },
        ]}
      />
    </>
  )
}
