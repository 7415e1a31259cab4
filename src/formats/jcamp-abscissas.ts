/** Where the points of a JCAMP-DX table (X++(Y..Y)) stand, and the X check of each line: apart, because a wrong place is a wrong band. */
import type { Ordinates } from './jcamp-ordinates.ts'
import type { Reading } from './reading.ts'

/** The numbers that turn a table into a curve, from the block's heads or from the columns of an NTUPLES. */
export interface Axes {
  readonly xLabel: string
  readonly xUnit: string
  readonly yLabel: string
  readonly yUnit: string
  readonly xFactor: number
  readonly yFactor: number
  readonly firstX?: number
  readonly lastX?: number
  readonly deltaX?: number
  readonly firstY?: number
  readonly points?: number
}

/** From FIRSTX and LASTX where the count is right, else from DELTAX, else from what each line begins with. */
export function abscissas(n: number, starts: Ordinates['starts'], axes: Axes): number[] {
  const { firstX, lastX, deltaX, points, xFactor } = axes
  const even = (from: number, step: number): number[] => Array.from({ length: n }, (_, i) => from + i * step)
  const declaredStep =
    firstX !== undefined && lastX !== undefined && points !== undefined && points > 1
      ? (lastX - firstX) / (points - 1)
      : undefined
  if (firstX !== undefined && declaredStep !== undefined && points === n) return even(firstX, declaredStep)
  if (firstX !== undefined && points === undefined && lastX !== undefined && deltaX === undefined && n > 1)
    return even(firstX, (lastX - firstX) / (n - 1))
  if (firstX !== undefined && deltaX !== undefined && (points === undefined || points === n))
    return even(firstX, deltaX)
  // The count is wrong: points are missing or doubled somewhere, so each line stands where it says that it stands.
  const [a, b] = [starts[0], starts.at(-1)]
  const step =
    deltaX ??
    declaredStep ??
    (a && b && b.index > a.index ? ((b.x - a.x) * xFactor) / (b.index - a.index) : xFactor)
  const x = even(firstX ?? (a ? a.x * xFactor : 0), step)
  for (const [k, start] of starts.entries()) {
    const until = starts[k + 1]?.index ?? n
    for (let i = start.index; i < until; i += 1) x[i] = start.x * xFactor + (i - start.index) * step
  }
  return x
}

/** The X check: each line must begin within one point of where its points were put. */
export function checkAbscissas(
  x: readonly number[],
  starts: Ordinates['starts'],
  axes: Axes,
  title: string,
  reading: Reading,
): void {
  if (x.length < 2) return
  const step = Math.abs(((x.at(-1) as number) - (x[0] as number)) / (x.length - 1))
  let off = 0
  for (const start of starts) {
    const put = x[start.index]
    if (put === undefined) continue
    const rounding = Math.abs(axes.xFactor) * 10 ** -start.decimals
    if (Math.abs(start.x * axes.xFactor - put) > step + rounding) off += 1
  }
  if (off > 0) reading.note('formats.jcamp.x-check-failed', { title, lines: off })
}
