/** The wall of photographs of a scene: in order with what is missing between them, on a map and by time, each opened with deep zoom and its facts. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useAsk, useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { PhotographList, PhotographSeen } from '../contract.ts'
import type { z } from 'zod'
import { PhotographsAway } from '#modules/archive/screens/ColdActs.tsx'
import { FolderDrop } from './FolderDrop.tsx'
import { PhotoMap } from './PhotoMap.tsx'
import { PhotoWall } from './PhotoWall.tsx'
import { PhotoTimes } from './PhotoTimes.tsx'
import { useScene } from './scene-kept.ts'
import './scenes.css'

const Viewer = lazy(() => import('./PhotoViewer.tsx'))
type Answer = z.output<typeof PhotographList>
type Way = 'wall' | 'times' | 'map' | 'sheet'

const A_SHEET = 100
/** The same as PDF, a hundred at a time. */
function Sheets({ attendance, total }: { attendance: string; total: number }): ReactNode {
  const say = useSay()
  const starts = Array.from({ length: Math.ceil(total / A_SHEET) }, (_, n) => n * A_SHEET + 1)
  return (
    <p className="photo-sheets">
      {say('scenes.contact-pages')}:{' '}
      {starts.map((from) => (
        <a
          key={from}
          className="link"
          href={fileUrl('scenes.contact-sheet', { attendance, from, many: A_SHEET })}
        >
          {say('scenes.contact-range', { from, to: Math.min(total, from + A_SHEET - 1) })}
        </a>
      ))}
    </p>
  )
}

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
  const total = list.total ?? rows.length
  const { hasMore, more } = list
  const need = useCallback(() => (hasMore ? more() : undefined), [hasMore, more])
  // By the hour and on the map all of them count.
  useEffect(() => {
    if (way === 'times' || way === 'map') need()
  }, [way, need, rows.length])
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
        facts={[scene.data?.place, say('scenes.photo-count', { n: total })].filter(Boolean).join(' · ')}
      />
      <PhotographsAway attendance={id} />
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
      {way === 'sheet' ? <Sheets attendance={id} total={total} /> : null}
      {rows.length === 0 && first !== undefined ? (
        <EmptyState title={say('scenes.no-photographs')} icon="photo" />
      ) : way === 'times' ? (
        <PhotoTimes rows={rows} onOpen={setOpen} />
      ) : way === 'map' ? (
        <PhotoMap rows={rows} onOpen={setOpen} />
      ) : (
        <PhotoWall rows={rows} total={total} sheet={way === 'sheet'} onOpen={setOpen} onNeed={need} />
      )}
      {hasMore && way !== 'wall' && way !== 'sheet' ? (
        <p className="scene-quiet" role="status">
          {say('scenes.photos-so-far', { n: rows.length, of: total })}
        </p>
      ) : null}
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
