/**
 * Where everything of a custody river stands: pure, so that it can be tried by itself. Time runs left to right; each stretch between
 * two events is as wide as the logarithm of its hours (a minute at a counter and a month in a store are both readable), and a quiet
 * stretch of more than three days is folded to one width and marked as such.
 */
import { dayOfInstant } from '#kernel/calendar.ts'
import { DAY, HOUR } from './show.ts'

export interface RiverLane {
  readonly id: string
  readonly name: string
  readonly place?: string | undefined
}
export interface RiverStay {
  readonly lane: string
  readonly from: string
  readonly to: string | null
  readonly gave?: boolean | undefined
  readonly accepted?: boolean | undefined
  readonly label?: string | undefined
}
export interface RiverSeal {
  readonly lane: string
  readonly at: string
  readonly number: string
  readonly what: 'sealed' | 'broken' | 'intact'
}
export interface RiverGap {
  readonly from: string
  readonly to: string
  readonly fromLane: string
  readonly toLane: string
  readonly title: string
  readonly detail?: string | undefined
}
export interface RiverData {
  readonly lanes: readonly RiverLane[]
  readonly stays: readonly RiverStay[]
  readonly seals: readonly RiverSeal[]
  readonly gaps: readonly RiverGap[]
}

const LANE = 54
export const BAND = 18
export const LABEL = 150
const HEAD = 30
const MOST_LANES = 8
const FOLD_MS = 3 * DAY
export const FOLDED_LANE = '…'
const BOX = { width: 272, height: 52 }

export interface Placed {
  readonly x1: number
  readonly x2: number
  readonly y: number
}
export interface RiverLayout {
  readonly width: number
  readonly height: number
  readonly lanes: readonly (RiverLane & { readonly y: number; readonly folded?: number })[]
  readonly stays: readonly (Placed & {
    readonly stay: RiverStay
    readonly now: boolean
    readonly ms: number
    readonly fold: number | null
  })[]
  readonly links: readonly {
    readonly x: number
    readonly y1: number
    readonly y2: number
    readonly gave: boolean
    readonly accepted: boolean
  }[]
  readonly seals: readonly {
    readonly x: number
    readonly y: number
    readonly seal: RiverSeal
    readonly written: boolean
  }[]
  readonly gaps: readonly (Placed & {
    readonly gap: RiverGap
    readonly y2: number
    readonly box: { readonly x: number; readonly y: number } | null
  })[]
  readonly ticks: readonly { readonly x: number; readonly at: number }[]
  readonly folds: readonly { readonly x1: number; readonly x2: number; readonly ms: number }[]
  readonly nowX: number
}

const time = (iso: string): number => new Date(iso).getTime()

/** The lanes that are drawn: with more than eight holders the quiet ones in the middle become one. */
function foldLanes(
  data: RiverData,
  all: boolean,
): { lanes: readonly RiverLane[]; folded: ReadonlySet<string> } {
  if (all || data.lanes.length <= MOST_LANES) return { lanes: data.lanes, folded: new Set() }
  const loud = new Set([
    ...data.gaps.flatMap((gap) => [gap.fromLane, gap.toLane]),
    ...data.lanes.slice(0, 1).map((lane) => lane.id),
    ...data.lanes.slice(-(MOST_LANES - 3)).map((lane) => lane.id),
  ])
  const folded = new Set(data.lanes.filter((lane) => !loud.has(lane.id)).map((lane) => lane.id))
  if (folded.size < 2) return { lanes: data.lanes, folded: new Set() }
  const first = data.lanes.findIndex((lane) => folded.has(lane.id))
  return {
    lanes: [
      ...data.lanes.slice(0, first),
      { id: FOLDED_LANE, name: FOLDED_LANE },
      ...data.lanes.slice(first).filter((lane) => !folded.has(lane.id)),
    ],
    folded,
  }
}

interface Scale {
  readonly x: (at: number) => number
  readonly folds: RiverLayout['folds']
}
function scaleOf(data: RiverData, now: number, x0: number, x1: number): Scale {
  const points = [
    ...new Set([
      ...data.stays.flatMap((stay) => [time(stay.from), stay.to === null ? now : time(stay.to)]),
      ...data.seals.map((seal) => time(seal.at)),
      ...data.gaps.flatMap((gap) => [time(gap.from), time(gap.to)]),
      now,
    ]),
  ]
    .filter((at) => at <= now)
    .sort((a, b) => a - b)
  const weights = points.slice(1).map((at, i) => {
    const ms = at - (points[i] ?? at)
    return ms > FOLD_MS ? 4.6 : 0.5 + Math.log2(1 + ms / HOUR) * 0.75
  })
  const sum = weights.reduce((a, b) => a + b, 0) || 1
  const xs = [x0]
  for (const weight of weights) xs.push((xs.at(-1) ?? x0) + (weight / sum) * (x1 - x0))
  const folds = weights.flatMap((_, i) => {
    const ms = (points[i + 1] ?? 0) - (points[i] ?? 0)
    return ms > FOLD_MS ? [{ x1: xs[i] ?? x0, x2: xs[i + 1] ?? x1, ms }] : []
  })
  const x = (at: number): number => {
    const next = points.findIndex((point) => point >= at)
    if (next <= 0) return next === 0 ? x0 : x1
    const a = points[next - 1] ?? 0
    const b = points[next] ?? 1
    return (xs[next - 1] ?? x0) + ((at - a) / (b - a || 1)) * ((xs[next] ?? x1) - (xs[next - 1] ?? x0))
  }
  return { x, folds }
}

export function layoutRiver(
  data: RiverData,
  options: { width: number; now: string; all?: boolean },
): RiverLayout {
  const now = time(options.now)
  const { lanes, folded } = foldLanes(data, options.all ?? false)
  const { x, folds } = scaleOf(data, now, LABEL, options.width - 10)
  const laneY = new Map(lanes.map((lane, i) => [lane.id, HEAD + i * LANE]))
  const yOf = (lane: string): number => laneY.get(folded.has(lane) ? FOLDED_LANE : lane) ?? HEAD
  const band = (lane: string): number => yOf(lane) + LANE / 2
  const sorted = data.stays.toSorted((a, b) => time(a.from) - time(b.from))
  const stays = sorted.map((stay) => {
    const [from, to] = [time(stay.from), stay.to === null ? now : time(stay.to)]
    const [x1, x2] = [x(from), x(to)]
    const fold = folds.find((f) => f.x1 >= x1 - 1 && f.x2 <= x2 + 1)
    return {
      stay,
      x1,
      x2: Math.max(x2, x1 + 3),
      y: band(stay.lane),
      now: stay.to === null,
      ms: to - from,
      fold: fold ? (fold.x1 + fold.x2) / 2 : null,
    }
  })
  const links = sorted.slice(1).flatMap((stay, i) => {
    const before = sorted[i]
    if (!before?.to || Math.abs(time(stay.from) - time(before.to)) > 60_000) return []
    return [
      {
        x: x(time(stay.from)),
        y1: band(before.lane),
        y2: band(stay.lane),
        gave: before.gave ?? true,
        accepted: stay.accepted ?? true,
      },
    ]
  })
  const gaps = data.gaps.map((gap) => ({
    gap,
    x1: x(time(gap.from)),
    x2: x(time(gap.to)),
    y: band(gap.fromLane),
    y2: band(gap.toLane),
    box: null as { x: number; y: number } | null,
  }))
  for (const gap of gaps) gap.box = freePlace(gap, stays, lanes.length, options.width)
  let lastWritten = { x: -Infinity, y: -1 }
  const seals = data.seals
    .toSorted((a, b) => time(a.at) - time(b.at))
    .map((seal) => {
      const at = { x: Math.min(options.width - 16, x(time(seal.at)) + 8), y: band(seal.lane) }
      // Against the right edge the number is written leftward, and needs the room of two.
      const written = at.y !== lastWritten.y || at.x - lastWritten.x > (at.x > options.width - 60 ? 112 : 58)
      if (written) lastWritten = at
      return { ...at, seal, written }
    })
  return {
    width: options.width,
    height: HEAD + lanes.length * LANE + 6,
    stays,
    links,
    seals,
    gaps,
    folds,
    nowX: x(now),
    lanes: lanes.map((lane) => ({
      ...lane,
      y: yOf(lane.id),
      ...(lane.id === FOLDED_LANE ? { folded: folded.size } : {}),
    })),
    ticks: ticksOf(data, now, x, folds),
  }
}

/** The box that says a gap in words stands where nothing else does: two lanes high at most, left or right of it. */
function freePlace(
  gap: Placed & { y2: number },
  stays: RiverLayout['stays'],
  lanes: number,
  width: number,
): { x: number; y: number } | null {
  const middle = (gap.x1 + gap.x2) / 2
  for (let lane = 0; lane < lanes; lane += 1) {
    const row = (lane + Math.max(0, Math.round((gap.y2 - HEAD) / LANE))) % lanes
    for (const x of [
      middle - BOX.width,
      middle - BOX.width / 2,
      middle,
      gap.x2 + 14,
      gap.x1 - BOX.width - 14,
    ]) {
      const y = HEAD + row * LANE + 6
      if (x < LABEL || x + BOX.width > width - 8) continue
      const clear = stays.every(
        (stay) =>
          Math.abs(stay.y - (y + BOX.height / 2)) > BOX.height / 2 + BAND / 2 ||
          stay.x2 < x - 6 ||
          stay.x1 > x + BOX.width + 6,
      )
      if (clear && !(gap.y + BAND > y && gap.y - BAND < y + BOX.height)) return { x, y }
    }
  }
  return null
}

/** The day of each event, unless it would stand on another one. */
function ticksOf(
  data: RiverData,
  now: number,
  x: (at: number) => number,
  folds: RiverLayout['folds'],
): RiverLayout['ticks'] {
  const days = new Map<string, number>()
  for (const at of [
    ...data.stays.map((stay) => time(stay.from)),
    ...data.gaps.map((gap) => time(gap.from)),
  ].sort((a, b) => a - b)) {
    const day = dayOfInstant(new Date(at).toISOString())
    if (!days.has(day)) days.set(day, at)
  }
  const kept: { x: number; at: number }[] = []
  for (const at of days.values()) {
    const place = x(at)
    const after = kept.at(-1)
    if (place > x(now) - 90) continue
    if (!after || place - after.x > 74) kept.push({ x: place, at })
  }
  return kept.filter((tick) => !folds.some((fold) => tick.x > fold.x1 + 1 && tick.x < fold.x2 - 40))
}
