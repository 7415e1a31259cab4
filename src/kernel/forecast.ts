/** How much is left, what it costs and when it ends, from what was done: plain sums, in decimal text. */
import { exact } from './quantity.ts'
import { instantOf } from './shapes.ts'

/** What the pages cost: the shares of each step for each page; two places, as money is written. */
export function costOf(shares: readonly string[], pages: number): string {
  return shares
    .reduce((sum, share) => sum.plus(exact(share)), exact(0))
    .times(pages)
    .toFixed(2)
}
/** Pages in a working day as measured over days on which anything was scanned; five of them say more than a guess. */
export function paceOf(
  days: readonly { pages: number }[],
  guess: number | null,
): { pagesADay: number; measured: boolean } | null {
  const worked = days.filter((d) => d.pages > 0)
  if (worked.length >= 5)
    return {
      pagesADay: Math.max(1, Math.round(worked.reduce((n, d) => n + d.pages, 0) / worked.length)),
      measured: true,
    }
  return guess === null ? null : { pagesADay: guess, measured: false }
}
/** Five working days a week, from tomorrow; the laboratory's holidays are not known here. */
export function endsOn(today: string, pagesLeft: number, pagesADay: number): string {
  let days = Math.ceil(pagesLeft / pagesADay)
  let at = Date.parse(`${today}T00:00:00Z`)
  const weeks = Math.floor(days / 5)
  at += weeks * 7 * 86_400_000
  days -= weeks * 5
  while (days > 0) {
    at += 86_400_000
    const weekday = new Date(at).getUTCDay() // tidy: clock-free, the day is given
    if (weekday !== 0 && weekday !== 6) days -= 1
  }
  return instantOf(at).slice(0, 10)
}
export const pagesLeftOf = (
  filesLeft: number,
  done: { readonly files: number; readonly pages: number },
  guess: number,
): { pages: number; estimated: boolean } =>
  done.files >= 20
    ? { pages: Math.round((filesLeft * done.pages) / done.files), estimated: false }
    : { pages: filesLeft * guess, estimated: true }
