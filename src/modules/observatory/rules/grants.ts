/** Sums of a grant, exact, and how far an indicator has come from its baseline to its target. */
import { exact } from '#kernel/quantity.ts'
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { BudgetLine, GrantIndicator, Spent } from '../contract/grants.ts'

interface Entry {
  readonly line: string
  readonly amount: string
  readonly spent_on: string
}
const sum = (entries: readonly Entry[]): string =>
  entries.reduce((all, e) => all.plus(exact(e.amount)), exact('0')).toFixed(2)

/** By line, in the order of the budget; what was entered of a line that the budget lost stands at the end with a budget of nothing. */
export function spentOf(
  lines: readonly BudgetLine[],
  entries: readonly Entry[],
  within: (on: string) => boolean,
): Spent[] {
  const lost = [...new Set(entries.map((e) => e.line))].filter((code) => !lines.some((l) => l.code === code))
  return [...lines, ...lost.map((code) => ({ code, name: code, amount: '0' }))].map((l) => {
    const own = entries.filter((e) => e.line === l.code)
    const total = sum(own)
    const budget = exact(l.amount)
    return {
      code: l.code,
      name: l.name,
      budget: budget.toFixed(2),
      period: sum(own.filter((e) => within(e.spent_on))),
      total,
      left: budget.minus(exact(total)).toFixed(2),
      share: budget.isZero() ? null : exact(total).times(100).dividedBy(budget).toFixed(1),
    }
  })
}
export const totalOf = (rows: readonly Spent[], of: 'budget' | 'period' | 'total' | 'left'): string =>
  rows.reduce((all, r) => all.plus(exact(r[of])), exact('0')).toFixed(2)

/** The way from baseline to target that was gone, per cent; a target below the baseline is one of reduction. */
export function wayGone(baseline: string | null, target: string, now: string | null): string | null {
  if (baseline === null || now === null) return null
  const whole = exact(target).minus(exact(baseline))
  return whole.isZero() ? null : exact(now).minus(exact(baseline)).times(100).dividedBy(whole).toFixed(0)
}
export interface GrantYear {
  readonly per: 'year' | 'quarter'
  /** The month in which a year of the grant begins; 1 is the calendar's. */
  readonly begins: number
}
/** A year of a grant, or a quarter of one, as the months that it has; a calendar year has none named and is asked as a year. */
export interface Spell {
  readonly label: string
  /** The year in which it begins. */
  readonly year: string
  readonly months: readonly string[] | null
}
const monthsFrom = (year: number, month: number, many: number): string[] =>
  Array.from({ length: many }, (_, i) => {
    const at = month - 1 + i
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
/** 2026, or 2026/27 where it does not begin with January. */
export const yearOf = (year: string, { begins }: GrantYear): Spell =>
  begins === 1
    ? { label: year, year, months: null }
    : {
        label: `${year}/${String((Number(year) + 1) % 100).padStart(2, '0')}`,
        year,
        months: monthsFrom(Number(year), begins, 12),
      }
/** Each year of the grant that the period touches, its quarters before it where they are asked: of the last year is said what holds now. */
export function spellsOf(terms: GrantYear, from: string, until: string): Spell[] {
  const first = (day: string): number =>
    Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < terms.begins ? 1 : 0)
  const touches = (months: readonly string[]): boolean =>
    (months[0] ?? '') <= until.slice(0, 7) && (months.at(-1) ?? '') >= from.slice(0, 7)
  return Array.from({ length: first(until) - first(from) + 1 }, (_, i) => first(from) + i).flatMap((y) => {
    const year = yearOf(String(y), terms)
    const quarters = [0, 1, 2, 3].map((q) => ({
      label: `${year.label} Q${q + 1}`,
      year: String(y),
      months: monthsFrom(y, terms.begins + 3 * q, 3),
    }))
    return [...(terms.per === 'quarter' ? quarters.filter((q) => touches(q.months)) : []), year]
  })
}

export const linesOnce = (lines: readonly BudgetLine[], indicators: readonly GrantIndicator[]): Verdict =>
  allOf(
    unless(new Set(lines.map((l) => l.code)).size === lines.length, no('observatory.grant-line-twice')),
    unless(
      new Set(indicators.map((i) => i.indicator)).size === indicators.length,
      no('observatory.grant-indicator-twice'),
    ),
  )
export const maySpend = (
  g: { agreement: string; lines: readonly BudgetLine[]; from_on: string; until_on: string },
  e: { line: string; on: string },
  today: string,
): Verdict =>
  allOf(
    unless(
      g.lines.some((l) => l.code === e.line),
      no(
        'observatory.grant-no-line',
        { agreement: g.agreement, line: e.line },
        'observatory.next-amend-grant',
      ),
    ),
    unless(
      e.on >= g.from_on && e.on <= g.until_on,
      no('observatory.grant-outside', { agreement: g.agreement, on: e.on }, 'observatory.next-amend-grant'),
    ),
    unless(e.on <= today, no('observatory.grant-not-yet', { on: e.on })),
  )
interface Made {
  readonly state: 'made' | 'approved' | 'returned'
  readonly recorded_by: string | null
}
/** Two people, as of everything that leaves: who made a report does not let it go. */
export const mayDecideReport = (r: Made, person: string): Verdict =>
  allOf(
    unless(
      r.state === 'made',
      no('observatory.grant-decided', { state: r.state }, 'observatory.next-report-anew'),
    ),
    unless(
      r.recorded_by !== person,
      no('observatory.grant-own-report', {}, 'observatory.next-another-approves'),
    ),
  )
export const mayReport = (
  g: { agreement: string; from_on: string; until_on: string },
  r: { from: string; until: string },
  today: string,
): Verdict =>
  allOf(
    unless(
      r.from >= g.from_on && r.until <= g.until_on,
      no('observatory.grant-report-outside', { agreement: g.agreement, from: g.from_on, until: g.until_on }),
    ),
    unless(r.until <= today, no('observatory.grant-not-yet', { on: r.until })),
  )
