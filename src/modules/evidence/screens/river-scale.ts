/** Time on the custody river: busy stretches wide, quiet ones folded; pure, so that it can be looked at with numbers. */

export interface Scale {
  readonly x: (at: number) => number
  /** Quiet stretches that are drawn shorter than they were: where, and how long they lasted. */
  readonly folds: readonly { readonly x: number; readonly ms: number }[]
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Above this a stretch without any change is folded. */
const QUIET = 2 * DAY

/** `moments` are all instants at which something changed, now included; between two the scale runs evenly. */
export function scaleOf(moments: readonly number[], left: number, width: number): Scale {
  const points = [...new Set(moments)].sort((a, b) => a - b)
  const spans = points.slice(1).map((p, i) => p - (points[i] ?? p))
  const weights = spans.map((ms) => Math.min(5, Math.max(0.9, Math.log2(1 + ms / (30 * MINUTE)))))
  const total = weights.reduce((sum, w) => sum + w, 0) || 1
  const places: number[] = [left]
  for (const w of weights) places.push((places.at(-1) ?? left) + (w / total) * width)
  const folds = spans.flatMap((ms, i) => (ms > QUIET ? [{ x: ((places[i] ?? left) + (places[i + 1] ?? left)) / 2, ms }] : []))
  return {
    folds,
    x(at) {
      const after = points.findIndex((p) => p >= at)
      if (after <= 0) return after === 0 ? left : left + width
      const from = points[after - 1] ?? at
      const to = points[after] ?? at
      const part = to === from ? 0 : (at - from) / (to - from)
      return (places[after - 1] ?? left) + part * ((places[after] ?? left) - (places[after - 1] ?? left))
    },
  }
}

/** Which of these places, from left to right, have room for a word of this width. */
export function spaced(places: readonly number[], width: number): boolean[] {
  const out: boolean[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const x of places) {
    const room = x - last > width
    out.push(room)
    if (room) last = x
  }
  return out
}
