/** When a case of an older register is looked at again: by the laboratory's rules of retention, from the last day that its date allows. Pure. */
import { addDays } from '#kernel/calendar.ts'
import { type Verdict, no, unless } from '#kernel/verdict.ts'

/** The last day of a partial date: what may be younger is taken as younger. */
export function lastDayOf(partial: string): string {
  if (partial.length === 10) return partial
  if (partial.length === 4) return `${partial}-12-31`
  const [year, month] = partial.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10)
}

/** From the day of the event; where that is not known, from the day on which the case came. A day that is past is due at once. */
export const reviewOn = (reviewDays: number, on: string | null, today: string): string => {
  const due = addDays(on === null ? today : lastDayOf(on), reviewDays)
  return due < today ? today : due
}

export const mayReview = (of: { readonly due_on: string | null } | undefined): Verdict =>
  unless(of !== undefined, no('exchange.review-not-imported'))

export const mayMoveOn = (next: string | null, today: string): Verdict =>
  unless(next === null || next > today, no('exchange.review-in-past', {}, 'exchange.next-review-day'))
