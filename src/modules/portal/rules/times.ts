/** When a counter can be come to: its hours by the clock of the laboratory, who is booked, what is left; pure. */
import { addDays, dayOfInstant, instantAt } from '#kernel/calendar.ts'
import { no, type Verdict, yes } from '#kernel/verdict.ts'

export interface CounterHours {
  /** 1 Monday to 7 Sunday (ISO 8601). */
  readonly days: readonly number[]
  readonly from: string
  readonly until: string
  readonly minutes: number
  readonly together: number
  readonly closed: readonly string[]
}
export interface Taken {
  readonly starts_at: string
  readonly person: string
}
export const DAYS_AHEAD = 60

/** ISO day of the week of a calendar day. */
function weekday(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay() || 7 // tidy: clock-free, the day is given
}
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The beginnings of that day, each whole before the counter closes. */
export function timesOf(hours: CounterHours, day: string): string[] {
  if (!hours.days.includes(weekday(day)) || hours.closed.includes(day)) return []
  const [from, until] = [minutesOf(hours.from), minutesOf(hours.until)]
  const count = Math.max(0, Math.floor((until - from) / hours.minutes))
  return Array.from({ length: count }, (_, i) => instantAt(day, timeOf(from + i * hours.minutes)))
}

export function freeTimes(
  hours: CounterHours,
  day: string,
  taken: readonly Taken[],
  now: string,
): { at: string; left: number }[] {
  return timesOf(hours, day)
    .filter((at) => at > now)
    .map((at) => ({ at, left: hours.together - taken.filter((t) => t.starts_at === at).length }))
    .filter((time) => time.left > 0)
}

export function mayBook(
  hours: CounterHours,
  at: string,
  taken: readonly Taken[],
  me: string,
  now: string,
): Verdict {
  if (at <= now) return no('portal.time-passed', {}, 'portal.next-other-time')
  const day = dayOfInstant(at)
  if (day > addDays(dayOfInstant(now), DAYS_AHEAD))
    return no('portal.too-far-ahead', { n: DAYS_AHEAD }, 'portal.next-other-time')
  if (!timesOf(hours, day).includes(at)) return no('portal.counter-shut', {}, 'portal.next-other-time')
  const then = taken.filter((t) => t.starts_at === at)
  if (then.some((t) => t.person === me)) return no('portal.booked-already', {}, 'portal.next-see-yours')
  return then.length < hours.together ? yes : no('portal.time-full', {}, 'portal.next-other-time')
}

export function mayGiveBack(
  one: { readonly starts_at: string; readonly withdrawn: boolean },
  now: string,
): Verdict {
  if (one.withdrawn) return no('portal.given-back-already')
  return one.starts_at > now ? yes : no('portal.time-passed', {}, 'portal.next-other-time')
}
