/** Whose things come into whose cases: customers outside the police have cases of their own kind, each its own. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export interface Into {
  /** A kind of case for customers outside the police. */
  readonly outside: boolean
  readonly isNew: boolean
  /** Whether who brings it sees that case already. */
  readonly sees: boolean
}
export function mayBringInto(into: Into, own: { readonly agency: string } | null): Verdict {
  if (!own)
    return unless(
      !into.outside || into.sees,
      no('evidence.case-of-outside', {}, 'evidence.next-case-of-police'),
    )
  return allOf(
    unless(
      into.outside,
      no('evidence.outside-into-police', { agency: own.agency }, 'evidence.next-own-kind'),
    ),
    unless(
      into.isNew || into.sees,
      no('evidence.outside-of-another', { agency: own.agency }, 'evidence.next-own-case'),
    ),
  )
}
