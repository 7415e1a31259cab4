/** Days and minutes as certificates write them: the service's own time, whatever the machine's, and said so on the paper. */
import { SERVICE_ZONE } from '#kernel/calendar.ts'

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: SERVICE_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: SERVICE_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const offset = new Intl.DateTimeFormat('en', { timeZone: SERVICE_ZONE, timeZoneName: 'longOffset' })

/** 24/11/2026, of a date or of the day of an instant. */
export const dayOf = (when: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(when) ? when.split('-').reverse().join('/') : day.format(Date.parse(when))

export const momentOf = (when: string): string => `${dayOf(when)} ${time.format(Date.parse(when))}`

/** UTC−06:00, as it was at that instant. */
export const zoneName = (at: string): string =>
  (offset.formatToParts(Date.parse(at)).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT')
    .replace('GMT', 'UTC')
    .replace('-', '−')
