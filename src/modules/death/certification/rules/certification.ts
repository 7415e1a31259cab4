/** Which word on a cause may follow which, who may give it, and what a homicide asks before anything leaves: pure. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export interface CauseNow {
  readonly status: 'pending' | 'final' | 'amended' | null
  readonly accepted: boolean
}
export const mayCertify = (now: CauseNow, next: 'pending' | 'final' | 'amended'): Verdict =>
  allOf(
    unless(now.accepted, no('death.not-accepted', {}, 'death.next-accept')),
    unless(
      next !== 'pending' || now.status === null || now.status === 'pending',
      no('death.cause-final-already', {}, 'death.next-amend'),
    ),
    unless(
      next !== 'final' || now.status === null || now.status === 'pending',
      no('death.cause-final-already', {}, 'death.next-amend'),
    ),
    unless(
      next !== 'amended' || now.status === 'final' || now.status === 'amended',
      no('death.nothing-to-amend', {}, 'death.next-certify'),
    ),
  )

const ofTheBody = ['full', 'limited', 'second', 'exhumation', 'external']
/** Two pathologists stand behind a homicide before its paper is signed or its body goes: also where nobody has ordered an examination yet, and a review of records alone does not stand for that of a body. */
export const reviewWanted = (
  manner: string | null,
  examinations: readonly { state: string; kind: string }[],
): boolean => {
  const of = (kinds: readonly string[]) =>
    examinations.filter((e) => kinds.includes(e.kind) && e.state !== 'withdrawn')
  // Who was taken up was doubted: what was read before does not stand for what was found since.
  const counting = [of(['exhumation']), of(ofTheBody), examinations].find((some) => some.length > 0) ?? []
  return manner === 'homicide' && !counting.some((e) => e.state === 'reviewed')
}
