/** A case as lanes of time: a point is an act, a bar is work, hollow is planned, a triangle is trouble; what is open ends at now. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { Icon } from './Icon.tsx'
import { dayOfInstant, instantAt } from '#kernel/calendar.ts'
import { Linked } from './Linked.tsx'
import { Card } from './Page.tsx'
import { Plain } from './Plain.tsx'
import { useSay } from './say.ts'
import { DAY, showDate, showDay, showInstant } from './show.ts'
import type { Tone } from './theme.ts'
import { useWidth } from './width.ts'

export interface TimelineMark {
  readonly lane: string
  readonly kind: 'act' | 'work' | 'planned' | 'trouble' | 'due'
  readonly at: string
  readonly until?: string | undefined
  readonly label: string
  readonly tone?: Tone
  readonly to?: string | undefined
}
export interface TimelineProps {
  readonly lanes: readonly { readonly id: string; readonly label: string }[]
  readonly marks: readonly TimelineMark[]
  readonly links?: readonly (readonly [number, number])[]
  readonly now: string
  readonly knownAt?: string | undefined
  readonly title: string
  readonly aside?: ReactNode
}

const LANE = 36
const HEAD = 26
const LEFT = 100
const NARROWEST = 700
const time = (iso: string): number => new Date(iso).getTime()
const CHAR = 6.1

interface Put extends TimelineMark {
  readonly x: number
  readonly x2: number
  readonly y: number
  readonly side: 'right' | 'left' | 'none' | 'in'
  readonly index: number
}

/** Labels stand right of their mark, else left, else nowhere (the list and the title have them). */
function place(props: TimelineProps, width: number, from: number, to: number): Put[] {
  const edge = props.knownAt ?? props.now
  const x = (at: number): number => LEFT + ((at - from) / (to - from || 1)) * (width - LEFT - 8)
  return props.lanes.flatMap((lane, row) => {
    const own = props.marks
      .map((mark, index) => ({ mark, index }))
      .filter(({ mark }) => mark.lane === lane.id)
      .toSorted((a, b) => time(a.mark.at) - time(b.mark.at))
    const y = HEAD + row * LANE + LANE / 2
    const boxes: [number, number][] = own.map(({ mark }) => [
      x(time(mark.at)) - 8,
      mark.kind === 'work' ? x(time(mark.until ?? edge)) : x(time(mark.at)) + 8,
    ])
    return own.map(({ mark, index }, i): Put => {
      const [x1, x2] = [
        x(time(mark.at)),
        mark.kind === 'work' ? Math.max(x(time(mark.until ?? edge)), x(time(mark.at)) + 6) : x(time(mark.at)),
      ]
      const needs = mark.label.length * CHAR + 12
      const free = (a: number, b: number): boolean =>
        a >= LEFT && b <= width && boxes.every(([p, q], at) => at === i || q <= a || p >= b)
      const inside =
        mark.kind === 'work' &&
        x2 - x1 > needs &&
        boxes.every(([p], at) => at === i || p <= x1 || p >= x1 + needs)
      // A label that the line of now would cross stands on the other side, where there is room.
      const now = x(time(edge))
      const clear = (a: number, b: number): boolean => free(a, b) && (b < now || a > now)
      const [right, left] = [[x2 + 8, x2 + needs] as const, [x1 - needs, x1 - 8] as const]
      const side = inside
        ? 'in'
        : clear(...right)
          ? 'right'
          : clear(...left)
            ? 'left'
            : free(...right)
              ? 'right'
              : free(...left)
                ? 'left'
                : 'none'
      if (side === 'right') boxes.push([x2 + 8, x2 + needs])
      if (side === 'left') boxes.push([x1 - needs, x1 - 8])
      return { ...mark, x: x1, x2, y, side, index }
    })
  })
}

export function Timeline(props: TimelineProps): ReactNode {
  const say = useSay()
  const [list, setList] = useState(false)
  const [frame, seen] = useWidth()
  const width = Math.max(NARROWEST, seen)
  const edge = time(props.knownAt ?? props.now)
  const times = [
    ...props.marks.flatMap((mark) => [time(mark.at), ...(mark.until ? [time(mark.until)] : [])]),
    edge,
  ]
  const span = Math.max(DAY, Math.max(...times) - Math.min(...times))
  const [from, to] = [Math.min(...times) - span * 0.01, Math.max(...times) + span * 0.06]
  const put = place(props, width, from, to)
  const rows = put
    .toSorted((a, b) => time(a.at) - time(b.at))
    .map((mark) => [
      <span key="a" className="figures">
        {mark.at.length <= 10 ? showDate(mark.at) : showInstant(mark.at)}
      </span>,
      props.lanes.find((lane) => lane.id === mark.lane)?.label ?? '',
      <span key="b" className={mark.kind === 'trouble' ? 'word-achiote' : ''}>
        {mark.to ? <Linked to={mark.to}>{mark.label}</Linked> : mark.label}
        {mark.kind === 'planned'
          ? ` (${say('kit.planned')})`
          : mark.kind === 'trouble'
            ? ` (${say('kit.trouble')})`
            : ''}
      </span>,
    ])
  const asList = (
    <Plain caption={props.title} head={[say('kit.when'), say('kit.lane'), say('kit.what')]} rows={rows} />
  )
  return (
    <Card
      title={props.title}
      aside={
        <>
          {props.aside}
          <button type="button" className="text-act" aria-pressed={list} onClick={() => setList(!list)}>
            <Icon name={list ? 'line' : 'list'} size={15} />
            {say(list ? 'kit.as-picture' : 'kit.as-list')}
          </button>
        </>
      }
    >
      <div ref={frame}>
        {list ? (
          asList
        ) : (
          <>
            <div className="picture-scroll" role="group" tabIndex={0} aria-label={props.title}>
              <Drawn {...props} put={put} width={width} from={from} to={to} />
            </div>
            <div className="for-readers">{asList}</div>
          </>
        )}
      </div>
    </Card>
  )
}

function ticksOf(from: number, to: number, width: number): number[] {
  const most = Math.max(2, Math.floor((width - LEFT) / 110))
  const step =
    [1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1825].find((days) => (to - from) / (days * DAY) <= most) ?? 3650
  return Array.from({ length: most + 2 }, (_, i) => {
    const day = dayOfInstant(new Date(from + (1 + i * step) * DAY).toISOString())
    return time(instantAt(day, '00:00'))
  }).filter((at) => at > from && at < to)
}

function Drawn(
  props: TimelineProps & { put: readonly Put[]; width: number; from: number; to: number },
): ReactNode {
  const say = useSay()
  const hatch = useId()
  const navigate = useNavigate()
  const { put, width, from, to } = props
  const height = HEAD + props.lanes.length * LANE + 4
  const x = (at: number): number => LEFT + ((at - from) / (to - from || 1)) * (width - LEFT - 8)
  const edge = x(time(props.knownAt ?? props.now))
  const long = to - from > 300 * DAY
  return (
    <svg className="picture" width={width} height={height} role="img" aria-label={props.title}>
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className="f-sunk" />
          <line x1="0" x2="0" y1="0" y2="7" className="l-line" />
        </pattern>
      </defs>
      {props.knownAt ? (
        <>
          <rect x={edge} y={HEAD} width={width - edge} height={height - HEAD - 4} fill={`url(#${hatch})`} />
          <text x={edge + 10} y={HEAD + 22} className="t-small ink">
            {say('kit.not-known-then', { at: showDate(props.knownAt) })}
          </text>
        </>
      ) : null}
      {ticksOf(from, to, width).map((at) => (
        <g key={at}>
          <line x1={x(at)} x2={x(at)} y1={HEAD} y2={height - 4} className="l-line" />
          {Math.abs(x(at) - edge) > 70 ? (
            <text x={x(at) + 4} y={14} className="t-small">
              {long ? showDate(new Date(at).toISOString()) : showDay(at, false)}
            </text>
          ) : null}
        </g>
      ))}
      {props.lanes.map((lane, i) => (
        <g key={lane.id}>
          <line x1={0} x2={width} y1={HEAD + i * LANE} y2={HEAD + i * LANE} className="l-line" />
          <text x={0} y={HEAD + i * LANE + 22} className="t-name">
            {lane.label}
          </text>
        </g>
      ))}
      {(props.links ?? []).map(([a, b]) => {
        const [p, q] = [put.find((m) => m.index === a), put.find((m) => m.index === b)]
        return p && q ? (
          <line key={`${a}-${b}`} x1={p.x} y1={p.y} x2={q.x} y2={q.y} className="l-edge" />
        ) : null
      })}
      <line x1={edge} x2={edge} y1={4} y2={height - 4} className="l-now" />
      <text x={edge - 6} y={14} textAnchor="end" className="t-now">
        {say(props.knownAt ? 'kit.known-here' : 'kit.now')}
      </text>
      {put.map((mark) => (
        // The list carries the same links for the keyboard.
        <g
          key={mark.index}
          className={`mark tone-${mark.tone ?? (mark.kind === 'trouble' ? 'achiote' : 'maya')}${mark.to ? ' goes' : ''}`}
          onClick={mark.to ? () => void navigate({ to: mark.to as string }) : undefined}
        >
          <Shape of={mark} />
          {mark.side === 'none' ? null : (
            <text
              x={mark.side === 'right' ? mark.x2 + 10 : mark.side === 'left' ? mark.x - 10 : mark.x + 8}
              y={mark.y + 4}
              textAnchor={mark.side === 'left' ? 'end' : 'start'}
              className="t-small ink"
            >
              {mark.label}
            </text>
          )}
          <title>{`${mark.at.length <= 10 ? showDate(mark.at) : showInstant(mark.at)} ${mark.label}`}</title>
        </g>
      ))}
    </svg>
  )
}

function Shape(props: { of: Put }): ReactNode {
  const { kind, x, x2, y } = props.of
  if (kind === 'work') return <rect x={x} y={y - 10} width={x2 - x} height={20} rx={2} className="m-work" />
  if (kind === 'trouble') return <path d={`M${x} ${y - 7}l7.500 13h-15z`} className="m-hollow" />
  if (kind === 'due') return <rect x={x - 1.5} y={y - 9} width={3} height={18} className="m-full" />
  return <circle cx={x} cy={y} r={5.5} className={kind === 'planned' ? 'm-hollow' : 'm-full'} />
}
