/**
 * How a page stands: which way its lines run and lean, and which end is up. Lines: the profile of ink across them is sharpest at the true
 * angle (Postl 1986). Up: Latin writing has more ink above its small letters than below (Bloomberg, Kopec and Dasari 1995).
 * Capitals and figures say nothing of that; then the answer is unsure, and whoever reads tries both.
 */
import { type Ink, turned } from './ink.ts'
import type { Turn } from './page.ts'

export interface Stand {
  /** Clockwise, to bring the page upright. */
  readonly turn: Turn
  /** Degrees, clockwise, that the writing leans once the page is turned. */
  readonly lean: number
  /** Whether there is writing enough to tell which way the lines run, and which end is up. */
  readonly sureOfLines: boolean
  readonly sureOfUp: boolean
}

const FURTHEST = 15
/** Points looked at; more say the same. */
const POINTS = 40_000
const ENOUGH_POINTS = 60
const FEW_LINES = 4
const SURE_OF_UP = 0.12

interface Points {
  readonly xs: Float32Array
  readonly ys: Float32Array
  readonly longest: number
}
interface Lean {
  readonly angle: number
  /** How much sharper the profile is than that of scattered ink. */
  readonly sharp: number
}

export function standOf(ink: Ink): Stand {
  const lying = leanOf(edgesOf(ink))
  const upright = turned(ink, 90)
  const standing = leanOf(edgesOf(upright))
  const sideways = standing.sharp > lying.sharp * 1.15
  const lean = sideways ? standing : lying
  const [more, less] = sideways ? [standing, lying] : [lying, standing]
  const sureOfLines = more.sharp > 2 && more.sharp > less.sharp * 1.3
  const up = upOf(sideways ? upright : ink, lean.angle)
  const base = sideways ? 90 : 0
  const turn = ((base + (up < -SURE_OF_UP ? 180 : 0)) % 360) as Turn
  return {
    turn,
    lean: Math.round(lean.angle * 20) / 20,
    sureOfLines,
    sureOfUp: sureOfLines && Math.abs(up) > SURE_OF_UP,
  }
}

/** Where ink ends downwards: the undersides of letters, which stand on the line. */
function edgesOf({ width, height, data }: Ink): Points {
  const all: number[] = []
  for (let y = 2; y < height - 3; y += 1)
    for (let x = 2; x < width - 2; x += 1) {
      const at = y * width + x
      if (data[at] === 1 && data[at + width] === 0) all.push(at)
    }
  const step = Math.max(1, Math.ceil(all.length / POINTS))
  const count = Math.floor(all.length / step)
  const [xs, ys] = [new Float32Array(count), new Float32Array(count)]
  for (let i = 0; i < count; i += 1) {
    const at = all[i * step] as number
    xs[i] = (at % width) - width / 2
    ys[i] = Math.floor(at / width)
  }
  return { xs, ys, longest: Math.max(width, height) }
}

function leanOf(points: Points): Lean {
  if (points.xs.length < ENOUGH_POINTS) return { angle: 0, sharp: 0 }
  let best: Lean = { angle: 0, sharp: sharpness(points, 0) }
  const tryAt = (angle: number): void => {
    const sharp = sharpness(points, angle)
    if (sharp > best.sharp) best = { angle, sharp }
  }
  for (let angle = -FURTHEST; angle <= FURTHEST; angle += 0.5) tryAt(angle)
  for (const step of [0.25, 0.1, 0.05]) {
    const middle = best.angle
    for (let i = -3; i <= 3; i += 1) tryAt(middle + i * step)
  }
  return best
}

/** Mean square of the profile over the square of its mean, along the longer side: 1 for ink spread evenly over a sheet, large where it lies in lines. */
function sharpness({ xs, ys, longest }: Points, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const edge = Math.ceil(longest / 3)
  const bins = new Float64Array(longest + 2 * edge)
  for (let i = 0; i < xs.length; i += 1) {
    const at = Math.round((ys[i] as number) - (xs[i] as number) * slope) + edge
    if (at >= 0 && at < bins.length) bins[at] = (bins[at] as number) + 1
  }
  let square = 0
  for (const count of bins) square += count * count
  return (square * longest) / xs.length ** 2
}

/** From -1 (head down) to 1 (upright): ink above the small letters against ink below them, over the lines of the page. */
function upOf(ink: Ink, angle: number): number {
  const profile = profileOf(ink, angle)
  let [above, below, at, lines] = [0, 0, 0, 0]
  while (at < profile.length) {
    while (at < profile.length && (profile[at] as number) === 0) at += 1
    const from = at
    while (at < profile.length && (profile[at] as number) > 0) at += 1
    const line = profile.subarray(from, at)
    if (line.length < 6 || line.length > 90) continue
    const told = lineUp(line)
    lines += 1
    above += told.above
    below += told.below
  }
  // A line or two may be all tails: a page of them says nothing sure.
  return (above - below) / Math.max(1, above + below) / (lines < FEW_LINES ? 10 : 1)
}

function profileOf({ width, height, data }: Ink, angle: number): Float64Array {
  const slope = Math.tan((angle * Math.PI) / 180)
  const shift = Math.ceil(Math.abs(slope) * width)
  const profile = new Float64Array(height + 2 * shift)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (data[y * width + x] === 0) continue
      const at = Math.round(y - (x - width / 2) * slope) + shift
      profile[at] = (profile[at] as number) + 1
    }
  // A ruled line or dust between two lines of writing must not join them.
  const most = profile.reduce((a, b) => Math.max(a, b), 0)
  return profile.map((count) => (count < Math.max(2, most * 0.01) ? 0 : count))
}

/** Within a line: the body of small letters is where the profile is above half of its height. */
function lineUp(line: Float64Array): { above: number; below: number } {
  const most = line.reduce((a, b) => Math.max(a, b), 0)
  let from = 0
  let to = line.length - 1
  while (from < to && (line[from] as number) < most / 2) from += 1
  while (to > from && (line[to] as number) < most / 2) to -= 1
  const sum = (a: number, b: number): number => line.subarray(a, b).reduce((x, y) => x + y, 0)
  return { above: sum(0, from), below: sum(to + 1, line.length) }
}
