/** How many days somebody has been here. */
import { dayOfInstant } from '#kernel/calendar.ts'
import type { Cx } from '#platform/cx.ts'

export const daysHere = (cx: Pick<Cx, 'now'>, since: string | null): number =>
  since === null
    ? 0
    : Math.round((Date.parse(dayOfInstant(cx.now)) - Date.parse(dayOfInstant(since))) / 86_400_000)
