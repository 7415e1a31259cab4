/** What may be told to a partner, when it is tried again, and when it is given up. Pure. */
import { type Verdict, no, yes } from '#kernel/verdict.ts'

interface Standing {
  readonly state: 'waiting' | 'approved' | 'ended'
  readonly recorded_by: string | null
}

export function mayApproveSubscription(of: Standing, person: string): Verdict {
  if (of.state !== 'waiting') return no('exchange.subscription-not-waiting', {}, 'exchange.next-subscribe')
  if (of.recorded_by === person) return no('exchange.own-subscription', {}, 'exchange.next-another-approves')
  return yes
}
export const mayEndSubscription = (of: Standing): Verdict =>
  of.state === 'ended' ? no('exchange.subscription-over', {}, 'exchange.next-subscribe') : yes

/** One change at a time: else nobody knows which of three secrets the partner holds. */
export function mayChangeSecret(of: {
  readonly state: string
  readonly former_until: string | null
}): Verdict {
  if (of.state === 'ended') return no('exchange.subscription-over', {}, 'exchange.next-subscribe')
  return of.former_until === null
    ? yes
    : no('exchange.secret-change-under-way', {}, 'exchange.next-end-former-secret')
}
export const mayEndFormerSecret = (of: { readonly former_until: string | null }): Verdict =>
  of.former_until === null ? no('exchange.no-former-secret', {}, 'exchange.next-change-secret') : yes

export function mayReplayEvent(event: { readonly state: string }, of: Standing): Verdict {
  if (of.state !== 'approved') return no('exchange.subscription-over', {}, 'exchange.next-subscribe')
  return event.state === 'waiting' ? no('exchange.event-waits', {}, 'exchange.next-event-waits') : yes
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** After each failure, in milliseconds; after the last one it is given up, about three days on. */
const waits = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** `attempts`: how often it was tried, this time too. Null: given up. Gone for good (410) is given up at once. */
export function nextTry(attempts: number, status: number | null, now: string): string | null {
  const wait = waits[attempts - 1]
  return wait === undefined || status === 410 ? null : new Date(Date.parse(now) + wait).toISOString()
}

export const wasTaken = (status: number): boolean => status >= 200 && status < 300
