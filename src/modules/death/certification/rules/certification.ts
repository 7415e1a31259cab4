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

/** Two pathologists stand behind a homicide before its paper is signed or its body goes (the laboratory’s own rule where it says otherwise). */
export const reviewWanted = (
  manner: string | null,
  examinations: readonly { state: string; kind: string }[],
): boolean =>
  manner === 'homicide' &&
  examinations.some((e) => ['full', 'limited', 'second', 'external'].includes(e.kind)) &&
  !examinations.some((e) => e.state === 'reviewed')
