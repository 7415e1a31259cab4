/** Which day and hour it is where the service works: what ends on a day ends there at midnight, not at midnight in Greenwich. */

/** The IANA zone of the laboratory's definition; one installation, one zone, on the server as in the browser. */
let zone = 'UTC'
const made = new Map<string, Intl.DateTimeFormat>()

export const serviceZone = (): string => zone
/** Told at the start by the server, which asks the catalogue, and in the browser by the page that the server sent. */
export function setServiceZone(given: string): void {
  if (given === zone) return
  zone = given
  made.clear()
}

/** A format of the service's own zone, made once: making one costs more than using it a hundred times. */
export function zoned(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = made.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
  made.set(key, format)
  return format
}

/** The day (YYYY-MM-DD) of an instant. */
export const dayOfInstant = (instant: string): string =>
  zoned('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant)) // tidy: clock-free, the instant is given

/** The instant at which a clock of the service shows this day and time, in UTC. */
export function instantAt(day: string, time: string): string {
  const shown = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`)
  // What the zone shows at that instant of UTC is off by its offset; a second look settles days when clocks change.
  let at = shown
  for (let i = 0; i < 2; i += 1) at = shown - offsetAt(at)
  return new Date(at).toISOString() // tidy: clock-free, the milliseconds are given
}

function offsetAt(at: number): number {
  const parts = zoned('en-CA', {
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const of = (type: string): number => Number(parts.find((p) => p.type === type)?.value ?? 0)
  const whole = Math.floor(at / 1000) * 1000
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - whole
}

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

/** The last day of a partial date: what may be younger is taken as younger. */
export const latestOf = (partial: string): string =>
  partial.length === 10
    ? partial
    : partial.length === 7
      ? `${partial}-${String(new Date(Date.UTC(Number(partial.slice(0, 4)), Number(partial.slice(5)), 0)).getUTCDate())}` // tidy: clock-free, the month is given
      : `${partial}-12-31`
export const yearsLater = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`
