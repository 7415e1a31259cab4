/** One scene on a telephone, a tablet or a desk: what is to be done stands as large buttons, everything written beneath; works with no network. */
import { type ReactNode, useRef, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { ErrorState, Skeleton } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import type { IconName } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { NextNote } from '#ui/NextNote.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Columns, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { useTell } from '#ui/client.ts'
import type { WaitingAct } from '#ui/offline/waiting.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { ActPanel } from './ActPanel.tsx'
import { usePhotographing } from './acting.ts'
import type { Ask } from './asks.ts'
import { IdentityPanel, PeopleCard } from './Identities.tsx'
import { VehicleNote } from './VehicleNote.tsx'
import { ChecklistPanel, useChecklist } from './ChecklistPanel.tsx'
import { DeviceNote } from './DeviceNote.tsx'
import {
  ChecklistCard,
  CollectedCard,
  ConflictsCard,
  LogCard,
  MeasurementsCard,
  RecordsCard,
  SketchesCard,
  StatementsCard,
  StepsCard,
} from './cards.tsx'
import { HandOverCard } from './HandOver.tsx'
import { MarksCard } from './MarksCard.tsx'
import { PaperCard } from './PaperCard.tsx'
import { Photographed } from './Photographed.tsx'
import { PhotoStrip } from './PhotoStrip.tsx'
import { type Scene, useScene } from './scene-kept.ts'
import { stateOf } from './state.ts'
import { ToLaboratory } from './ToLaboratory.tsx'
import { Waiting } from './Waiting.tsx'
import { useCards, useCodes } from './where-fields.ts'
import './scenes.css'

export default function ScenePage(): ReactNode {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const scene = useScene(id)
  const say = useSay()
  useTakenAlong(scene.data?.sceneType)
  if (scene.error) return <ErrorState problem={scene.error} onRetry={() => void scene.refetch()} />
  if (!scene.data) return <Skeleton lines={8} />
  const s = scene.data
  return (
    <Page>
      <Head scene={s} />
      {scene.keptAt ? (
        <Note tone="maize" icon="cloud-off">
          {say('device.as-of', { at: showInstant(scene.keptAt) })}
        </Note>
      ) : null}
      <DeviceNote />
      <VehicleNote scene={s} />
      <Next scene={s} />
      <Acts scene={s} waiting={scene.waiting} />
      <Waiting acts={scene.waiting} unproved={scene.unproved} />
      <Columns kind="picture">
        <Stacked>
          <PhotoStrip scene={s} waiting={scene.waiting} />
          <ConflictsCard scene={s} />
          <SketchesCard scene={s} />
          <MarksCard scene={s} waiting={scene.waiting} />
          <CollectedCard scene={s} />
          <MeasurementsCard scene={s} />
        </Stacked>
        <Stacked>
          <LogCard scene={s} />
          <ChecklistCard scene={s} />
          <ToLaboratory scene={s} />
          <HandOverCard scene={s} waiting={scene.waiting} />
          <PaperCard scene={s} />
          <PeopleCard scene={s} />
          <StatementsCard scene={s} />
          <RecordsCard scene={s} />
          <StepsCard scene={s} />
        </Stacked>
      </Columns>
    </Page>
  )
}

/** What the panels need stands on the device before the line goes: lists of the laboratory and the checklist. */
function useTakenAlong(sceneType: string | undefined): void {
  useCodes('item-type')
  useCodes('packaging-type')
  useChecklist(sceneType ?? '')
  useCodes('party-role')
  useCodes('sex')
  useCards()
}

function Head({ scene: s }: { scene: Scene }): ReactNode {
  const say = useSay()
  const { tone, icon } = stateOf[s.state]
  return (
    <RecordHead
      crumbs={[
        { label: say('scenes.title'), to: '/scenes' },
        ...(s.case.id ? [{ label: s.case.number, to: `/cases/${s.case.id}`, mono: true as const }] : []),
      ]}
      number={s.number}
      title={s.place}
      chips={
        <>
          <StateChip tone={tone} icon={icon}>
            {say(`scenes.state-${s.state}`)}
          </StateChip>
          {s.version > 0 ? (
            <StateChip tone="mahogany" icon="sign">
              {say('scenes.version-chip', { version: s.version })}
            </StateChip>
          ) : null}
        </>
      }
      facts={[s.sceneTypeName, s.district, s.unit?.name, s.lead.name].filter(Boolean).join(' · ')}
    />
  )
}
function Next({ scene: s }: { scene: Scene }): ReactNode {
  const say = useSay()
  const what = {
    open: 'arriving',
    'at-scene': 'working',
    left: 'signing',
    signed: 'signed',
  }[s.state]
  return <NextNote what={say(`scenes.next-${what}`)} who={s.lead.name} />
}

const big: readonly { ask: Ask; icon: IconName }[] = [
  { ask: 'mark-evidence', icon: 'flag' },
  { ask: 'collect-item', icon: 'package' },
  { ask: 'log-entry', icon: 'door-enter' },
  { ask: 'add-measurement', icon: 'measure' },
  { ask: 'lift-print', icon: 'fingerprint' },
  { ask: 'record-statement', icon: 'messages' },
]

function Acts({ scene: s, waiting }: { scene: Scene; waiting: readonly WaitingAct[] }): ReactNode {
  const say = useSay()
  const photographing = usePhotographing(s.id, (name) => `${say('op.scenes.add-photograph')}: ${name}`)
  const camera = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState<Ask | 'checklist' | 'identity' | null>(null)
  const sign = useTell('scenes.sign-scene-record')
  const amend = useTell('scenes.amend-scene-record')
  const shut = s.state === 'signed'
  const amendNow = async (): Promise<void> => {
    const said = await confirm({
      title: say('op.scenes.amend-scene-record'),
      will: say('scenes.amend-will'),
      reason: 'required',
    })
    if (said) await amend.tell({ attendance: s.id }, said)
  }
  return (
    <>
      {shut ? null : (
        <div className="scene-acts">
          <input
            ref={camera}
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            hidden
            aria-label={say('scenes.take-photograph')}
            onChange={(e) => {
              void photographing.photograph([...(e.target.files ?? [])])
              e.target.value = ''
            }}
          />
          <Button primary icon="camera" onClick={() => camera.current?.click()}>
            {say('scenes.take-photograph')}
          </Button>
          {big.map(({ ask, icon }) => (
            <Act
              key={ask}
              operation={`scenes.${ask}`}
              actions={s.actions}
              icon={icon}
              onAct={() => setOpen(ask)}
            />
          ))}
          <Act operation="scenes.add-sketch" actions={s.actions} icon="edit" to={`/scenes/${s.id}/sketch`} />
          <Act
            operation="scenes.complete-checklist"
            actions={s.actions}
            icon="checklist"
            onAct={() => setOpen('checklist')}
          />
          <Act
            operation="scenes.record-identity"
            actions={s.actions}
            icon="person"
            onAct={() => setOpen('identity')}
          />
        </div>
      )}
      <ActRow>
        {s.state === 'open' || s.state === 'at-scene' ? (
          <Act
            operation="scenes.arrive"
            actions={s.actions}
            icon="pin"
            primary={s.state === 'open'}
            onAct={() => setOpen('arrive')}
          />
        ) : null}
        {s.state === 'at-scene' || s.state === 'open' ? (
          <Act
            operation="scenes.leave-scene"
            actions={s.actions}
            icon="door-exit"
            onAct={() => setOpen('leave-scene')}
          />
        ) : null}
        {s.state === 'left' ? (
          <Act
            operation="scenes.sign-scene-record"
            actions={s.actions}
            icon="sign"
            primary
            busy={sign.busy}
            onAct={() => void sign.tell({ attendance: s.id })}
          />
        ) : null}
        {shut ? (
          <Act
            operation="scenes.amend-scene-record"
            actions={s.actions}
            icon="edit"
            busy={amend.busy}
            onAct={() => void amendNow()}
          />
        ) : null}
        <Linked to={`/scenes/${s.id}/photographs`} icon="photo">
          {say('scenes.photo-wall')}
        </Linked>
      </ActRow>
      <Photographed {...photographing} />
      <ProblemNote of={sign.problem ?? amend.problem} />
      {open === 'checklist' ? (
        <ChecklistPanel scene={s} onClose={() => setOpen(null)} />
      ) : open === 'identity' ? (
        <IdentityPanel scene={s} onClose={() => setOpen(null)} />
      ) : open ? (
        <ActPanel scene={s} waiting={waiting} ask={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  )
}
