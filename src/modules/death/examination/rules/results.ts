/** What must have been read before a cause is final: pure. */
import { type Verdict, no, unless } from '#kernel/verdict.ts'
import type { LabAnswer } from '../contract.ts'

/** What the cause waited for and nobody has read: a final cause is not stated past it. */
export function mayConcludeAfter(
  answers: readonly Pick<LabAnswer, 'holdsCause' | 'read' | 'number' | 'from'>[],
): Verdict {
  const unread = answers.filter((a) => a.holdsCause && a.read === null)
  return unless(
    unread.length === 0,
    no(
      'death.results-unread',
      { n: unread.length, which: unread.map((a) => a.number ?? a.from).join(', ') },
      'death.next-read-results',
    ),
  )
}
