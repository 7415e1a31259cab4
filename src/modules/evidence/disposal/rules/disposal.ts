/** Rules of leaving for good: which retention rule holds, from when, what stands in the way, and who may say yes; pure. */
import { addDays } from '#kernel/calendar.ts'
import type { TextValues } from '#kernel/say.ts'
import { allOf, no, unless, yes, type Verdict } from '#kernel/verdict.ts'
import type { DisposalAction, DisposalState, RetentionRule } from '../contract/disposal.ts'
import { type Standing, ended } from '../../things/rules/standing.ts'

export interface Rule extends RetentionRule {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** How the case stands before the court. */
export interface CaseFacts {
  readonly state: string
  readonly closedOn: string | null
  readonly offences: readonly string[]
  /** Final, and told by prosecution or registry. */
  readonly outcome: string | null
  readonly outcomeOn: string | null
  readonly appealUntil: string | null
  /** Final outcomes that only others told. */
  readonly onlyTold: number
}
export interface Ruled {
  readonly rule: Rule
  /** Null where the clock has not begun, or where it never ends. */
  readonly dueOn: string | null
}

/** For each offence the rule that names most of it; of two as narrow, and among offences, the one that keeps longest: forgetting fails safe. */
export function ruleFor(classes: readonly string[], c: CaseFacts, rules: readonly Rule[]): Ruled | null {
  const offences = c.offences.length > 0 ? c.offences : [null]
  const found = offences.map((offence) => {
    const fit = rules.filter((r) => fits(r, classes, offence, c.outcome))
    const narrow = Math.max(...fit.map(narrowness))
    return fit.filter((r) => narrowness(r) === narrow).sort(keepsLonger)[0]
  })
  // An offence for which no rule speaks is not covered by the rule of another.
  if (found.some((r) => r === undefined)) return null
  const rule = (found as Rule[]).sort(keepsLonger)[0]
  if (!rule) return null
  const start = rule.from === 'outcome' ? c.outcomeOn : c.closedOn
  return { rule, dueOn: start !== null && rule.days !== null ? addDays(start, rule.days) : null }
}

function fits(r: Rule, classes: readonly string[], offence: string | null, outcome: string | null): boolean {
  const names = (list: readonly string[] | undefined, said: readonly (string | null)[]): boolean =>
    list === undefined || said.some((s) => s !== null && list.includes(s))
  // Before there is an outcome the rules of an outcome are looked at too: so that one reads what will hold.
  return (
    names(r.offences, [offence]) &&
    names(r.classes, classes) &&
    (outcome === null || names(r.outcomes, [outcome]))
  )
}
const narrowness = (r: Rule): number => (r.offences ? 4 : 0) + (r.classes ? 2 : 0) + (r.outcomes ? 1 : 0)
const lasting = (r: Rule): number => r.days ?? Number.POSITIVE_INFINITY
const keepsLonger = (a: Rule, b: Rule): number => lasting(b) - lasting(a) || a.code.localeCompare(b.code)

export interface Block {
  readonly code: string
  readonly values?: TextValues
}
export interface Hindrance {
  /** Holds of the thing and of its case that stand, but the one of birth, in words. */
  readonly holds: readonly string[]
  /** Findings that nobody explained, in words. */
  readonly doubts: readonly string[]
  /** The open proposal in which it is already. */
  readonly proposed: string | null
  /** The officer asked to keep it until then. */
  readonly keptUntil: string | null
  /** It is evidence in another case that is open. */
  readonly elsewhere?: boolean
}

/** Everything that stands in the way, each a sentence; nothing is left out because something else stands too. */
export function blocksOf(
  item: Pick<Standing, 'number' | 'state' | 'offered_to'>,
  c: CaseFacts,
  ruled: Ruled | null,
  h: Hindrance,
  today: string,
): Block[] {
  const out: Block[] = []
  const say = (code: string, values?: TextValues): void =>
    void out.push({ code: `evidence.block-${code}`, ...(values ? { values } : {}) })
  if (ended.includes(item.state))
    return [{ code: `evidence.is-${item.state}`, values: { number: item.number } }]
  if (['missing', 'in-transit', 'at-court'].includes(item.state)) say(item.state)
  if (item.offered_to) say('offered', { name: item.offered_to.name })
  if (c.state !== 'closed') say('case-open')
  if (h.elsewhere) say('other-case')
  for (const why of h.holds) say('hold', { why })
  for (const what of h.doubts) say('doubt', { what })
  if (!ruled) say('no-rule')
  else {
    if (ruled.rule.days === null || ruled.rule.actions.length === 0) say('keep', { rule: ruled.rule.name })
    if (ruled.rule.from === 'outcome' && c.outcome === null) say(c.onlyTold > 0 ? 'only-told' : 'no-outcome')
    else if (ruled.dueOn !== null && ruled.dueOn > today) say('not-due', { on: ruled.dueOn })
  }
  if (c.appealUntil !== null && c.appealUntil >= today) say('appeal-window', { on: c.appealUntil })
  if (h.keptUntil !== null && h.keptUntil >= today) say('kept', { on: h.keptUntil })
  if (h.proposed !== null) say('proposed', { number: h.proposed })
  return out
}

export const mayPropose = (
  action: DisposalAction,
  ruled: Ruled | null,
  number: string,
  why: readonly string[],
): Verdict =>
  allOf(
    unless(
      why.length === 0,
      no('evidence.disposal-blocked', { number, why: why.join(' ') }, 'evidence.next-clear-blocks'),
    ),
    unless(
      ruled?.rule.actions.includes(action) ?? false,
      no(
        'evidence.action-not-allowed',
        { number, rule: ruled?.rule.name ?? '' },
        'evidence.next-choose-action',
      ),
    ),
  )

/** What was meant to become of a thing does not bind; another action is proposed with words that say why. */
export function mayDiffer(
  meant: readonly { readonly number: string; readonly name: string; readonly action: string | null }[],
  action: DisposalAction,
  said: boolean,
): Verdict {
  const other = meant.find((m) => m.action !== null && m.action !== action)
  return unless(
    said || other === undefined,
    no(
      'evidence.other-than-intended',
      { number: other?.number ?? '', name: other?.name ?? '' },
      'evidence.next-say-why-other',
    ),
  )
}

/** Drugs, prohibited arms and what else a rule keeps from owners do not go to one without an approved proposal. */
export const mayGoToOwner = (number: string, ruled: Ruled | null): Verdict =>
  unless(
    ruled === null || ruled.rule.actions.includes('return-owner'),
    no('evidence.not-to-owner', { number, rule: ruled?.rule.name ?? '' }, 'evidence.next-to-agency'),
  )

export interface Proposal {
  readonly number: string
  readonly state: DisposalState
  readonly proposer: string | null
  readonly answerer: string | null
  readonly approvers: readonly string[]
  readonly orders: number
}

/** Whoever is asked is the officer of the case, a colleague of the formation, or the prosecution; never who proposed it. */
export function mayAnswerQuery(p: Proposal, me: string, asked: boolean): Verdict {
  return allOf(
    unless(p.state === 'asked', no('evidence.disposal-not-asked', { number: p.number })),
    unless(
      p.proposer !== me,
      no('evidence.disposal-own', { number: p.number }, 'evidence.next-another-person'),
    ),
    unless(
      asked,
      no('evidence.disposal-asked-of-officer', { number: p.number }, 'evidence.next-ask-officer'),
    ),
  )
}

/** Two approvers, each another person than whoever proposed it and whoever answered. */
export function mayApprove(p: Proposal, me: string, asks: { readonly order: boolean }): Verdict {
  return allOf(
    unless(
      p.state === 'agreed',
      no(
        p.state === 'asked' ? 'evidence.disposal-unanswered' : 'evidence.disposal-not-open',
        { number: p.number },
        ...(p.state === 'asked' ? (['evidence.next-ask-officer'] as const) : []),
      ),
    ),
    unless(
      p.proposer !== me && p.answerer !== me,
      no('evidence.disposal-own', { number: p.number }, 'evidence.next-another-person'),
    ),
    unless(
      !p.approvers.includes(me),
      no('evidence.approved-already', { number: p.number }, 'evidence.next-another-person'),
    ),
    unless(
      !asks.order || p.orders > 0,
      no('evidence.order-needed', { number: p.number }, 'evidence.next-attach-order'),
    ),
  )
}

export const mayEnd = (p: Proposal): Verdict =>
  unless(
    ['asked', 'agreed', 'approved'].includes(p.state),
    no('evidence.disposal-not-open', { number: p.number }),
  )

export const mayAttachOrder = (p: Proposal): Verdict =>
  unless(['asked', 'agreed'].includes(p.state), no('evidence.disposal-not-open', { number: p.number }))

/** What is done is what was approved: this action, these things, before as many witnesses as the rule asks. */
export function mayCarryOut(
  p: Proposal & { readonly action: DisposalAction },
  doing: { readonly destroys: boolean; readonly witnesses: number; readonly photographs: number },
  rule: Pick<RetentionRule, 'witnesses' | 'photographs'>,
): Verdict {
  const returns = p.action === 'return-owner' || p.action === 'return-agency'
  return allOf(
    unless(
      p.state === 'approved',
      no('evidence.disposal-not-approved', { number: p.number }, 'evidence.next-two-approve'),
    ),
    unless(doing.destroys !== returns, no('evidence.other-action', { number: p.number })),
    doing.destroys
      ? allOf(
          unless(
            doing.witnesses >= rule.witnesses,
            no('evidence.too-few-witnesses', { n: rule.witnesses }, 'evidence.next-witness'),
          ),
          unless(
            !rule.photographs || doing.photographs > 0,
            no('evidence.photograph-needed', {}, 'evidence.next-photograph'),
          ),
        )
      : yes,
  )
}
