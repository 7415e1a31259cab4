/** Rules of one word changed on many exhibits: what is over or says so already stands aside; what was changed since is not put back; pure. */
import { allOf, no, unless, type Verdict } from '#kernel/verdict.ts'
import { type Standing, stillHere } from './standing.ts'

export function mayChangeTo(item: Standing, now: string | null, code: string): Verdict {
  return allOf(stillHere(item), unless(now !== code, no('evidence.already-so', { number: item.number })))
}

/** `set` is what the batch wrote: where somebody has said something else since, that stands. A kind is never taken away. */
export function mayPutBack(
  item: Standing,
  now: string | null,
  was: { readonly what: string; readonly set: string; readonly before: string | null },
): Verdict {
  return allOf(
    stillHere(item),
    unless(now === was.set, no('evidence.changed-since', { number: item.number })),
    unless(
      was.what !== 'type' || was.before !== null,
      no('evidence.had-no-kind', { number: item.number }, 'evidence.next-say-kind'),
    ),
  )
}
