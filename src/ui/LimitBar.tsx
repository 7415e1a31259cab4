/** A value with its uncertainty against a limit of the law: line, tinted side, dot with bar, and the rule in words. */
import type { ReactNode } from 'react'
import { useSay } from './say.ts'
import { showNumber } from './show.ts'
import { useWidth } from './width.ts'

const HEIGHT = 84

/** Steps of 1, 2 or 5, some five of them. */
export function niceTicks(from: number, to: number, most = 6): number[] {
  const raw = (to - from) / most
  const power = 10 ** Math.floor(Math.log10(raw || 1))
  const step = ([1, 2, 5, 10].find((s) => s * power >= raw) ?? 10) * power
  const first = Math.ceil(from / step - 1e-9)
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
}

export function LimitBar(props: {
  value: number
  expanded: number
  unit: string
  limit: number
  below?: string
  above?: string
  rule?: ReactNode
  range?: readonly [number, number]
}): ReactNode {
  const say = useSay()
  const [frame, width] = useWidth(440)
  const { value, expanded, unit, limit } = props
  const reach = Math.max(Math.abs(value - limit) + expanded * 1.6, expanded * 4, limit * 0.01)
  const [from, to] = props.range ?? [
    Math.max(0, Math.min(value, limit) - reach),
    Math.max(value, limit) + reach,
  ]
  const x = (v: number): number =>
    8 + ((Math.min(to, Math.max(from, v)) - from) / (to - from || 1)) * (width - 60)
  const ticks = niceTicks(from, to)
  const places = Math.max(0, ...ticks.map((t) => String(t).split('.')[1]?.length ?? 0))
  const said = `${value} ± ${expanded} ${unit}`
  const left = x(value + expanded) + said.length * 7 > width - 10
  return (
    <div ref={frame}>
      <svg
        className="picture"
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={say('kit.limit-picture', {
          value: showNumber(value),
          expanded: showNumber(expanded),
          unit,
          limit: showNumber(limit),
        })}
      >
        <rect x={x(limit)} width={Math.max(0, x(to) - x(limit))} y={0} height={58} className="f-mahoganyBg" />
        <line x1={x(limit)} x2={x(limit)} y1={0} y2={62} className="l-mahogany" />
        <text x={x(limit) - 8} y={15} textAnchor="end" className="t-small ink">
          {props.below}
        </text>
        <text x={x(limit) + 8} y={15} className="t-small ink">
          {props.above}
        </text>
        <line x1={8} x2={x(to)} y1={60} y2={60} className="l-edge" />
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={60} y2={65} className="l-edge" />
            <text x={x(tick)} y={79} textAnchor="middle" className="t-small">
              {tick.toFixed(places)}
            </text>
          </g>
        ))}
        <text x={width - 4} y={79} textAnchor="end" className="t-small">
          {unit}
        </text>
        <path
          d={`M${x(value - expanded)} 31v12m0 -6H${x(value + expanded)}m0 -6v12`}
          className="l-ink"
          fill="none"
        />
        <circle cx={x(value)} cy={37} r={5} className="f-maya" />
        <text
          x={left ? x(value - expanded) - 10 : x(value + expanded) + 10}
          y={41}
          textAnchor={left ? 'end' : 'start'}
          className="t-name"
        >
          {said}
        </text>
      </svg>
      {props.rule ? <div className="limit-rule">{props.rule}</div> : null}
    </div>
  )
}
