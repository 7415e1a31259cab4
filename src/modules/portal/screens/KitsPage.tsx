/** Sexual assault kits on their way: scanned with the camera of a telephone, stage by stage, with what is overdue first. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { AskedList, EmptyState, More } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { CameraScan } from '#ui/CameraScan.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { When } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Facts, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { TrackedKit } from '../contract/kits.ts'
import './portal.css'

interface Board {
  stages: { stage: { code: string; name: string }; kits: number; overdue: number }[]
}
interface Told {
  serial: string
  stage: { name: string }
  next: { name: string } | null
}

export default function KitsPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('open')
  const [asking, setAsking] = useState<'begin-kit' | 'scan-kit' | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const kits = useList<TrackedKit>('portal.kits', { show, limit: 50 })
  const board = useAsk<Board>('portal.kits', { show, limit: 1 }, { keep: true })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[]}
        title={say('op.portal.kits')}
        facts={say('portal.kits-note')}
        acts={
          <ActRow>
            <Act operation="portal.scan-kit" icon="scan" primary onAct={() => setAsking('scan-kit')} />
            <Act operation="portal.begin-kit" icon="add" onAct={() => setAsking('begin-kit')} />
          </ActRow>
        }
      />
      {told ? (
        <Note
          tone="reef"
          icon="check"
          title={say('portal.kit-scanned', { serial: told.serial, stage: told.stage.name })}
        >
          {told.next ? say('portal.kit-next', { stage: told.next.name }) : say('portal.kit-ended-chip')}
        </Note>
      ) : null}
      <Tabs
        value={show}
        onChange={setShow}
        tabs={['open', 'overdue', 'all'].map((value) => ({ value, label: say(`portal.kits-${value}`) }))}
      />
      <AskedList of={kits}>
        {kits.rows.length === 0 ? (
          <EmptyState title={say('portal.kits-none')}>{say('portal.kits-none-next')}</EmptyState>
        ) : null}
        {kits.rows.map((k) => (
          <Kit key={k.id} of={k} />
        ))}
        <More of={kits} />
      </AskedList>
      {board.data && board.data.stages.some((s) => s.kits > 0) ? (
        <Card title={say('portal.kit-stages')}>
          <Facts
            rows={board.data.stages.map((s) => [
              s.stage.name,
              s.kits > 0 ? say('portal.kit-stage-count', { kits: s.kits, overdue: s.overdue }) : '–',
            ])}
          />
        </Card>
      ) : null}
      {asking ? (
        <KitDialog
          operation={asking}
          onClose={() => setAsking(null)}
          onTold={(t) => {
            setTold(t)
            setAsking(null)
          }}
        />
      ) : null}
    </Page>
  )
}

function Kit({ of: k }: { of: TrackedKit }): ReactNode {
  const say = useSay()
  return (
    <article className="portal-card">
      <span className="portal-head">
        <strong className="mono">{k.serial}</strong>
        {k.ended ? (
          <StateChip tone="slate" icon="archive">
            {k.stage.name}
          </StateChip>
        ) : (
          <StateChip tone={k.overdue ? 'achiote' : 'maya'} icon={k.overdue ? 'clock' : 'progress'}>
            {k.stage.name}
          </StateChip>
        )}
      </span>
      <span>
        {say('portal.kit-with', { unit: k.with })}
        {k.to && !k.ended ? `, ${say('portal.kit-goes', { unit: k.to })}` : ''}
      </span>
      {k.next ? (
        <span>
          {say('portal.kit-next', { stage: k.next.name })}
          {k.dueOn
            ? ` · ${say(k.overdue ? 'portal.kit-late' : 'portal.kit-due', { day: showDate(k.dueOn) })}`
            : ''}
        </span>
      ) : null}
      <span className="dim">
        {k.steps.map((s) => (
          <span key={s.stage.code + s.at} className="portal-step">
            {say('portal.kit-step', { stage: s.stage.name, unit: s.unit, by: s.by })}, <When at={s.at} />
            {s.words ? ` · ${s.words}` : ''}
            <br />
          </span>
        ))}
      </span>
    </article>
  )
}

function KitDialog(props: {
  operation: 'begin-kit' | 'scan-kit'
  onClose: () => void
  onTold: (t: Told) => void
}): ReactNode {
  const say = useSay()
  const [camera, setCamera] = useState(false)
  const [serial, setSerial] = useState('')
  const tell = useTell<Told>(`portal.${props.operation}`, { settles: ['portal.'], onDone: props.onTold })
  return (
    <Dialog title={say(`op.portal.${props.operation}`)} onClose={props.onClose}>
      {camera ? (
        <CameraScan
          onClose={() => setCamera(false)}
          onScan={(text) => {
            setCamera(false)
            setSerial(text)
          }}
        />
      ) : (
        <Button icon="camera" onClick={() => setCamera(true)}>
          {say('portal.kit-camera')}
        </Button>
      )}
      <Form
        key={serial}
        name={`portal.${props.operation}`}
        draft={false}
        initial={{ serial }}
        problem={tell.problem}
        fields={[
          { key: 'serial', label: say('portal.kit-serial'), kind: 'scan', required: true },
          {
            key: 'to',
            label: say('portal.kit-to'),
            kind: 'ref',
            ask: {
              name: 'identity.list-units',
              params: { limit: 50 },
              label: (u: { name: string }) => u.name,
              value: (u: { id: string }) => u.id,
            } as Field['ask'],
          },
          ...(props.operation === 'scan-kit'
            ? [{ key: 'words', label: say('portal.kit-words'), kind: 'text' as const }]
            : []),
        ]}
        sendLabel={say(`op.portal.${props.operation}`)}
        onSend={async (v) => {
          await tell.tell(v)
        }}
      />
    </Dialog>
  )
}
