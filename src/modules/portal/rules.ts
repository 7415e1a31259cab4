/** How a case stands, in the words of somebody who waits for it; pure. */
import { no, unless, type Verdict } from '#kernel/verdict.ts'
import type { TextValues } from '#kernel/say.ts'
import type { Stage } from './contract.ts'

export interface RequestFacts {
  readonly section: string
  readonly state: string
  readonly waiting: boolean
  readonly assignee: string | null
  readonly due_on: string | null
}
export interface CaseFacts {
  readonly state: 'open' | 'closed'
  readonly items: number
  readonly requests: readonly RequestFacts[]
  /** Certificates in force, newest first. */
  readonly issued: readonly { readonly number: string; readonly at: string }[]
}
export interface Standing {
  readonly stage: Stage
  readonly key: string
  readonly values: TextValues
  readonly dueOn: string | null
}

const over = new Set(['completed', 'declined', 'withdrawn'])
export const isOpen = (r: Pick<RequestFacts, 'state'>): boolean => !over.has(r.state)

/** One request: who has it, and what it waits for. */
export function standingOfRequest(r: RequestFacts): Standing {
  const at = { values: { section: r.section, name: r.assignee ?? '' }, dueOn: isOpen(r) ? r.due_on : null }
  if (r.state === 'completed') return { ...at, stage: 'ready', key: 'portal.says-answered' }
  if (!isOpen(r)) return { ...at, stage: 'closed', key: `portal.says-${r.state}` }
  if (r.waiting) return { ...at, stage: 'waits', key: 'portal.says-waits' }
  if (r.state === 'asked') return { ...at, stage: 'asked', key: 'portal.says-asked' }
  if (r.state === 'accepted') return { ...at, stage: 'asked', key: 'portal.says-accepted' }
  return { ...at, stage: 'in-examination', key: 'portal.says-has-it' }
}

const order: readonly Stage[] = ['waits', 'in-examination', 'asked']

/** The whole case by what is furthest from an answer: what waits is said before what goes on. */
export function standingOf(c: CaseFacts): Standing {
  const none = { values: {}, dueOn: null }
  if (c.state === 'closed') return { ...none, stage: 'closed', key: 'portal.says-closed' }
  const open = c.requests.filter(isOpen).map(standingOfRequest)
  for (const stage of order) {
    const here = open.filter((s) => s.stage === stage)
    const first = here.toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))[0]
    if (first) return first
  }
  const paper = c.issued[0]
  if (paper) return { ...none, stage: 'ready', key: 'portal.says-ready', values: { number: paper.number } }
  return c.items > 0
    ? { ...none, stage: 'received', key: 'portal.says-received', values: { n: c.items } }
    : { ...none, stage: 'opened', key: 'portal.says-opened' }
}

export const isLate = (dueOn: string | null, today: string): boolean => dueOn !== null && dueOn < today

/** Whoever is asked answers; who asked may add to it. */
export const mayAnswer = (
  q: { readonly to_side: string; readonly recorded_by: string | null },
  side: string,
  me: string,
): Verdict =>
  unless(
    q.to_side === side || q.recorded_by === me,
    no('portal.not-asked-you', {}, 'portal.next-ask-yourself'),
  )

interface HelpFacts {
  readonly kind: 'help' | 'complaint'
  readonly outcome: string | null
  readonly recorded_by: string | null
  readonly involved: boolean
}
/** Whoever is asked answers, and who asked may add to it, until it is closed. */
export function mayAnswerHelp(h: HelpFacts, side: string, me: string): Verdict {
  if (h.outcome !== null) return no('portal.help-is-closed', {}, 'portal.next-ask-anew')
  return unless(
    side === 'service' || h.recorded_by === me,
    no('portal.not-asked-you', {}, 'portal.next-ask-yourself'),
  )
}

const decides: ReadonlySet<string> = new Set(['upheld', 'partly-upheld', 'not-upheld'])
/**
 * Help ends answered or taken back; a complaint is decided by somebody who had no hand in what is complained of (ISO/IEC 17025:2017, 7.9.6),
 * or taken back by who complained.
 */
export function mayCloseHelp(h: HelpFacts, me: string, outcome: string): Verdict {
  if (h.outcome !== null) return no('portal.help-is-closed', {}, 'portal.next-ask-anew')
  const mine = h.recorded_by === me
  if (outcome === 'withdrawn')
    return unless(mine, no('portal.only-who-asked', {}, 'portal.next-close-answered'))
  if (h.kind === 'help')
    return unless(outcome === 'answered', no('portal.help-has-no-decision', {}, 'portal.next-close-answered'))
  if (!decides.has(outcome)) return no('portal.complaint-needs-decision', {}, 'portal.next-decide')
  if (mine) return no('portal.not-own-complaint', {}, 'portal.next-another-decides')
  return unless(!h.involved, no('portal.had-a-hand', {}, 'portal.next-another-decides'))
}
