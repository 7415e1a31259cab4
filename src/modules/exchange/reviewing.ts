/** Cases of older registers get the day on which somebody looks at them again, by the rule of retention that says one. */
import { ruleFor, rulesToday, type RetentionRuleRow } from '#modules/evidence/public.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { reviewOn } from './rules/reviews.ts'

/** The rules that say when an older case is looked at; asked once for a batch. */
export const reviewRules = async (cx: Cx): Promise<RetentionRuleRow[]> =>
  (await rulesToday(cx)).filter((r) => r.reviewDays !== undefined)

/** The row that seeds it, or undefined where no rule speaks of every offence of the case: such cases are listed. */
export function seedRow(
  cx: Cx,
  rules: readonly RetentionRuleRow[],
  of: { readonly root: string; readonly on: string | null; readonly offences: readonly string[] },
): CoveredRow | undefined {
  const unheard = {
    state: 'open',
    closedOn: null,
    offences: of.offences,
    outcome: null,
    outcomeOn: null,
    appealUntil: null,
    onlyTold: 0,
  }
  const rule = ruleFor([], unheard, rules)?.rule
  if (rule?.reviewDays === undefined) return undefined
  return {
    id: cx.newId(),
    root: of.root,
    kind: 'seeded',
    due_on: reviewOn(rule.reviewDays, of.on, dayOfInstant(cx.now)),
    rule: rule.code,
    words: null,
  }
}
