/** One photograph with deep zoom, in tiles; what was pointed out lies over it; its facts beside it. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Facts } from '#ui/Page.tsx'
import { fileUrl, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showBytes, showInstant } from '#ui/show.ts'
import type { PhotographSeen, Shape } from '../contract.ts'
import { TILE, halvings } from '../rules/tiles.ts'

export default function PhotoViewer(props: {
  photo: PhotographSeen
  mayAnnotate: boolean
  onClose: () => void
  onNext: (step: number) => void
}): ReactNode {
  const say = useSay()
  const { photo: p } = props
  return (
    <Dialog wide title={`${p.seq}. ${p.caption ?? say(`scenes.shows-${p.shows}`)}`} onClose={props.onClose}>
      <div className="acts">
        <Button icon="back" onClick={() => props.onNext(-1)}>
          {say('kit.previous-photo')}
        </Button>
        <Button icon="arrow-right" onClick={() => props.onNext(1)}>
          {say('kit.next-photo')}
        </Button>
        <a className="link" href={fileUrl('scenes.photograph', { photograph: p.id })}>
          {say('scenes.photo-original')} ({showBytes(p.size)})
        </a>
        <a className="link" href={fileUrl('scenes.side-car', { photograph: p.id })}>
          {say('scenes.photo-facts')}
        </a>
      </div>
      {p.note ? <Note tone={p.shown ? 'maize' : 'slate'}>{p.note}</Note> : null}
      {p.shown ? <Zoomed photo={p} /> : null}
      {p.shown && props.mayAnnotate ? <Point photo={p} /> : null}
      <div className="photo-facts">
        <Facts
          rows={[
            [say('scenes.column-photo'), <Mono key="n">{[p.folder, p.name].filter(Boolean).join('/')}</Mono>],
            ['SHA-256', <Mono key="h">{p.sha256}</Mono>],
            [
              say('scenes.column-by'),
              `${p.by} · ${say(p.provedAtCapture ? 'scenes.photo-proved' : 'scenes.photo-not-proved')}`,
            ],
            [say('scenes.photo-camera'), p.camera ?? '–'],
            [
              say('scenes.column-taken'),
              p.takenAt
                ? `${showInstant(p.takenAt)}${p.takenText ? ` (${say('scenes.photo-clock')}: ${p.takenText})` : ''}`
                : '–',
            ],
            [say('scenes.photo-size'), p.width ? `${p.width} × ${p.height}` : '–'],
            [
              say('scenes.field-position'),
              p.position ? `${p.position.latitude}, ${p.position.longitude}` : '–',
            ],
            ...(p.source
              ? [[say('scenes.copy'), say('scenes.photo-copy', { steps: p.steps ?? '' })] as const]
              : []),
            ...p.annotations.flatMap((a) =>
              a.words ? [[say('op.scenes.annotate-photograph'), `${a.words} (${a.by})`] as const] : [],
            ),
          ]}
        />
      </div>
    </Dialog>
  )
}

/** OpenSeadragon over tiles: only those are fetched that are seen, at the size at which they are. */
function Zoomed({ photo: p }: { photo: PhotographSeen }): ReactNode {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  // Of what is not known how large it is, there are no pieces.
  const [failed, setFailed] = useState(!p.width || !p.height)
  const [width, height] = [p.width ?? 1600, p.height ?? 1200]
  useEffect(() => {
    let viewer: { destroy(): void } | null = null
    let gone = false
    void import('openseadragon').then(({ default: OpenSeadragon }) => {
      if (gone || !box.current) return
      const most = halvings(width, height)
      const made = OpenSeadragon({
        element: box.current,
        tileSources: {
          width,
          height,
          tileSize: TILE,
          minLevel: 0,
          maxLevel: most,
          getTileUrl: (level: number, x: number, y: number) =>
            fileUrl('scenes.photograph', { photograph: p.id, size: 'tile', halved: most - level, x, y }),
        } as never,
        showNavigationControl: false,
        showNavigator: false,
        maxZoomPixelRatio: 6,
        visibilityRatio: 0.6,
        gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      })
      made.addHandler('open-failed', () => setFailed(true))
      made.addHandler('tile-load-failed', () => setFailed(true))
      const draw = document.createElement('div')
      draw.className = 'photo-drawn'
      draw.innerHTML = drawnOver(p)
      made.addHandler('open', () =>
        made.addOverlay({ element: draw, location: new OpenSeadragon.Rect(0, 0, 1, height / width) }),
      )
      viewer = made
    })
    return () => {
      gone = true
      viewer?.destroy()
    }
  }, [p, width, height])
  if (failed)
    return (
      <img
        className="photo-plain"
        src={fileUrl('scenes.photograph', { photograph: p.id, size: 'screen' })}
        alt={p.caption ?? say('scenes.photo-alt', { seq: p.seq, caption: '' })}
      />
    )
  return (
    <div
      ref={box}
      className="photo-zoom"
      role="img"
      aria-label={
        p.caption ?? say('scenes.photo-alt', { seq: p.seq, caption: say(`scenes.shows-${p.shows}`) })
      }
    />
  )
}
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** Shares of the picture become a drawing a thousand wide. */
function drawnOver(p: PhotographSeen): string {
  const h = (1000 * (p.height ?? 750)) / (p.width ?? 1000)
  const n = (v: number): string => v.toFixed(1)
  const one = (s: Shape): string => {
    const text = (x: number, y: number): string =>
      s.text ? `<text x="${n(x)}" y="${n(y)}">${escaped(s.text)}</text>` : ''
    switch (s.kind) {
      case 'arrow':
        return `<path d="M${n(s.x1 * 1000)} ${n(s.y1 * h)}L${n(s.x2 * 1000)} ${n(s.y2 * h)}" marker-end="url(#tip)"/>${text(s.x1 * 1000, s.y1 * h - 8)}`
      case 'circle':
        return `<circle cx="${n(s.x * 1000)}" cy="${n(s.y * h)}" r="${n(s.r * 1000)}"/>${text(s.x * 1000, (s.y - s.r) * h - 12)}`
      case 'box':
        return `<rect x="${n(s.x * 1000)}" y="${n(s.y * h)}" width="${n(s.width * 1000)}" height="${n(s.height * h)}"/>${text(s.x * 1000, s.y * h - 8)}`
      case 'text':
        return text(s.x * 1000, s.y * h)
    }
  }
  const shapes = p.annotations.flatMap((a) => a.shapes).map(one)
  return `<svg viewBox="0 0 1000 ${n(h)}"><defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="5" markerHeight="5" orient="auto"><path class="tip" d="M0 0L10 5L0 10Z"/></marker></defs>${shapes.join('')}</svg>`
}

/** Pointing at a place: a click on the small picture sets the middle, the word says what it is; by keyboard in percent. */
function Point({ photo: p }: { photo: PhotographSeen }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [spot, setSpot] = useState<{ x: number; y: number }>({ x: 0.5, y: 0.5 })
  const tell = useTell('scenes.annotate-photograph', { onDone: () => setOpen(false) })
  if (!open) return <Act operation="scenes.annotate-photograph" icon="target" onAct={() => setOpen(true)} />
  return (
    <div className="photo-point">
      <button
        type="button"
        className="photo-spot"
        aria-label={say('scenes.point-where')}
        onClick={(e) => {
          const r = e.currentTarget.getBoundingClientRect()
          setSpot({ x: (e.clientX - r.left) / r.width, y: (e.clientY - r.top) / r.height })
        }}
      >
        <img
          src={fileUrl('scenes.photograph', { photograph: p.id, size: 'screen' })}
          alt={say('scenes.point-where')}
        />
        <span style={{ left: `${spot.x * 100}%`, top: `${spot.y * 100}%` }} />
      </button>
      <Form
        key={`${spot.x} ${spot.y}`}
        name={`scenes.point.${p.id}`}
        draft={false}
        columns={2}
        fields={[
          { key: 'text', label: say('scenes.point-word'), kind: 'text', required: true, max: 80 },
          { key: 'x', label: say('scenes.point-x'), kind: 'number', required: true },
          { key: 'y', label: say('scenes.point-y'), kind: 'number', required: true },
        ]}
        initial={{ x: Math.round(spot.x * 100), y: Math.round(spot.y * 100) }}
        problem={tell.problem}
        onSend={async (v) => {
          const [x, y] = [Number(v['x']) / 100, Number(v['y']) / 100]
          await tell.tell({
            photograph: p.id,
            shapes: [{ kind: 'circle', x, y, r: 0.05, text: v['text'] }],
            words: v['text'],
          })
        }}
        sendLabel={say('op.scenes.annotate-photograph')}
      />
    </div>
  )
}
