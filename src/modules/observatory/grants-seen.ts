/** Grants as they are shown: what is left of each, by its lines. */
import type { GrantLine } from './contract/grants.ts'
import { spentOf, totalOf } from './rules/grants.ts'
import type { GrantRow, SpentRow } from './store/grants.ts'

export function grantLine(g: GrantRow, spending: readonly SpentRow[]): GrantLine {
  const lines = spentOf(
    g.lines,
    spending.filter((s) => s.award === g.id && !s.corrected),
    () => true,
  )
  return {
    id: g.id,
    donor: g.donor,
    agreement: g.agreement,
    title: g.title,
    from: g.from_on,
    until: g.until_on,
    currency: g.currency,
    budget: totalOf(lines, 'budget'),
    spent: totalOf(lines, 'total'),
    reports: g.reports,
  }
}
