/** Two groups back to back along a third, as ages by sex are read: bars to the left and to the right of one line of headings. */
import type { ReactNode } from 'react'
import { showNumber } from '#ui/show.ts'
import { useWidth } from '#ui/width.ts'

export interface PyramidRow {
  readonly label: string
  /** Null: hidden. */
  readonly left: number | null
  readonly right: number | null
}
const BAND = 28
const MIDDLE = 110

export function Pyramid(props: {
  rows: readonly PyramidRow[]
  left: string
  right: string
  describe: string
}): ReactNode {
  const [frame, width] = useWidth(420)
  const most = Math.max(1, ...props.rows.flatMap((r) => [r.left ?? 0, r.right ?? 0]))
  const side = (width - MIDDLE) / 2
  const room = side - 44
  const height = 28 + props.rows.length * BAND
  // The oldest stand at the top, as everybody draws it.
  const rows = props.rows.toReversed()
  return (
    <div ref={frame}>
      <svg
        className="picture obs-pyramid"
        width={width}
        height={height}
        role="img"
        aria-label={props.describe}
      >
        <text x={side} y={16} textAnchor="end" className="t-strong">
          {props.left}
        </text>
        <text x={side + MIDDLE} y={16} className="t-strong">
          {props.right}
        </text>
        {rows.map((r, i) => {
          const y = 28 + i * BAND
          const [a, b] = [((r.left ?? 0) / most) * room, ((r.right ?? 0) / most) * room]
          return (
            <g key={r.label}>
              <rect x={side - a} y={y + 3} width={a} height={BAND - 6} className="obs-left" />
              <rect x={side + MIDDLE} y={y + 3} width={b} height={BAND - 6} className="obs-right" />
              <text x={side + MIDDLE / 2} y={y + BAND / 2 + 4} textAnchor="middle">
                {r.label}
              </text>
              <text x={side - a - 6} y={y + BAND / 2 + 4} textAnchor="end">
                {r.left === null ? '*' : showNumber(r.left)}
              </text>
              <text x={side + MIDDLE + b + 6} y={y + BAND / 2 + 4}>
                {r.right === null ? '*' : showNumber(r.right)}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
