/** Sampling of lots by attributes: the plan for a size, a draw without bias from a seed that anybody can draw again, and what a plan promises. */

export interface PlanRow {
  readonly code: string
  readonly quality: string
  readonly lotTo: number
  readonly letter: string | null
  readonly sample: number
  readonly accept: number
}
export interface Plan {
  readonly size: number
  readonly sample: number
  readonly accept: number
  readonly reject: number
  readonly quality: string
  readonly letter: string | null
  readonly plan: string
}
/** The row for a lot of this size; a sample as large as the lot is the whole lot, and then the same faults are borne. */
export function planFor(rows: readonly PlanRow[], quality: string, size: number): Plan | undefined {
  const row = rows
    .filter((r) => r.quality === quality && r.lotTo >= size)
    .toSorted((a, b) => a.lotTo - b.lotTo)[0]
  if (!row) return undefined
  return {
    size,
    sample: Math.min(row.sample, size),
    accept: row.accept,
    reject: row.accept + 1,
    quality,
    letter: row.letter,
    plan: row.code,
  }
}
/** Reads a row as the list writes it; undefined where it says no plan. */
export function planFrom(code: string, data: unknown): PlanRow | undefined {
  const d = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  const [lotTo, sample, accept] = [d['lotTo'], d['sample'], d['accept']].map(Number)
  if (![lotTo, sample, accept].every((n) => Number.isInteger(n))) return undefined
  return {
    code,
    quality: String(d['quality'] ?? ''),
    lotTo: lotTo as number,
    letter: typeof d['letter'] === 'string' ? d['letter'] : null,
    sample: sample as number,
    accept: accept as number,
  }
}

/** `n` of `size` places without bias, from a seed: splitmix64 and Floyd's draw; the same seed draws the same. */
export function drawFrom(seed: string, size: number, n: number): number[] {
  let state = BigInt(`0x${seed.slice(0, 16)}`)
  const mask = (1n << 64n) - 1n
  const next = (): bigint => {
    state = (state + 0x9e3779b97f4a7c15n) & mask
    let z = state
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask
    return z ^ (z >> 31n)
  }
  const below = (limit: number): number => {
    const wide = BigInt(limit)
    const top = (mask / wide) * wide
    let z = next()
    while (z >= top) z = next()
    return Number(z % wide)
  }
  const drawn = new Set<number>()
  for (let i = size - n; i < size; i += 1) {
    const at = below(i + 1)
    drawn.add(drawn.has(at) ? i : at)
  }
  return [...drawn].sort((a, b) => a - b)
}

/** The chance that a lot with so many bad ones is accepted: hypergeometric, exact; for what a plan promises. */
export function acceptChance(p: { size: number; sample: number; accept: number }, bad: number): number {
  const logFactorials = [0]
  for (let i = 1; i <= p.size; i += 1) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i))
  const log = (n: number, k: number): number =>
    k < 0 || k > n
      ? -Infinity
      : (logFactorials[n] ?? 0) - (logFactorials[k] ?? 0) - (logFactorials[n - k] ?? 0)
  let chance = 0
  for (let k = 0; k <= Math.min(p.accept, bad); k += 1)
    chance += Math.exp(log(bad, k) + log(p.size - bad, p.sample - k) - log(p.size, p.sample))
  return Math.min(1, chance)
}
