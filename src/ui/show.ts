/** How dates, times, spans, amounts and sizes are written on a screen: DD/MM/YYYY, 24 hours, the laboratory's zone, whatever the machine says. */
import { zoned } from '#kernel/calendar.ts'

let locale = 'en-BZ'
export const showLanguage = (language: string): void => {
  locale = language === 'es' ? 'es-GT' : 'en-BZ'
}

/** What is read at the bench must be what the paper says, wherever one looks from. */
function parts(at: string | number, options: Intl.DateTimeFormatOptions): Record<string, string> {
  return Object.fromEntries(
    zoned(locale, { hourCycle: 'h23', ...options })
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value]),
  )
}
const known = (at: string | number | null | undefined): at is string | number =>
  at !== null && at !== undefined && at !== '' && !Number.isNaN(new Date(at).getTime())

/** A calendar day, possibly partial: 02/11/2026, 11/2026, 2026. An instant is shown as its day where the service works. */
export function showDate(day: string | null | undefined): string {
  if (!day) return ''
  if (day.length > 10) {
    if (!known(day)) return day
    const p = parts(day, { day: '2-digit', month: '2-digit', year: 'numeric' })
    return `${p['day']}/${p['month']}/${p['year']}`
  }
  return day.split('-').reverse().join('/')
}
export function showTime(at: string | null | undefined, seconds = false): string {
  if (!known(at)) return ''
  const p = parts(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  return `${p['hour']}:${p['minute']}${seconds ? `:${p['second']}` : ''}`
}
export function showInstant(at: string | null | undefined): string {
  return known(at) ? `${showDate(new Date(at).toISOString())} ${showTime(at)}` : (at ?? '')
}
/** Mon 02/11 in a picture; `year` when it is not this one's. */
export function showDay(at: string | number, weekday = true): string {
  const p = parts(at, { weekday: 'short', day: '2-digit', month: '2-digit' })
  const name = (p['weekday'] ?? '').replace('.', '')
  return weekday ? `${name} ${p['day']}/${p['month']}` : `${p['day']}/${p['month']}`
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** 35 min, 2 h 10, 15 h 45, 17 d: short, for a band in a picture. */
export function showSpan(ms: number): string {
  if (ms < HOUR) return `${Math.max(0, Math.round(ms / MINUTE))} min`
  if (ms < DAY) {
    const minutes = Math.round(ms / MINUTE)
    return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
  }
  return `${Math.round(ms / DAY)} d`
}
export function showAgo(at: string, now: number = Date.now()): string {
  const ms = new Date(at).getTime() - now
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const size = Math.abs(ms)
  if (size < HOUR) return relative.format(Math.round(ms / MINUTE), 'minute')
  if (size < DAY) return relative.format(Math.round(ms / HOUR), 'hour')
  return relative.format(Math.round(ms / DAY), 'day')
}

/** Friday, 27 November 2026: the day at the head of a page. */
export function showLongDay(at: number): string {
  const day = zoned(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
  return day.charAt(0).toUpperCase() + day.slice(1)
}

/** Numbers that were measured come as text and keep the places they were measured with; counts come as numbers. */
export function showNumber(value: number | string, places?: number): string {
  if (typeof value === 'string') {
    const [whole = '', rest] = value.split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
    return rest === undefined ? grouped : `${grouped}.${rest}`
  }
  return new Intl.NumberFormat(
    'en-BZ',
    places === undefined
      ? { maximumFractionDigits: 6 }
      : { minimumFractionDigits: places, maximumFractionDigits: places },
  ).format(value)
}
export function showBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const power = Math.min(3, Math.floor(Math.log10(bytes) / 3))
  return `${(bytes / 1000 ** power).toFixed(power === 1 ? 0 : 1)} ${['B', 'kB', 'MB', 'GB'][power]}`
}
export { DAY, HOUR, MINUTE }
