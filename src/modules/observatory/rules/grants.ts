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
/** Each calendar year that the period touches: indicators are of years. */
export const yearsOf = (from: string, until: string): string[] =>
  Array.from({ length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, i) =>
    String(Number(from.slice(0, 4)) + i),
  )

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
