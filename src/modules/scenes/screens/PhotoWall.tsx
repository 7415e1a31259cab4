/** The wall: thousands of photographs, of which only those in sight are drawn; what is not here yet comes as one scrolls to it. */
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { fileUrl } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { PhotographSeen } from '../contract.ts'

interface WallProps {
  readonly rows: readonly PhotographSeen[]
  /** How many there are, whatever part of them has come. */
  readonly total: number
  /** As a contact sheet: larger, with the hour beneath. */
  readonly sheet: boolean
  readonly onOpen: (id: string) => void
  readonly onNeed: () => void
}
const GAP = 8
/** Words under the picture, with its border. */
const WORDS = 27
const PHONE = 700

/** How many stand beside each other, and how high one is. */
function layout(width: number, sheet: boolean): { across: number; height: number } {
  const least = sheet ? 240 : 148
  const across = width < PHONE ? (sheet ? 1 : 3) : Math.max(1, Math.floor((width + GAP) / (least + GAP)))
  const one = (width - GAP * (across - 1)) / across
  return { across, height: Math.round((one * 3) / 4) + WORDS }
}

export function PhotoWall({ rows, total, sheet, onOpen, onNeed }: WallProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ width: 0, top: 0 })
  useLayoutEffect(() => {
    const wall = box.current
    if (!wall) return
    const look = (): void =>
      setAt({ width: wall.clientWidth, top: wall.getBoundingClientRect().top + window.scrollY })
    look()
    const watch = new ResizeObserver(look)
    watch.observe(wall)
    return () => watch.disconnect()
  }, [])
  const { across, height } = layout(at.width, sheet)
  // It is not handed on to anything that remembers.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useWindowVirtualizer({
    count: at.width === 0 ? 0 : Math.ceil(total / across),
    estimateSize: () => height + GAP,
    overscan: 3,
    scrollMargin: at.top,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  const lines = virtual.getVirtualItems()
  const last = ((lines.at(-1)?.index ?? -1) + 1) * across
  useEffect(() => {
    if (rows.length < total && last > rows.length) onNeed()
  }, [rows.length, total, last, onNeed])
  /** The arrows go from photograph to photograph, also to those that are not drawn yet. */
  const go = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key]
    const from = Number((event.target as HTMLElement).dataset['at'] ?? Number.NaN)
    if (step === undefined || Number.isNaN(from)) return
    event.preventDefault()
    const to = Math.min(rows.length - 1, Math.max(0, from + step))
    virtual.scrollToIndex(Math.floor(to / across), { align: 'auto' })
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus())
  }
  return (
    <div
      ref={box}
      role="presentation"
      className={sheet ? 'photo-wall sheet' : 'photo-wall'}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={go}
    >
      {lines.map((line) => (
        <div
          key={line.key}
          className="photo-line"
          style={{
            transform: `translateY(${line.start - at.top}px)`,
            gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))`,
            height,
          }}
        >
          {Array.from({ length: Math.min(across, total - line.index * across) }, (_, n) => {
            const index = line.index * across + n
            const photo = rows[index]
            return photo ? (
              <Tile key={photo.id} photo={photo} at={index} sheet={sheet} onOpen={onOpen} />
            ) : (
              <span key={index} className="photo-tile to-come" />
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** Drawn once: a line that scrolls, or a photograph that is opened, draws none of the others anew. */
const Tile = memo(function Tile(props: {
  photo: PhotographSeen
  at: number
  sheet: boolean
  onOpen: (id: string) => void
}): ReactNode {
  const say = useSay()
  const { photo: p } = props
  return (
    <button type="button" className="photo-tile" data-at={props.at} onClick={() => props.onOpen(p.id)}>
      {p.shown ? (
        <img
          src={fileUrl('scenes.thumbnail', { photograph: p.id })}
          alt={p.caption ?? say('scenes.photo-alt', { seq: p.seq, caption: say(`scenes.shows-${p.shows}`) })}
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
  )
})
