/** What was left when nobody was at the counter, by its clock: taken in by scanning what is there; what is not there stays and is asked after. */
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Page, Stacked } from '#ui/Page.tsx'
import { Progress } from '#ui/Progress.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanList, type Scanned as Line } from '#ui/ScanList.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { ask, fileUrl, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { Scanned } from '../../things/contract.ts'
import type { PendingIntakeList } from '../contract.ts'
import { Lines } from '../../things/screens/Lines.tsx'

type Waiting = PendingIntakeList['items'][number]

export default function AfterHoursPage() {
  const say = useSay()
  const queue = useAsk<PendingIntakeList>('evidence.pending-intake', {}, { every: 60_000 })
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('evidence.af-title')}
        acts={
          <Act operation="evidence.leave-items" icon="moon" primary to="/evidence/after-hours/leave">
            {say('evidence.af-leave')}
          </Act>
        }
      />
      <Asked of={queue}>
        {(q) =>
          q.items.length > 0 ? (
            <Stacked>
              {q.items.map((w) => (
                <Left key={w.id} of={w} />
              ))}
            </Stacked>
          ) : (
            <Card>
              <EmptyState icon="moon" title={say('evidence.af-none')}>
                {say('evidence.af-none-help')}
              </EmptyState>
            </Card>
          )
        }
      </Asked>
    </Page>
  )
}

function Left({ of: w }: { of: Waiting }) {
  const say = useSay()
  const [taking, setTaking] = useState(false)
  const allowed = Math.max(1, Math.round((Date.parse(w.dueAt) - Date.parse(w.at)) / 3_600_000))
  const takeIn = w.actions.find((a) => a.operation === 'evidence.take-in-items')
  const receive = w.actions.find((a) => a.operation === 'evidence.receive-submission')
  return (
    <Card
      {...(w.late ? { tone: 'achiote' as const } : {})}
      title={`${w.place.code} · ${w.place.name}`}
      aside={<StateChip state={w.late ? 'overdue' : 'left'} />}
    >
      <div className="fields">
        <div>
          {say('evidence.af-by', { by: [w.by, w.where].filter(Boolean).join(', '), at: showInstant(w.at) })}
          {' · '}
          {w.witness ? say('evidence.af-witness', { name: w.witness }) : null}
          {w.witness && w.photograph ? ' · ' : null}
          {w.photograph ? (
            <Linked to={fileUrl('evidence.photograph-left', { left: w.id })} icon="photo">
              {say('evidence.af-photograph')}
            </Linked>
          ) : null}
          {w.witness || w.photograph ? null : say('evidence.af-no-proof')}
        </div>
        <Progress
          done={Math.min(w.hours, allowed)}
          of={allowed}
          label={say('evidence.af-clock', { n: w.hours, due: showInstant(w.dueAt) })}
        />
        {w.words ? <p className="dim">{w.words}</p> : null}
        {w.announced ? (
          <p>{say('evidence.af-announced', { number: w.announced.number, n: w.announced.items })}</p>
        ) : (
          <Lines items={w.things} where={false} />
        )}
        <ActRow>
          {takeIn ? (
            <Act
              operation="evidence.take-in-items"
              verdict={takeIn}
              icon="scan"
              onAct={() => setTaking(true)}
            />
          ) : null}
          {receive && w.announced ? (
            <Act
              operation="evidence.receive-submission"
              verdict={receive}
              icon="door-enter"
              to={`/evidence/announced/${w.announced.id}`}
            >
              {say('evidence.af-receive')}
            </Act>
          ) : null}
        </ActRow>
      </div>
      {taking ? <TakeIn of={w} onClose={() => setTaking(false)} /> : null}
    </Card>
  )
}

function TakeIn({ of: w, onClose }: { of: Waiting; onClose: () => void }) {
  const say = useSay()
  const [lines, setLines] = useState<readonly Line[]>([])
  const act = useTell('evidence.take-in-items', { settles: ['evidence.'] })
  const resolve = async (text: string): Promise<Line | string> => {
    const found = (await ask<Scanned>('evidence.scan', { text })).items
    const here = found.find((i) => w.things.some((t) => t.id === i.id))
    if (here) return { id: here.id, label: here.number, note: here.description }
    return found[0]
      ? say('evidence.af-not-of-this', { number: found[0].number })
      : say('evidence.sc-nothing', { text })
  }
  const send = async (items: readonly Line[]): Promise<void> => {
    if (await act.tell({ things: items.map((i) => i.id) })) onClose()
  }
  const left = w.things.length - lines.length
  return (
    <Dialog wide title={`${say('op.evidence.take-in-items')} · ${w.place.code}`} onClose={onClose}>
      <ScanList
        label={say('evidence.af-here')}
        expect={w.things.length}
        onResolve={resolve}
        onChange={setLines}
        onDone={(items) => void send(items)}
        doneLabel={say('evidence.sc-take-in-do', { n: lines.length })}
      />
      <ProblemNote of={act.problem} />
      {lines.length > 0 && left > 0 ? (
        <Note tone="maize" icon="warning" title={say('evidence.af-stays', { n: left })} />
      ) : null}
    </Dialog>
  )
}
