/** Calls that wait and scenes that are attended: where a technician begins, with a connection or without. */
import { type ReactNode, useEffect } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useMay, useMe } from '#ui/me.ts'
import { letGo } from '#ui/offline/store.ts'
import { useKept, useWaiting } from '#ui/offline/use-kept.ts'
import { isOver } from '#ui/offline/waiting.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { AttendanceLine, CallOutLine } from '../contract.ts'
import { CallCard } from './CallCard.tsx'
import { DeviceNote } from './DeviceNote.tsx'
import { MissingCard } from './MissingCard.tsx'
import { OnCallCard } from './OnCallCard.tsx'
import { KIND, type Scene } from './scene-kept.ts'
import { SheetCard } from './SheetCard.tsx'
import { SceneLink } from './SceneLink.tsx'
import { stateOf } from './state.ts'
import './scenes.css'

export default function ScenesPage(): ReactNode {
  const say = useSay()
  const mayCalls = useMay('scenes.call-outs')
  const calls = useAsk<{ items: CallOutLine[] }>(
    'scenes.call-outs',
    { state: 'open', limit: 50 },
    { enabled: mayCalls, every: 30_000 },
  )
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('scenes.title')}
        facts={say('scenes.facts')}
        acts={
          <ActRow>
            <Act operation="scenes.open-attendance" icon="add" primary to="/scenes/open" />
            <Act operation="scenes.receive-call-out" icon="phone" to="/scenes/call" />
            <Act operation="scenes.publish-roster" icon="calendar" to="/scenes/roster" />
            <Act operation="scenes.bays" icon="truck" to="/scenes/bays" />
            <Act operation="scenes.fixity-reports" icon="shield" to="/scenes/fixity" />
          </ActRow>
        }
      />
      <DeviceNote />
      <Columns kind="picture">
        <Stacked>
          <Card title={say('scenes.calls-waiting')}>
            {calls.data?.items.length ? (
              <div className="scene-calls">
                {calls.data.items.map((c) => (
                  <CallCard key={c.id} call={c} />
                ))}
              </div>
            ) : (
              <EmptyState title={say('scenes.no-calls')} icon="phone">
                {say('scenes.no-calls-how')}
              </EmptyState>
            )}
          </Card>
        </Stacked>
        <Stacked>
          <MissingCard />
          <KeptScenes />
          <OnCallCard />
          <SheetCard />
        </Stacked>
      </Columns>
      <Attendances />
    </Page>
  )
}

/** Scenes that open here without a network: those of this person that are not signed. */
function KeptScenes(): ReactNode {
  const say = useSay()
  const person = useMe()?.person.id ?? ''
  const { rows } = useKept<Scene>(person, KIND)
  const acts = useWaiting(person).rows
  // A scene that is signed leaves the device when nothing of it waits here and the house has proved every file that came from here.
  useEffect(() => {
    if (!acts) return
    for (const { id, value } of rows ?? [])
      if (value.state === 'signed' && acts.every((a) => a.to !== `/scenes/${id}` || isOver(a)))
        letGo(person, KIND, id).catch(() => undefined)
  }, [rows, acts, person])
  const open = (rows ?? []).filter((r) => r.value.state !== 'signed')
  if (open.length === 0) return null
  return (
    <Card title={say('scenes.kept-here')}>
      <div className="scene-kept">
        {open.map((r) => (
          <SceneLink key={r.id} scene={r.value} />
        ))}
      </div>
    </Card>
  )
}

function Attendances(): ReactNode {
  const say = useSay()
  const table = useTableState('scenes.list')
  const list = useList<AttendanceLine>('scenes.find-attendances', {
    limit: 100,
    q: table.q,
    state: table.filters['state'],
  })
  return (
    <Card title={say('scenes.attendances')}>
      {list.problem ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : (
        <DataTable<AttendanceLine>
          name="scenes.list"
          remote
          rows={list.rows}
          count={list.total}
          countIsAtLeast={list.totalIsAtLeast}
          rowKey={(r) => r.id}
          rowTo={(r) => `/scenes/${r.id}`}
          hasMore={list.hasMore}
          more={list.more}
          empty={<EmptyState title={say('scenes.none')}>{say('scenes.none-how')}</EmptyState>}
          filters={[
            {
              key: 'state',
              label: say('scenes.column-state'),
              options: ['open', 'at-scene', 'left', 'signed'].map((s) => ({
                value: s,
                label: say(`scenes.state-${s}`),
              })),
            },
          ]}
          columns={[
            {
              key: 'number',
              label: say('scenes.column-number'),
              cell: (r) => <Mono>{r.number}</Mono>,
              text: (r) => r.number,
              primary: true,
            },
            {
              key: 'place',
              label: say('scenes.column-place'),
              cell: (r) => r.place,
              text: (r) => r.place,
            },
            {
              key: 'type',
              label: say('scenes.column-type'),
              cell: (r) => r.sceneTypeName,
              text: (r) => r.sceneTypeName,
            },
            {
              key: 'state',
              label: say('scenes.column-state'),
              cell: (r) => (
                <StateChip tone={stateOf[r.state].tone} icon={stateOf[r.state].icon}>
                  {say(`scenes.state-${r.state}`)}
                </StateChip>
              ),
              text: (r) => say(`scenes.state-${r.state}`),
            },
            {
              key: 'case',
              label: say('scenes.column-case'),
              cell: (r) => <Mono>{r.case.number}</Mono>,
              text: (r) => r.case.number,
            },
            {
              key: 'lead',
              label: say('scenes.column-lead'),
              cell: (r) => r.lead.name,
              text: (r) => r.lead.name,
            },
            {
              key: 'photographs',
              label: say('scenes.column-photos'),
              cell: (r) => r.photographs,
              text: (r) => String(r.photographs),
              number: true,
            },
            {
              key: 'items',
              label: say('scenes.column-items'),
              cell: (r) => r.items,
              text: (r) => String(r.items),
              number: true,
            },
            {
              key: 'opened',
              label: say('scenes.column-opened'),
              cell: (r) => <When at={r.openedAt} />,
              text: (r) => showInstant(r.openedAt),
            },
          ]}
        />
      )}
    </Card>
  )
}
