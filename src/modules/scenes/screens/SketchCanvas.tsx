/** The paper of a sketch under the finger: konva moves and pulls, the picture beneath is the very SVG that stands in the record. */
import Konva from 'konva'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSay } from '#ui/say.ts'
import type { Drawing, SketchElement } from '../contract.ts'
import { drawingSvg } from '../rules/drawing.ts'
import { elementAt, nextMarker, type Tool } from './sketch-tools.ts'

interface Props {
  readonly drawing: Drawing
  readonly tool: Tool
  readonly chosen: number | null
  readonly onChoose: (i: number | null) => void
  readonly onAdd: (e: SketchElement) => void
  readonly onChange: (i: number, e: SketchElement) => void
}
const FOOT = 3 / 28
const rounded = (v: number): number => Math.round(v * 20) / 20
const middleOf = (e: SketchElement): { x: number; y: number } =>
  'x1' in e
    ? { x: (e.x1 + e.x2) / 2, y: (e.y1 + e.y2) / 2 }
    : e.kind === 'area'
      ? { x: e.x + e.width / 2, y: e.y + e.height / 2 }
      : { x: e.x, y: e.y }
function movedTo(e: SketchElement, x: number, y: number): SketchElement {
  const from = middleOf(e)
  const [dx, dy] = [rounded(x - from.x), rounded(y - from.y)]
  return 'x1' in e
    ? { ...e, x1: e.x1 + dx, y1: e.y1 + dy, x2: e.x2 + dx, y2: e.y2 + dy }
    : { ...e, x: rounded(e.x + dx), y: rounded(e.y + dy) }
}
const isPulled = (tool: Tool): boolean => tool === 'wall' || tool === 'area' || tool === 'dimension'
function pulled(tool: Tool, a: { x: number; y: number }, b: { x: number; y: number }): SketchElement {
  const line = { x1: rounded(a.x), y1: rounded(a.y), x2: rounded(b.x), y2: rounded(b.y) }
  if (tool === 'area')
    return {
      kind: 'area',
      x: Math.min(line.x1, line.x2),
      y: Math.min(line.y1, line.y2),
      width: Math.abs(line.x2 - line.x1),
      height: Math.abs(line.y2 - line.y1),
      text: null,
    }
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  return tool === 'wall'
    ? { kind: 'wall', ...line }
    : { kind: 'dimension', ...line, text: `${length.toFixed(2)} m` }
}

export default function SketchCanvas(props: Props): ReactNode {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const now = useRef(props)
  useEffect(() => {
    now.current = props
  })
  const { drawing: d, tool, chosen } = props
  const svg = drawingSvg(d, {
    scale: say('scenes.sketch-bar', { length: '{length}' }),
    notToScale: say('scenes.sketch-not-to-scale'),
  })
  useEffect(() => {
    const host = box.current
    if (!host) return undefined
    const width = host.clientWidth
    const perMetre = width / d.width
    const stage = new Konva.Stage({ container: host, width, height: d.height * perMetre })
    const layer = new Konva.Layer()
    stage.add(layer)
    const ink = getComputedStyle(host).getPropertyValue('--maya').trim()
    const at = (): { x: number; y: number } => {
      const p = stage.getPointerPosition() ?? { x: 0, y: 0 }
      return { x: p.x / perMetre, y: p.y / perMetre }
    }
    for (const [i, e] of d.elements.entries()) {
      const m = middleOf(e)
      const grip = new Konva.Circle({
        x: m.x * perMetre,
        y: m.y * perMetre,
        radius: 22,
        stroke: ink,
        strokeWidth: i === chosen ? 2 : 0,
        draggable: tool === 'select',
        hitStrokeWidth: 4,
        fill: 'transparent',
      })
      grip.on('click tap dragstart', () => now.current.onChoose(i))
      grip.on('dragend', () => now.current.onChange(i, movedTo(e, grip.x() / perMetre, grip.y() / perMetre)))
      layer.add(grip)
    }
    let from: { x: number; y: number } | null = null
    const line = new Konva.Line({ stroke: ink, strokeWidth: 2, points: [], listening: false })
    layer.add(line)
    stage.on('pointerdown', () => {
      if (isPulled(tool)) from = at()
    })
    stage.on('pointermove', () => {
      if (!from) return
      const to = at()
      line.points([from.x * perMetre, from.y * perMetre, to.x * perMetre, to.y * perMetre])
    })
    stage.on('pointerup', (event) => {
      const to = at()
      if (from && Math.hypot(to.x - from.x, to.y - from.y) > 0.15) now.current.onAdd(pulled(tool, from, to))
      else if (!isPulled(tool) && tool !== 'select')
        now.current.onAdd(elementAt(tool, rounded(to.x), rounded(to.y), nextMarker(d)))
      else if (tool === 'select' && event.target === stage) now.current.onChoose(null)
      from = null
    })
    return () => {
      stage.destroy()
    }
  }, [d, tool, chosen])
  return (
    <div
      className="sketch-paper"
      style={{ aspectRatio: `${d.width} / ${d.height + Math.min(d.width, d.height) * FOOT}` }}
    >
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={say('scenes.sketch')} />
      <div ref={box} className="sketch-touch" />
    </div>
  )
}
