/**
 * Sums for those who may not see each count: fewer than five are told as none, others rounded to a multiple of five, up or down by chance but always the same
 * way for the same people (cell-key method, ESSnet handbook on statistical disclosure control, 2010, 5.4): asked twice, or in another table, the same people give
 * the same number. Chance alone would show one person in five; and who could leave a single person out by a condition would see which numbers move with
 * that person: so conditions are read in groups of five people at least (`inGroups`).
 */
import { exact } from '#kernel/quantity.ts'

export const BASE = 5

/** `key` is the sum of the keys of who is counted, modulo 2^32. */
export function rounded(n: number, key: number): number {
  if (n < BASE) return 0
  const rest = n % BASE
  if (rest === 0) return n
  return n - rest + (chanceOf(key, n) < rest / BASE ? BASE : 0)
}

/** A weight, a median, a span of `n` people: of few it is one person's own, and two exact ones laid side by side tell the difference. */
export const blurred = (value: string | null, n: number): string | null =>
  value === null || n < BASE ? null : exact(value).toSignificantDigits(2).toFixed()

/** A number of [0, 1) that follows from the key alone: the finaliser of MurmurHash3. */
function chanceOf(key: number, n: number): number {
  let h = (Math.trunc(key) ^ Math.imul(n, 0x9e3779b1)) >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) >>> 0
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> 0
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

/**
 * The values of a condition as they are counted: values that follow one another stand together until they hold five people, and such a group is in when most of
 * its people were asked for. Two conditions then differ by five people or by nobody. `there` is every value with its people, given the other conditions.
 */
export function inGroups(
  asked: readonly string[],
  there: readonly { readonly value: string; readonly n: number }[],
): string[] {
  const groups: { value: string; n: number }[][] = []
  let open: { value: string; n: number }[] = []
  for (const one of there.toSorted((a, b) => (a.value < b.value ? -1 : 1))) {
    open.push(one)
    if (peopleIn(open) < BASE) continue
    groups.push(open)
    open = []
  }
  if (open.length > 0) groups.push([...(groups.pop() ?? []), ...open])
  return groups
    .filter((group) => 2 * peopleIn(group.filter((g) => asked.includes(g.value))) > peopleIn(group))
    .flatMap((group) => group.map((g) => g.value))
}
const peopleIn = (group: readonly { readonly n: number }[]): number =>
  group.reduce((sum, { n }) => sum + n, 0)
