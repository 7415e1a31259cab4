/**
 * Sums for those who may not see each count: rounded to a multiple of five, up or down by chance but always the same way for the same people
 * (cell-key method, ESSnet handbook on statistical disclosure control, 2010, 5.4): asked twice, or in another table, the same people give the
 * same number, so that neither repeating nor subtracting questions tells of one person.
 */
export const BASE = 5

/** `key` is the sum of the keys of who is counted, modulo 2^32. */
export function rounded(n: number, key: number): number {
  const rest = n % BASE
  if (rest === 0) return n
  return n - rest + (chanceOf(key, n) < rest / BASE ? BASE : 0)
}

/** A number of [0, 1) that follows from the key alone: the finaliser of MurmurHash3. */
function chanceOf(key: number, n: number): number {
  let h = (Math.trunc(key) ^ Math.imul(n, 0x9e3779b1)) >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) >>> 0
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> 0
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}
