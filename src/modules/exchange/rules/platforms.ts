/** What may become of a platform. Pure. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

interface Standing {
  readonly state: 'waiting' | 'approved' | 'ended'
  readonly waits: boolean
  readonly asked_by: string | null
}
export function mayApprovePlatform(of: Standing, person: string): Verdict {
  return allOf(
    unless(of.waits, no('exchange.platform-nothing-waits', {}, 'exchange.next-register-platform')),
    unless(of.asked_by !== person, no('exchange.own-platform', {}, 'exchange.next-another-approves')),
  )
}
export const mayEndPlatform = (of: Standing): Verdict =>
  unless(of.state !== 'ended', no('exchange.platform-over', {}, 'exchange.next-register-platform'))
