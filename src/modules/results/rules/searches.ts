/** Searches in systems that stand alone: the system puts forward, a person compares, a second person stands behind it. Pure. */
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'

/** A system that names no databases is searched under whatever name was written. */
export function areItsDatabases(known: readonly string[], named: readonly string[]): Verdict {
  const other = named.find((one) => known.length > 0 && !known.includes(one))
  return unless(
    other === undefined,
    no(
      'results.no-such-database',
      { database: other ?? '', known: known.join(', ') },
      'results.next-database',
    ),
  )
}

export interface Standing {
  readonly by: string | null
  readonly verified: { readonly agrees: boolean } | null
}
/** Compared again while nobody stands behind it, or after a second person differed. */
export const mayFollowUp = (newest: Standing | undefined): Verdict =>
  unless(!newest?.verified?.agrees, no('results.follow-up-stands', {}, 'results.next-search-anew'))

export function mayVerifyFollowUp(of: Standing, newest: boolean, me: string): Verdict {
  if (of.verified) return no('results.follow-up-verified', {}, 'results.next-follow-up')
  return allOf(
    unless(newest, no('results.follow-up-older', {}, 'results.next-follow-up')),
    unless(of.by !== me, no('results.own-follow-up', {}, 'results.next-second-person')),
  )
}
export const mayLinkTo = (item: string, other: string | null | undefined): Verdict =>
  other === item ? no('results.linked-to-itself', {}, 'results.next-other-exhibit') : yes
