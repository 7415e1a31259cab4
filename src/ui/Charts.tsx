/** The plain charts: lines, bars, hours against days, a control chart, a spark; labels at the line's end, hidden cells said as hidden. */
import { type ReactNode, useId } from 'react'
import { niceTicks } from './LimitBar.tsx'
import { useSay } from './say.ts'
import { showDate, showNumber } from './show.ts'
import type { Tone } from './theme.ts'
import { useWidth } from './width.ts'

export interface LineSeries {
  readonly label: string
  readonly points: readonly (readonly [number, number])[]
  readonly tone?: Tone
  readonly dashed?: boolean
  readonly dots?: boolean
}
const tonesInOrder: readonly Tone[] = ['maya', 'mahogany', 'reef', 'orchid', 'maize']

export function LineChart(props: {
  series: readonly LineSeries[]
  xLabel?: string
  yLabel?: string
  markers?: readonly { x: number; label: string }[]
  height?: number
  x?: 'number' | 'time'
  describe: string
  xText?: (x: number) => string
}): ReactNode {
  const [frame, width] = useWidth(520)
  const { height = 220 } = props
  const xs = props.series.flatMap((s) => s.points.map(([x]) => x))
  const ys = props.series.flatMap((s) => s.points.map(([, y]) => y))
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)]
  const yTicks = niceTicks(Math.min(0, ...ys), Math.max(...ys, 1) * 1.08, 4)
  const [y0, y1] = [Math.min(0, ...ys), Math.max(yTicks.at(-1) ?? 1, ...ys)]
  const right = Math.min(
    220,
    Math.max(60, ...props.series.map((s) => s.label.length * 6.4 + 16)),
    width * 0.4,
  )
  const x = (v: number): number => 40 + ((v - x0) / (x1 - x0 || 1)) * (width - 40 - right)
  const y = (v: number): number => height - 26 - ((v - y0) / (y1 - y0 || 1)) * (height - 44)
  const text =
    props.xText ??
    ((v: number) => (props.x === 'time' ? showDate(new Date(v).toISOString()).slice(3) : String(v)))
  const labelPlaces = apart(
    props.series.flatMap((s) => {
      const last = s.points.at(-1)
      return last ? [[s.label, y(last[1])] as const] : []
    }),
  )
  const shown =
    props.x === 'time' ? Array.from({ length: 5 }, (_, i) => x0 + ((x1 - x0) * i) / 4) : niceTicks(x0, x1, 6)
  return (
    <div ref={frame}>
      <svg className="picture" width={width} height={height} role="img" aria-label={props.describe}>
        {yTicks.map((tick) => (
          <g key={tick}>
            <line x1={40} x2={width - right} y1={y(tick)} y2={y(tick)} className="l-line" />
            <text x={34} y={y(tick) + 4} textAnchor="end" className="t-small">
              {showNumber(tick)}
            </text>
          </g>
        ))}
        {shown
          .filter((tick, i) => i === 0 || text(tick) !== text(shown[i - 1] ?? tick))
          .map((tick) => (
            <text key={tick} x={x(tick)} y={height - 8} textAnchor="middle" className="t-small">
              {text(tick)}
            </text>
          ))}
        {(props.markers ?? []).map((marker) => (
          <g key={marker.label}>
            <line x1={x(marker.x)} x2={x(marker.x)} y1={14} y2={height - 26} className="l-limit" />
            <text x={x(marker.x) + 4} y={12} className="t-small ink">
              {marker.label}
            </text>
          </g>
        ))}
        {props.series.map((s, i) => {
          const last = s.points.at(-1)
          const labelAt = labelPlaces.get(s.label)
          return (
            <g key={s.label} className={`tone-${s.tone ?? tonesInOrder[i % tonesInOrder.length]}`}>
              <path
                d={s.points
                  .map(([a, b], at) => `${at === 0 ? 'M' : 'L'}${x(a).toFixed(1)} ${y(b).toFixed(1)}`)
                  .join('')}
                className={s.dashed ? 'l-tone dashed' : 'l-tone'}
              />
              {s.dots === false
                ? null
                : s.points.map(([a, b]) => <circle key={a} cx={x(a)} cy={y(b)} r={2.2} className="m-tone" />)}
              {last && labelAt !== undefined ? (
                <text x={x(last[0]) + 8} y={labelAt + 4} className="t-small ink">
                  {s.label}
                </text>
              ) : null}
            </g>
          )
        })}
        <text x={40} y={10} className="t-small">
          {props.yLabel}
        </text>
        <text x={width - right} y={height - 8} className="t-small" textAnchor="start">
          {' '}
          {props.xLabel}
        </text>
      </svg>
    </div>
  )
}

/** Labels at the ends of lines, from top to bottom, a line of type from each other. */
function apart(wanted: readonly (readonly [string, number])[]): Map<string, number> {
  let before = Number.NEGATIVE_INFINITY
  return new Map(
    wanted
      .toSorted((a, b) => a[1] - b[1])
      .map(([label, at]) => [label, (before = Math.max(at, before + 14))] as const),
  )
}

export function BarChart(props: {
  rows: readonly { label: string; value: number; tone?: Tone; hidden?: boolean }[]
  unit?: string
  describe: string
}): ReactNode {
  const say = useSay()
  const hatch = useId()
  const [frame, width] = useWidth(420)
  const most = Math.max(...props.rows.map((row) => row.value), 1)
  const left = Math.min(170, Math.max(...props.rows.map((row) => row.label.length)) * 7 + 12)
  // Before it is measured, and in the narrowest card, a bar still has somewhere to be.
  const room = Math.max(24, width - left - 70)
  return (
    <div ref={frame}>
      <svg
        className="picture"
        width={width}
        height={props.rows.length * 28 + 4}
        role="img"
        aria-label={props.describe}
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="f-sunk" />
            <line x1="0" x2="0" y1="0" y2="6" className="l-edge" />
          </pattern>
        </defs>
        {props.rows.map((row, i) => (
          <g key={row.label} className={`tone-${row.tone ?? 'maya'}`}>
            <text x={left - 8} y={i * 28 + 19} textAnchor="end" className="t-small ink">
              {row.label}
            </text>
            <rect
              x={left}
              y={i * 28 + 5}
              height={18}
              width={row.hidden ? 60 : (row.value / most) * room}
              className="m-tone"
              {...(row.hidden ? { style: { fill: `url(#${hatch})` } } : {})}
            />
            <text
              x={left + (row.hidden ? 60 : (row.value / most) * room) + 8}
              y={i * 28 + 19}
              className="t-strong"
            >
              {row.hidden
                ? say('kit.hidden')
                : `${showNumber(row.value)}${props.unit ? ` ${props.unit}` : ''}`}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

/** Where each class but the first begins: fifths of the most, each above the one before. */
export function classLimits(most: number): number[] {
  let before = 0
  return [0.2, 0.4, 0.6, 0.8].map((part) => (before = Math.max(before + 1, Math.round(part * most))))
}
const rangeOf = (from: number, until: number): string => (until <= from ? String(from) : `${from}–${until}`)

/** Five classes by lightness, said in words beneath. `null` is a hidden cell. */
export function HeatGrid(props: {
  rows: readonly string[]
  columns: readonly string[]
  values: readonly (readonly (number | null)[])[]
  classes?: readonly number[]
  describe: string
  every?: number
}): ReactNode {
  const say = useSay()
  const [frame, width] = useWidth(480)
  const most = Math.max(...props.values.flat().map((v) => v ?? 0), 1)
  const limits = props.classes ?? classLimits(most)
  const classOf = (v: number): number => limits.filter((limit) => v >= limit).length + 1
  const left = Math.min(170, Math.max(4, ...props.rows.map((row) => row.length)) * 7 + 12)
  const size = (width - left) / props.columns.length
  return (
    <div ref={frame}>
      <svg
        className="picture heat"
        width={width}
        height={20 + props.rows.length * 24}
        role="img"
        aria-label={props.describe}
      >
        {props.columns.map((column, i) =>
          i % (props.every ?? 1) === 0 ? (
            <text key={column} x={left + i * size} y={12} className="t-small">
              {column}
            </text>
          ) : null,
        )}
        {props.rows.map((row, r) => (
          <g key={row}>
            <text x={0} y={20 + r * 24 + 16} className="t-small ink">
              {row}
            </text>
            {props.columns.map((column, c) => {
              const value = props.values[r]?.[c] ?? null
              return (
                <rect
                  key={column}
                  x={left + c * size}
                  y={20 + r * 24}
                  width={size}
                  height={24}
                  className={value === null ? 'f-sunk' : `c${classOf(value)}`}
                >
                  <title>{`${row} ${column}: ${value ?? say('kit.hidden')}`}</title>
                </rect>
              )
            })}
          </g>
        ))}
      </svg>
      <div className="legend">
        {[1, 2, 3, 4, 5].map((c) => (
          <span key={c}>
            <svg width="18" height="12" className="heat" aria-hidden>
              <rect width="18" height="12" className={`c${c}`} />
            </svg>
            {c === 1
              ? `< ${limits[0]}`
              : c === 5
                ? `≥ ${limits[3]}`
                : rangeOf(limits[c - 2] ?? 0, (limits[c - 1] ?? 0) - 1)}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Mean, warning at 2 s, action at 3 s; a point beyond action is achiote and larger. */
export function ControlChart(props: {
  points: readonly { readonly label: string; readonly value: number; readonly broken?: string | undefined }[]
  mean: number
  sd: number
  describe: string
  height?: number
}): ReactNode {
  const say = useSay()
  const [frame, width] = useWidth(300)
  const { height = 120, mean, sd } = props
  const reach = Math.max(3.6, ...props.points.map((p) => Math.abs(p.value - mean) / (sd || 1) + 0.4))
  const y = (v: number): number => height / 2 - ((v - mean) / (sd || 1) / reach) * (height / 2)
  const x = (i: number): number => 6 + (i / Math.max(1, props.points.length - 1)) * (width - 56)
  return (
    <div ref={frame}>
      <svg className="picture" width={width} height={height} role="img" aria-label={props.describe}>
        {[-3, -2, 0, 2, 3].map((k) => (
          <g key={k}>
            <line
              x1={0}
              x2={width - 44}
              y1={y(mean + k * sd)}
              y2={y(mean + k * sd)}
              className={k === 0 ? 'l-edge' : 'l-limit'}
            />
            <text x={width - 40} y={y(mean + k * sd) + 4} className="t-small">
              {k === 0 ? say('kit.mean') : `${k > 0 ? '+' : '−'}${Math.abs(k)}s`}
            </text>
          </g>
        ))}
        <path
          className="l-tone tone-maya"
          d={props.points.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(p.value)}`).join('')}
        />
        {props.points.map((p, i) => {
          const bad = p.broken !== undefined || Math.abs(p.value - mean) > 3 * sd
          return (
            <circle
              key={p.label}
              cx={x(i)}
              cy={y(p.value)}
              r={bad ? 5 : i === props.points.length - 1 ? 3.5 : 2.2}
              className={bad ? 'f-achiote' : 'f-maya'}
            >
              <title>{`${p.label}: ${p.value}${p.broken ? ` (${p.broken})` : ''}`}</title>
            </circle>
          )
        })}
      </svg>
    </div>
  )
}

export function Spark(props: {
  values: readonly number[]
  limit?: number
  describe: string
  width?: number
}): ReactNode {
  const { width = 150 } = props
  const all = [...props.values, ...(props.limit === undefined ? [] : [props.limit])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const y = (v: number): number => 26 - ((v - low) / (high - low || 1)) * 22
  const over = props.limit !== undefined && (props.values.at(-1) ?? 0) > props.limit
  return (
    <svg
      className={`picture tone-${over ? 'achiote' : 'reef'}`}
      width={width}
      height={30}
      role="img"
      aria-label={props.describe}
    >
      {props.limit === undefined ? null : (
        <line x1={0} x2={width} y1={y(props.limit)} y2={y(props.limit)} className="l-limit" />
      )}
      <path
        className="l-tone"
        d={props.values
          .map(
            (v, i) => `${i === 0 ? 'M' : 'L'}${(i / Math.max(1, props.values.length - 1)) * width} ${y(v)}`,
          )
          .join('')}
      />
    </svg>
  )
}
