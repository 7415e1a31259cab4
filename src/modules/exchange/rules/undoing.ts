/** Whether an import may be undone: only whole, only by who brought it or with a second person, only while nothing was built on it. Pure. */
import { type Verdict, no, yes } from '#kernel/verdict.ts'

export interface Undoing {
  readonly kind: 'cases' | 'deaths'
  readonly dry_run: boolean
  readonly done: boolean
  readonly undone: boolean
  /** When its last rows came, of one that has no receipt. */
  readonly last_at: string
  readonly recorded_by: string | null
}
const HOUR = 3_600_000
/** So many cases are withdrawn in one act. */
export const MOST_UNDONE = 50_000

/** What can be told without looking at the cases: the button is greyed by it. An import that has been silent for an hour was cut off. */
export function mayUndo(of: Undoing, now: string): Verdict {
  if (of.undone) return no('exchange.import-undone', {}, 'exchange.next-import-again')
  if (of.dry_run) return no('exchange.undo-dry-run')
  if (of.kind === 'deaths') return no('exchange.undo-deaths', {}, 'exchange.next-undo-deaths')
  if (!of.done && Date.parse(now) - Date.parse(of.last_at) < HOUR)
    return no('exchange.undo-running', {}, 'exchange.next-undo-running')
  return yes
}

/** Who brought it does it alone; for them an administrator or the director does it, and a second person consents. */
export function mayUndoFor(of: Undoing, person: string, directs: boolean, second: boolean): Verdict {
  if (of.recorded_by === person) return yes
  if (!directs) return no('exchange.undo-not-yours', {}, 'exchange.next-undo-ask')
  return second ? yes : no('exchange.undo-needs-second', {}, 'exchange.next-undo-second')
}

interface Built {
  readonly root: string
  readonly number: string | null
  readonly action: string
  readonly times: number
}
const SHOWN = 5

/** Refused with what was built, in words: the first cases with the acts on each, then how many more. Cases that the reader may not see are only counted. */
export function mayBeWithdrawn(built: readonly Built[], title: (action: string) => string): Verdict {
  if (built.length === 0) return yes
  const cases = Map.groupBy(built, (b) => b.root)
  const seen = [...cases.values()].filter(([first]) => first?.number !== null).slice(0, SHOWN)
  const list = seen
    .map(
      (acts) =>
        `${acts[0]?.number ?? ''} (${acts.map((a) => title(a.action) + (a.times > 1 ? ` × ${a.times}` : '')).join(', ')})`,
    )
    .join('; ')
  return no(
    'exchange.undo-built-on',
    { count: cases.size, list, listed: seen.length, more: cases.size - seen.length },
    'exchange.next-undo-built-on',
  )
}
