/** Pure rules of changes: two people, once, and only what was compared. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

interface Proposed {
  readonly by_id: string | null
  readonly state: string
}

const stillOpen = (change: Proposed): Verdict =>
  unless(change.state === 'proposed', no('catalogue.change-decided'))

export const mayApprove = (change: Proposed, me: string): Verdict =>
  allOf(
    stillOpen(change),
    unless(change.by_id !== me, no('catalogue.change-own', {}, 'catalogue.next-another')),
  )
/** Whoever proposed it takes it back by the same act. */
export const mayDecline = (change: Proposed): Verdict => stillOpen(change)

/** A place of a store is there from the moment that it is approved: no other day can be promised for it. */
export const mayWaitUntil = (places: boolean, from: string, today: string): Verdict =>
  unless(!places || from <= today, no('catalogue.place-holds-at-once', {}, 'catalogue.next-today'))

/** Each thing still stands in the version that the change was drawn up against. */
export function stillStands(
  base: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): Verdict {
  const moved = Object.keys({ ...base, ...now }).find((key) => base[key] !== now[key])
  return unless(
    moved === undefined,
    no('catalogue.changed-meanwhile', { what: moved ?? '' }, 'catalogue.next-propose-again'),
  )
}
