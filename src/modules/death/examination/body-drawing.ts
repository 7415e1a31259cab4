/** The body diagrams as a paper prints them: the outlines of the screen with every wound numbered at its place, and no number over another. */
import type { Say } from '#kernel/say.ts'
import type { Block } from '#platform/documents/papers.ts'
import { type Diagram, type WoundSeen, diagrams } from './contract/examination.ts'
import { type Outline, outlines } from './rules/body-outlines.ts'

type Cell = Extract<Block, { kind: 'marked-pictures' }>['cells'][number]
export interface Mark {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Where the number stands: on the place, or beside it where other wounds are too near. */
  readonly labelX: number
  readonly labelY: number
}
const RADIUS_MM = 1.75
/** So many side by side are drawn large; of more, four in a row. */
const LARGE = 3
const WIDTHS = { large: 55, small: 41 } as const

/** One picture for each view that bears a wound, in the order of the views; nothing where no wound is marked. */
export function bodyDrawing(wounds: readonly WoundSeen[], say: Say): Block[] {
  const views = diagrams.filter((d) => wounds.some((w) => w.diagram === d))
  if (views.length === 0) return []
  const widthMm = views.length <= LARGE ? WIDTHS.large : WIDTHS.small
  return [
    {
      kind: 'marked-pictures',
      cells: views.map((d) =>
        cellOf(
          d,
          wounds.filter((w) => w.diagram === d),
          widthMm,
          say,
        ),
      ),
    },
  ]
}

function cellOf(diagram: Diagram, wounds: readonly WoundSeen[], widthMm: number, say: Say): Cell {
  const o = outlines[diagram]
  const at = wounds.map((w) => ({ text: String(w.no), x: Number(w.x), y: Number(w.y) }))
  const across = extent(
    at.map((p) => p.x),
    o.width,
  )
  const down = extent(
    at.map((p) => p.y),
    o.height,
  )
  const [width, height] = [across.to - across.from, down.to - down.from]
  const radius = (RADIUS_MM * width) / widthMm
  const view = say(`death.diagram-${diagram}`)
  const [left, right] = ['death.side-right', 'death.side-left'].map((key) => say(key)) as [string, string]
  return {
    svg: svgOf(o, { x: across.from, y: down.from, width, height }),
    alt: say('death.diagram-label', { view, n: wounds.length }),
    title: view,
    ...(o.sides ? { sides: o.sides === 'right-left' ? [left, right] : [right, left] } : {}),
    width,
    height,
    widthMm,
    radiusMm: RADIUS_MM,
    marks: marksOf(
      at.map((p) => ({ ...p, x: p.x - across.from, y: p.y - down.from })),
      { width, height, radius },
    ),
  }
}
const MARGIN = 24
/** The picture, and as far beyond as a mark was set: none is cut off. */
const extent = (marks: readonly number[], size: number): { from: number; to: number } => ({
  from: Math.min(0, ...marks.map((m) => (m < 0 ? m - MARGIN : 0))),
  to: Math.max(size, ...marks.map((m) => (m > size ? m + MARGIN : 0))),
})

/** Twelve directions at growing distances; what is nearest and free is taken, and an exact place is never covered by another's number. */
export function marksOf(
  at: readonly { readonly text: string; readonly x: number; readonly y: number }[],
  { width, height, radius }: { readonly width: number; readonly height: number; readonly radius: number },
): Mark[] {
  const placed: Mark[] = []
  const inside = (p: { x: number; y: number }): boolean =>
    p.x >= radius && p.y >= radius && p.x <= width - radius && p.y <= height - radius
  const apart = (a: { x: number; y: number }, x: number, y: number, by: number): boolean =>
    Math.hypot(a.x - x, a.y - y) >= by
  for (const mark of at) {
    const free = (p: { x: number; y: number }): boolean =>
      placed.every((m) => apart(p, m.labelX, m.labelY, 2 * radius) && apart(p, m.x, m.y, radius)) &&
      at.every((m) => m === mark || apart(p, m.x, m.y, radius))
    const rings = Array.from({ length: 40 }, (_, ring) =>
      Array.from({ length: 12 }, (_unused, turn) => {
        const reach = radius * (1.6 + ring * 0.8)
        const angle = ((turn * 2 + (ring % 2)) * Math.PI) / 12
        return { x: mark.x + reach * Math.cos(angle), y: mark.y + reach * Math.sin(angle) }
      }),
    ).flat()
    const label = free(mark) ? mark : (rings.find((p) => inside(p) && free(p)) ?? mark)
    placed.push({ ...mark, labelX: label.x, labelY: label.y })
  }
  return placed
}

const FLIPPED = /^flip:(\d+):(.*)$/s
function svgOf(o: Outline, view: { x: number; y: number; width: number; height: number }): string {
  const path = (d: string, style: string): string => {
    const flipped = FLIPPED.exec(d)
    return flipped
      ? `<path d="${flipped[2]}" transform="translate(${flipped[1]} 0) scale(-1 1)" ${style}/>`
      : `<path d="${d}" ${style}/>`
  }
  const half = [
    ...o.shapes.map((d) => path(d, 'fill="none" stroke="#444" stroke-width="2.4" stroke-linejoin="round"')),
    ...o.guides.map((d) => path(d, 'fill="none" stroke="#999" stroke-width="1.4" stroke-linecap="round"')),
  ].join('')
  const mirrored = o.mirrored ? `<g transform="translate(${o.width} 0) scale(-1 1)">${half}</g>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.x} ${view.y} ${view.width} ${view.height}">${half}${mirrored}</svg>`
}
