/** The wall of photographs of a scene: in order with what is missing between them, on a map and by time, each opened with deep zoom and its facts. */
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useAsk, useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { PhotographList, PhotographSeen } from '../contract.ts'
import type { z } from 'zod'
import { FolderDrop } from './FolderDrop.tsx'
import { PhotoMap } from './PhotoMap.tsx'
import { PhotoTimes } from './PhotoTimes.tsx'
import { useScene } from './scene-kept.ts'
import './scenes.css'

const Viewer = lazy(() => import('./PhotoViewer.tsx'))
type Answer = z.output<typeof PhotographList>
type Way = 'wall' | 'times' | 'map' | 'sheet'

export default function PhotosPage(): ReactNode {
  const say = useSay()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const scene = useScene(id)
  const list = useList<PhotographSeen>('scenes.photographs', { attendance: id, limit: 500 })
  // Gaps and exact copies are told of the whole scene, whatever part of the wall is drawn in.
  const first = useAsk<Answer>('scenes.photographs', { attendance: id, limit: 1 }).data
  const [way, setWay] = useState<Way>('wall')
  const [open, setOpen] = useState<string | null>(null)
  const rows = list.rows
  const at = rows.findIndex((p) => p.id === open)
  const shown = at >= 0 ? rows[at] : undefined
  const may = scene.data?.actions.find((a) => a.operation === 'scenes.add-photograph')
  if (list.problem) return <ErrorState problem={list.problem} onRetry={list.again} />
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('scenes.title'), to: '/scenes' },
          { label: scene.data?.number ?? '', to: `/scenes/${id}`, mono: true },
        ]}
        title={say('scenes.photographs')}
        facts={[scene.data?.place, say('scenes.photo-count', { n: list.total ?? rows.length })]
          .filter(Boolean)
          .join(' · ')}
      />
      {(first?.gaps ?? []).length > 0 ? (
        <Note tone="maize" title={say('scenes.gaps')}>
          {first?.gaps.map((g) => g.text).join(' ')}
        </Note>
      ) : null}
      {(first?.duplicates ?? []).length > 0 ? (
        <Note tone="slate">{say('scenes.duplicates', { n: first?.duplicates.length ?? 0 })}</Note>
      ) : null}
      <Tabs<Way>
        value={way}
        onChange={setWay}
        tabs={(['wall', 'times', 'map', 'sheet'] as const).map((w) => ({
          value: w,
          label: say(`scenes.way-${w}`),
        }))}
      />
      {rows.length === 0 && first !== undefined ? (
        <EmptyState title={say('scenes.no-photographs')} icon="photo" />
      ) : way === 'times' ? (
        <PhotoTimes rows={rows} onOpen={setOpen} />
      ) : way === 'map' ? (
        <PhotoMap rows={rows} onOpen={setOpen} />
      ) : (
        <Wall rows={rows} sheet={way === 'sheet'} onOpen={setOpen} />
      )}
      {list.hasMore ? <Button onClick={list.more}>{say('scenes.more-photographs')}</Button> : null}
      {may?.ok ? (
        <Card title={say('op.scenes.add-photograph')}>
          <FolderDrop attendance={id} onDone={list.again} />
        </Card>
      ) : null}
      {shown ? (
        <Suspense>
          <Viewer
            photo={shown}
            mayAnnotate={may?.ok ?? false}
            onClose={() => setOpen(null)}
            onNext={(step) => setOpen(rows[(at + step + rows.length) % rows.length]?.id ?? null)}
          />
        </Suspense>
      ) : null}
    </Page>
  )
}

function Wall(props: {
  rows: readonly PhotographSeen[]
  sheet: boolean
  onOpen: (id: string) => void
}): ReactNode {
  const say = useSay()
  return (
    <div className={props.sheet ? 'photo-wall sheet' : 'photo-wall'}>
      {props.rows.map((p) => (
        <button key={p.id} type="button" className="photo-tile" onClick={() => props.onOpen(p.id)}>
          {p.shown ? (
            <img
              src={fileUrl('scenes.thumbnail', { photograph: p.id })}
              alt={
                p.caption ?? say('scenes.photo-alt', { seq: p.seq, caption: say(`scenes.shows-${p.shows}`) })
              }
              loading="lazy"
              decoding="async"
            />
          ) : (
            <span className="scene-kept-file">{say('scenes.photo-kept')}</span>
          )}
          <span className="photo-tile-no">{p.seq}</span>
          {p.source ? <span className="photo-tile-copy">{say('scenes.copy')}</span> : null}
          <span className="photo-tile-words">
            {p.caption ?? p.name}
            {props.sheet && p.takenAt ? ` · ${showInstant(p.takenAt)}` : ''}
          </span>
        </button>
      ))}
    </div>
  )
}
