/** Rules of one word changed on many cases: what says so already or is closed stands aside; what was changed since is not put back; pure. */
import { allOf, no, unless, yes, type Verdict } from '#kernel/verdict.ts'

export type What = 'priority' | 'investigator'
interface File {
  readonly number: string
  readonly state: 'open' | 'closed'
}
/** How soon is said of what is open alone; a closed case has an investigator too. */
const ready = (what: What, file: File): Verdict =>
  what === 'investigator'
    ? yes
    : unless(file.state === 'open', no('cases.batch-closed', { number: file.number }, 'cases.next-reopen'))

/** `now` is what holds, as the word itself: a priority, or who investigates. */
export const mayChangeTo = (what: What, file: File, now: string | null, to: string): Verdict =>
  allOf(ready(what, file), unless(now !== to, no('cases.batch-already-so', { number: file.number })))

/** `stands`: the row that the batch wrote is still the one that holds. Where nobody investigated before, nobody can again. */
export const mayPutBack = (
  what: What,
  file: File,
  was: { readonly stands: boolean; readonly before: string | null },
): Verdict =>
  allOf(
    ready(what, file),
    unless(was.stands, no('cases.batch-changed-since', { number: file.number })),
    unless(
      what === 'priority' || was.before !== null,
      no('cases.batch-nobody-before', { number: file.number }, 'cases.next-say-whose'),
    ),
  )

export const mayStillPutBack = (batch: {
  readonly undone_by: string | null
  readonly undoes: string | null
}): Verdict =>
  unless(
    batch.undone_by === null && batch.undoes === null,
    no('cases.batch-over', {}, 'cases.next-other-batch'),
  )

export const mayBeWhose = (what: What, whose: object | undefined): Verdict =>
  unless(what === 'priority' || whose !== undefined, no('cases.batch-whom', {}, 'cases.next-choose-whom'))
