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

const ofTheBody = ['full', 'limited', 'second', 'external']
/** Two pathologists stand behind a homicide before its paper is signed or its body goes: also where nobody has ordered an examination yet, and a review of records alone does not stand for that of a body. */
export const reviewWanted = (
  manner: string | null,
  examinations: readonly { state: string; kind: string }[],
): boolean => {
  const bodily = examinations.filter((e) => ofTheBody.includes(e.kind))
  const counting = bodily.length > 0 ? bodily : examinations
  return manner === 'homicide' && !counting.some((e) => e.state === 'reviewed')
}
