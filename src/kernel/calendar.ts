/** Which day it is where the service works: what ends on a day ends there at midnight, not at midnight in Greenwich. */

/** Belize keeps UTC−6 all year. A service elsewhere changes this one line. */
export const SERVICE_ZONE = 'America/Belize'

const days = new Intl.DateTimeFormat('en-CA', {
  timeZone: SERVICE_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day (YYYY-MM-DD) of an instant. */
export const dayOfInstant = (instant: string): string => days.format(new Date(instant)) // tidy: clock-free, the instant is given

/** The last day that a partial date can mean: 2026-02 may be as late as 28 February. */
export function latestDayOf(partial: string): string {
  if (partial.length >= 10) return partial.slice(0, 10)
  if (partial.length === 4) return `${partial}-12-31`
  const [year, month] = partial.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate() // tidy: clock-free, the month is given
  return `${partial}-${String(last).padStart(2, '0')}`
}

/** The day that lies so many days after another. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10) // tidy: clock-free, the day is given
}
