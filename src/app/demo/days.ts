/** Days and hours of the demonstration, as a laboratory in Belize keeps them: UTC−6 all year, Monday to Friday from eight to five. */
const DAY = 86_400_000
const MINUTE = 60_000
const MIDNIGHT = 6 * 60

/** The day in Belize on which an instant falls. */
export const dayOf = (ms: number): string => new Date(ms - MIDNIGHT * MINUTE).toISOString().slice(0, 10)
/** The instant of an hour of a day, in minutes after midnight. */
export const at = (day: string, minutes: number): number =>
  Date.parse(`${day}T00:00:00Z`) + (MIDNIGHT + minutes) * MINUTE
export const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10)
export const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Every day from one to another, both included. */
export function daysFrom(from: string, until: string): string[] {
  const days: string[] = []
  for (let day = from; day <= until; day = later(day, 1)) days.push(day)
  return days
}
