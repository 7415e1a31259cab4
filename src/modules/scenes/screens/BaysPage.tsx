/** Bays for vehicles: what is kept for which hours, day by day, and the booking of another. */
import { type ReactNode, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { BaySeen } from '../contract.ts'
import { bookingStateOf } from './state.ts'
import { useCodes } from './where-fields.ts'
import './scenes.css'

type Booking = BaySeen['bookings'][number]

export default function BaysPage(): ReactNode {
  const say = useSay()
  const [booking, book] = useState(false)
  const [begin, setBegin] = useState<Booking | null>(null)
  const asked = useAsk<{ items: BaySeen[] }>('scenes.bays', { days: 31 }, { every: 60_000 })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('scenes.title'), to: '/scenes' }]}
        title={say('scenes.bays')}
        facts={say('scenes.bays-facts')}
        acts={
          <ActRow>
            <Act operation="scenes.book-bay" icon="calendar" primary onAct={() => book(true)} />
          </ActRow>
        }
      />
      <Asked
        of={asked}
        empty={(d) =>
          d.items.length === 0 ? (
            <EmptyState title={say('scenes.no-bays')} icon="truck">
              {say('scenes.no-bays-how')}
            </EmptyState>
          ) : null
        }
      >
        {(d) => (
          <Stacked>
            {d.items.map((bay) => (
              <Card key={bay.id} title={bay.name} aside={say('scenes.bay-room', { n: bay.capacity })}>
                <ul className="scene-rows">
                  {bay.bookings.map((b) => (
                    <Kept key={b.id} booking={b} onBegin={() => setBegin(b)} />
                  ))}
                </ul>
              </Card>
            ))}
          </Stacked>
        )}
      </Asked>
      {booking ? <Book onClose={() => book(false)} /> : null}
      {begin ? <Begin booking={begin} onClose={() => setBegin(null)} /> : null}
    </Page>
  )
}

function Kept({ booking: b, onBegin }: { booking: Booking; onBegin: () => void }): ReactNode {
  const say = useSay()
  const cancel = useTell('scenes.cancel-bay')
  const giveBack = async (): Promise<void> => {
    const said = await confirm({
      title: say('op.scenes.cancel-bay'),
      will: b.vehicle?.number ?? '',
      reason: 'required',
    })
    if (said) await cancel.tell({ booking: b.id }, said)
  }
  const { tone, icon } = bookingStateOf[b.state]
  return (
    <li>
      <span className="scene-row scene-booking">
        <strong>
          {say('scenes.booking-span', { from: showInstant(b.from), until: showInstant(b.until) })}
        </strong>
        {b.vehicle ? (
          <>
            <span>
              <Linked to={`/evidence/items/${b.vehicle.id}`}>
                <Mono>{b.vehicle.number}</Mono> {b.vehicle.description}
              </Linked>
            </span>
            <span className="scene-quiet">
              {[b.by, b.words, b.vehicle.holder].filter(Boolean).join(' · ')}
            </span>
            <span>
              <StateChip tone={tone} icon={icon}>
                {say(`scenes.booking-state-${b.state}`)}
              </StateChip>{' '}
              {b.attendance ? <Linked to={`/scenes/${b.attendance.id}`}>{b.attendance.number}</Linked> : null}
            </span>
            {b.state === 'booked' ? (
              <ActRow>
                <Act
                  operation="scenes.examine-vehicle"
                  actions={b.actions}
                  icon="checklist"
                  onAct={onBegin}
                />
                <Act
                  operation="scenes.cancel-bay"
                  actions={b.actions}
                  icon="x"
                  onAct={() => void giveBack()}
                />
              </ActRow>
            ) : null}
          </>
        ) : (
          <span className="scene-quiet">{say('scenes.bay-hidden')}</span>
        )}
        <ProblemNote of={cancel.problem} />
      </span>
    </li>
  )
}

interface Item {
  readonly id: string
  readonly number: string
  readonly description: string
}
function Book({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const tell = useTell('scenes.book-bay', { onDone: onClose })
  return (
    <Dialog title={say('op.scenes.book-bay')} onClose={onClose}>
      <Form
        name="scenes.book-bay"
        fields={[
          {
            key: 'thing',
            label: say('scenes.field-vehicle'),
            help: say('scenes.field-vehicle-help'),
            kind: 'ref',
            required: true,
            ask: {
              name: 'evidence.find-items',
              label: (i: Item) => `${i.number} ${i.description}`,
              value: (i: Item) => i.id,
            },
          },
          {
            key: 'place',
            label: say('scenes.field-bay'),
            help: say('scenes.field-bay-help'),
            kind: 'ref',
            required: true,
            ask: {
              name: 'evidence.find-places',
              label: (p: { path: string }) => p.path,
              value: (p: { id: string }) => p.id,
            },
          },
          { key: 'from', label: say('scenes.field-from-hour'), kind: 'instant', required: true },
          { key: 'until', label: say('scenes.field-until-hour'), kind: 'instant', required: true },
          { key: 'words', label: say('scenes.field-words'), kind: 'text' },
        ]}
        problem={tell.problem}
        onSend={async (v) => void (await tell.tell(v))}
        sendLabel={say('op.scenes.book-bay')}
      />
    </Dialog>
  )
}

function Begin({ booking, onClose }: { booking: Booking; onClose: () => void }): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const types = useCodes('scene-type')
  const usual = types.find((t) => t.value.startsWith('vehic'))?.value
  const tell = useTell<{ id: string }>('scenes.examine-vehicle', {
    onDone: ({ id }) => void navigate({ to: `/scenes/${id}` }),
  })
  return (
    <Dialog title={say('op.scenes.examine-vehicle')} onClose={onClose}>
      <Form
        key={usual ?? ''}
        name={`scenes.examine-vehicle.${booking.id}`}
        fields={[
          {
            key: 'sceneType',
            label: say('scenes.field-type'),
            kind: 'choice',
            required: true,
            options: types,
          },
          { key: 'words', label: say('scenes.field-words'), kind: 'text' },
        ]}
        initial={usual ? { sceneType: usual } : {}}
        problem={tell.problem}
        onSend={async (v) => void (await tell.tell({ booking: booking.id, ...v }))}
        sendLabel={say('op.scenes.examine-vehicle')}
      />
    </Dialog>
  )
}
