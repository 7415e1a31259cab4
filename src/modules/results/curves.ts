/** Curves for the screen: at most so many points, keeping the lowest and highest of each stretch so that no peak is lost. */
const MOST = 4_000

export function thinned(x: readonly number[], y: readonly number[]): [number, number][] {
  if (x.length <= MOST) return x.map((v, i) => [v, y[i] as number])
  const stretch = Math.ceil(x.length / (MOST / 2))
  const points: [number, number][] = []
  for (let start = 0; start < x.length; start += stretch) {
    let low = start
    let high = start
    for (let i = start; i < Math.min(start + stretch, x.length); i += 1) {
      if ((y[i] as number) < (y[low] as number)) low = i
      if ((y[i] as number) > (y[high] as number)) high = i
    }
    for (const i of low < high ? [low, high] : low > high ? [high, low] : [low])
      points.push([x[i] as number, y[i] as number])
  }
  return points
}
