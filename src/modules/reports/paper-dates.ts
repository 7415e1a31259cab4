/** Days and minutes as certificates write them: the service's own time, whatever the machine's, and said so on the paper. */
import { zoned } from '#kernel/calendar.ts'

/** 24/11/2026, of a date or of the day of an instant. */
export const dayOf = (when: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(when)
    ? when.split('-').reverse().join('/')
    : zoned('en-GB', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(Date.parse(when))

export const momentOf = (when: string): string =>
  `${dayOf(when)} ${zoned('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.parse(when))}`

/** UTC−06:00, as it was at that instant. */
export const zoneName = (at: string): string =>
  (
    zoned('en', { timeZoneName: 'longOffset' })
      .formatToParts(Date.parse(at))
      .find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  )
    .replace('GMT', 'UTC')
    .replace('-', '−')
