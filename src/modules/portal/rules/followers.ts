/** Who may say who else is told how a case goes: pure. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export interface Naming {
  /** Whoever names works in the service. */
  readonly inside: boolean
  /** Sees the case only as somebody who is told of it. */
  readonly followsOnly: boolean
  readonly sameAgency: boolean
  /** The person who is named comes in at all. */
  readonly hasAccount: boolean
  readonly investigator: boolean
}
export const mayName = (n: Naming): Verdict =>
  allOf(
    unless(!n.followsOnly, no('portal.follows-only', {}, 'portal.next-ask-investigator')),
    unless(n.inside || n.sameAgency, no('portal.other-agency', {}, 'portal.next-ask-service')),
    unless(n.hasAccount, no('portal.no-account', {}, 'portal.next-invite')),
    unless(!n.investigator, no('portal.is-investigator')),
  )
