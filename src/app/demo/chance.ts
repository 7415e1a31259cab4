/** Chance with a seed: the same seed tells the same year. */
export interface Chance {
  /** A whole number from 0 up to, not including, n. */
  below(n: number): number
  pick<T>(list: readonly T[]): T
  /** One of the list, each as often as its weight says. */
  weigh<T extends { readonly weight: number }>(list: readonly T[]): T
  /** True once in n. */
  onceIn(n: number): boolean
  /** A whole number between both, both included. */
  between(from: number, to: number): number
}

/** mulberry32: small, even, and the same on every machine; nothing here is secret. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    pick: (list) => list[below(list.length)] as never,
    weigh: (list) => {
      let left = next() * list.reduce((sum, one) => sum + one.weight, 0)
      return (list.find((one) => (left -= one.weight) < 0) ?? list.at(-1)) as never
    },
    onceIn: (n) => below(n) === 0,
    between: (from, to) => from + below(to - from + 1),
  }
}
