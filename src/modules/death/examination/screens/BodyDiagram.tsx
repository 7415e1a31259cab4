/**
 * A body diagram to mark on: by mouse and finger where one points; by keyboard with the arrow keys and Enter. Each wound is a numbered
 * point, and the list beside says the same in words.
 */
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { useSay } from '#ui/say.ts'
import type { Diagram, WoundSeen } from '../contract/examination.ts'
import { outlines } from '../rules/body-outlines.ts'
import './diagram.css'

export interface Point {
  readonly x: number
  readonly y: number
}
const STEP = 8
const FAR = 40
const NEAR = 16

function Shape({ path, className }: { path: string; className: string }): ReactNode {
  const m = /^flip:(\d+):(.*)$/s.exec(path)
  return m ? (
    <path className={className} d={m[2]} transform={`translate(${m[1]} 0) scale(-1 1)`} />
  ) : (
    <path className={className} d={path} />
  )
}

export function BodyDiagram(props: {
  diagram: Diagram
  wounds: readonly WoundSeen[]
  /** Without it the diagram is only looked at. */
  onPlace?: (at: Point) => void
  onPick?: (no: number) => void
  chosen?: number | null
}): ReactNode {
  const { diagram, wounds, onPlace, onPick, chosen } = props
  const say = useSay()
  const o = outlines[diagram]
  const pad = useRef<HTMLButtonElement>(null)
  const [at, setAt] = useState<Point | null>(null)
  const own = wounds.filter((w) => w.diagram === diagram)
  const clamp = (p: Point): Point => ({
    x: Math.round(Math.min(o.width, Math.max(0, p.x))),
    y: Math.round(Math.min(o.height, Math.max(0, p.y))),
  })
  /** A click on a wound chooses it; anywhere else it marks. The Enter key comes by itself (`keyed`). */
  const placed = (event: MouseEvent<HTMLButtonElement>): void => {
    const box = pad.current?.getBoundingClientRect()
    if (!box || !onPlace || event.detail === 0) return
    const point = clamp({
      x: ((event.clientX - box.left) / box.width) * o.width,
      y: ((event.clientY - box.top) / box.height) * o.height,
    })
    const near = own.find((w) => Math.hypot(Number(w.x) - point.x, Number(w.y) - point.y) < NEAR)
    if (near && onPick) onPick(near.no)
    else onPlace(point)
  }
  const keyed = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (!onPlace) return
    const step = event.shiftKey ? FAR : STEP
    const from = at ?? { x: o.width / 2, y: o.height / 2 }
    const moves: Readonly<Record<string, Point>> = {
      ArrowLeft: { x: from.x - step, y: from.y },
      ArrowRight: { x: from.x + step, y: from.y },
      ArrowUp: { x: from.x, y: from.y - step },
      ArrowDown: { x: from.x, y: from.y + step },
    }
    const next = moves[event.key]
    if (next) {
      event.preventDefault()
      setAt(clamp(next))
    } else if (event.key === 'Enter' && at) {
      event.preventDefault()
      onPlace(at)
    }
  }
  const view = `0 0 ${o.width} ${o.height}`
  const label = say('death.diagram-label', { view: say(`death.diagram-${diagram}`), n: own.length })
  return (
    <figure className="body-diagram">
      <div className="diagram-pad">
        <svg viewBox={view} aria-hidden={onPlace ? true : undefined} role="img" aria-label={label}>
          <Picture diagram={diagram} wounds={own} chosen={chosen ?? null} />
          {at && onPlace ? (
            <g className="cross">
              <line x1={at.x - 14} x2={at.x + 14} y1={at.y} y2={at.y} />
              <line x1={at.x} x2={at.x} y1={at.y - 14} y2={at.y + 14} />
            </g>
          ) : null}
        </svg>
        {onPlace ? (
          <button
            ref={pad}
            type="button"
            aria-label={label}
            onClick={placed}
            onKeyDown={keyed}
            onFocus={() => setAt((was) => was ?? { x: o.width / 2, y: o.height / 2 })}
            onBlur={() => setAt(null)}
          />
        ) : null}
      </div>
      <figcaption>
        {say(`death.diagram-${diagram}`)}
        {o.sides ? (
          <span className="sides">
            <span>{say(o.sides === 'right-left' ? 'death.side-right' : 'death.side-left')}</span>
            <span>{say(o.sides === 'right-left' ? 'death.side-left' : 'death.side-right')}</span>
          </span>
        ) : null}
      </figcaption>
    </figure>
  )
}

function Picture(props: {
  diagram: Diagram
  wounds: readonly WoundSeen[]
  chosen: number | null
}): ReactNode {
  const { wounds, chosen } = props
  const o = outlines[props.diagram]
  return (
    <>
      {[false, ...(o.mirrored ? [true] : [])].map((mirror) => (
        <g key={String(mirror)} {...(mirror ? { transform: `translate(${o.width} 0) scale(-1 1)` } : {})}>
          {o.shapes.map((d) => (
            <Shape key={d} path={d} className="skin" />
          ))}
          {o.guides.map((d) => (
            <Shape key={d} path={d} className="guide" />
          ))}
        </g>
      ))}
      {wounds.map((w) => (
        <g key={w.no} className={w.no === chosen ? 'wound chosen' : 'wound'}>
          <circle cx={w.x} cy={w.y} r={o.height > 600 ? 15 : 13} />
          <text x={w.x} y={Number(w.y) + 5}>
            {w.no}
          </text>
        </g>
      ))}
    </>
  )
}
