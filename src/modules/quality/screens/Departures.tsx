/** What departs from the rules: deviations with both their approvals, and work that did not conform. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import type { Field } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Facts } from '#ui/Page.tsx'
import { StateChip, type StateName } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { DeviationList, EquipmentSeen, LotSeen, NonconformityList } from '../contract.ts'
import { ActDialog } from './ActDialog.tsx'

type Deviation = z.output<typeof DeviationList>['items'][number]
type Nonconformity = z.output<typeof NonconformityList>['items'][number]
const states: Readonly<Record<Deviation['state'], StateName>> = {
  waiting: 'waits-person',
  'in-force': 'holding',
  over: 'closed',
  ended: 'withdrawn',
}
const kinds = ['method', 'equipment', 'lot', 'person', 'result', 'custody', 'document', 'other'] as const

export function DeviationTable(): ReactNode {
  const say = useSay()
  const table = useTableState('quality.deviations')
  const list = useList<Deviation>('quality.list-deviations', {
    limit: 100,
    q: table.q,
    state: table.filters['state'],
  })
  const [chosen, choose] = useState<string | null>(null)
  const [granting, grant] = useState(false)
  const open = list.rows.find((d) => d.id === chosen)
  const chipOf = (d: Deviation): ReactNode => (
    <StateChip state={states[d.state]}>{say(`quality.deviation-state-${d.state}`)}</StateChip>
  )
  const ask = <Act operation="quality.grant-deviation" icon="add" onAct={() => grant(true)} />
  return (
    <>
      <ActRow>{ask}</ActRow>
      <DataTable<Deviation>
        name="quality.deviations"
        remote
        loading={list.loading}
        rows={list.rows}
        rowKey={(d) => d.id}
        onOpen={(d) => choose(d.id)}
        count={list.total ?? list.rows.length}
        more={list.more}
        hasMore={list.hasMore}
        filters={[
          {
            key: 'state',
            label: say('quality.standing'),
            options: Object.keys(states).map((s) => ({
              value: s,
              label: say(`quality.deviation-state-${s}`),
            })),
          },
        ]}
        empty={
          <EmptyState title={say('quality.no-deviations')}>{say('quality.no-deviations-how')}</EmptyState>
        }
        columns={[
          {
            key: 'text',
            label: say('quality.deviation'),
            primary: true,
            cell: (d) => d.text,
            text: (d) => d.text,
          },
          { key: 'state', label: say('quality.standing'), cell: chipOf, text: (d) => d.state },
          {
            key: 'until',
            label: say('quality.until'),
            cell: (d) => showDate(d.until),
            text: (d) => d.until,
          },
          {
            key: 'things',
            label: say('quality.about'),
            cell: (d) => d.things.join(', '),
            text: (d) => d.things.join(', '),
          },
          {
            key: 'by',
            label: say('quality.approved-by'),
            cell: (d) =>
              [d.director, d.qualityManager].filter(Boolean).join(', ') +
              (d.director && d.qualityManager
                ? ''
                : ` (${say('quality.deviation-state-waiting').toLowerCase()})`),
            text: (d) => [d.director, d.qualityManager].filter(Boolean).join(', '),
          },
          {
            key: 'uses',
            label: say('quality.touches'),
            hidden: true,
            cell: (d) => say('quality.used-times', { count: d.uses }),
            text: (d) => String(d.uses),
          },
        ]}
      />
      {open ? <OneDeviation of={open} chip={chipOf(open)} onClose={() => choose(null)} /> : null}
      {granting ? <Grant onClose={() => grant(false)} /> : null}
    </>
  )
}

function OneDeviation(props: { of: Deviation; chip: ReactNode; onClose: () => void }): ReactNode {
  const { of: d } = props
  const say = useSay()
  const [ending, end] = useState(false)
  const approve = useTell('quality.grant-deviation', { settles: ['quality.'] })
  const sign = async (): Promise<void> => {
    const sure = await confirm({
      title: say('quality.approve'),
      will: say('quality.will-approve', { text: d.text, until: d.until }),
      say: say('quality.approve'),
    })
    if (sure) await approve.tell({ deviation: d.id })
  }
  if (ending)
    return (
      <ActDialog operation="quality.end-deviation" fixed={{ deviation: d.id }} onClose={() => end(false)} />
    )
  return (
    <Dialog wide title={d.text} onClose={props.onClose}>
      <Facts
        rows={[
          [say('quality.standing'), props.chip],
          [say('quality.why'), d.why],
          [say('quality.until'), showDate(d.until)],
          [
            say('quality.about'),
            [
              d.things.join(', '),
              d.subjects === 0
                ? say('quality.for-all-work')
                : say('quality.for-subjects', { count: d.subjects }),
            ]
              .filter(Boolean)
              .join('; '),
          ],
          [
            say('quality.approved-by'),
            <span key="by">
              {say('quality.approved-director', { name: d.director ?? say('quality.approval-missing') })}
              <br />
              {say('quality.approved-quality', {
                name: d.qualityManager ?? say('quality.approval-missing'),
              })}
            </span>,
          ],
          ...(d.endedBy
            ? [
                [
                  say('quality.deviation-state-ended'),
                  say('quality.ended-by', { name: d.endedBy, why: d.endedWhy ?? '' }),
                ] as const,
              ]
            : []),
          [say('quality.touches'), say('quality.used-times', { count: d.uses })],
        ]}
      />
      {approve.problem ? (
        <Note tone="achiote" live title={approve.problem.detail}>
          {approve.problem.next}
        </Note>
      ) : null}
      {d.state === 'waiting' || d.state === 'in-force' ? (
        <ActRow>
          {d.state === 'waiting' ? (
            <Act
              operation="quality.grant-deviation"
              actions={d.actions}
              primary
              icon="sign"
              busy={approve.busy}
              onAct={() => void sign()}
            >
              {say('quality.approve')}
            </Act>
          ) : null}
          <Act operation="quality.end-deviation" actions={d.actions} danger onAct={() => end(true)} />
        </ActRow>
      ) : null}
    </Dialog>
  )
}

/** Only what a deviation can lift is offered: an ended calibration, an expired lot. */
function Grant(props: { onClose: () => void }): ReactNode {
  const say = useSay()
  const tools = useAsk<{ items: z.output<typeof EquipmentSeen>[] }>('quality.list-equipment', {
    fit: false,
    limit: 200,
  })
  const lots = useAsk<{ items: z.output<typeof LotSeen>[] }>('quality.list-lots', {
    usable: false,
    state: 'verified',
    limit: 200,
  })
  const options = [
    ...(tools.data?.items ?? [])
      .filter((e) => e.standing === 'overdue')
      .map((e) => ({ value: e.id, label: `${e.code}, ${e.name}` })),
    ...(lots.data?.items ?? []).map((l) => ({ value: l.id, label: `${l.name}, ${l.number}` })),
  ]
  const things: Field[] =
    options.length === 0
      ? []
      : [
          {
            key: 'things',
            label: say('quality.lifts-for'),
            help: say('quality.help-lifts-for'),
            kind: 'choices',
            options,
            span: 2,
          },
        ]
  return <ActDialog operation="quality.grant-deviation" fixed={{}} more={things} onClose={props.onClose} />
}

export function NonconformityTable(): ReactNode {
  const say = useSay()
  const table = useTableState('quality.nonconformities')
  const may = useMay('quality.raise-nonconformity')
  const list = useList<Nonconformity>('quality.list-nonconformities', {
    limit: 100,
    q: table.q,
    kind: table.filters['kind'],
  })
  const [chosen, choose] = useState<Nonconformity | null>(null)
  return (
    <>
      <DataTable<Nonconformity>
        name="quality.nonconformities"
        remote
        loading={list.loading}
        rows={list.rows}
        rowKey={(n) => n.id}
        onOpen={choose}
        count={list.total ?? list.rows.length}
        more={list.more}
        hasMore={list.hasMore}
        filters={[
          {
            key: 'kind',
            label: say('quality.about'),
            options: kinds.map((k) => ({ value: k, label: say(`quality.nc-${k}`) })),
          },
        ]}
        empty={
          <EmptyState title={say('quality.no-nonconformities')}>
            {may ? say('quality.no-nonconformities-how') : null}
          </EmptyState>
        }
        columns={[
          {
            key: 'number',
            label: say('quality.number'),
            mono: true,
            primary: true,
            cell: (n) => n.number,
            text: (n) => n.number,
          },
          {
            key: 'kind',
            label: say('quality.about'),
            cell: (n) => say(`quality.nc-${n.kind}`),
            text: (n) => say(`quality.nc-${n.kind}`),
          },
          { key: 'text', label: say('quality.what-happened'), cell: (n) => n.text, text: (n) => n.text },
          {
            key: 'found',
            label: say('quality.found-on'),
            cell: (n) => showDate(n.found),
            text: (n) => n.found,
          },
          { key: 'by', label: say('quality.reported-by'), cell: (n) => n.by ?? '', text: (n) => n.by ?? '' },
          {
            key: 'case',
            label: say('quality.case'),
            cell: (n) =>
              n.case ? (
                <Linked to={`/cases/${n.case.id}`} mono>
                  {n.case.number}
                </Linked>
              ) : (
                ''
              ),
            text: (n) => n.case?.number ?? '',
          },
        ]}
      />
      {chosen ? (
        <Dialog wide title={chosen.number} onClose={() => choose(null)}>
          <Facts
            rows={[
              [
                say('quality.about'),
                [say(`quality.nc-${chosen.kind}`), chosen.thing].filter(Boolean).join(', '),
              ],
              [say('quality.what-happened'), chosen.text],
              [say('quality.found-on'), showDate(chosen.found)],
              [say('quality.reported-by'), chosen.by ?? ''],
            ]}
          />
        </Dialog>
      ) : null}
    </>
  )
}
