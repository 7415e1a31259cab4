/** The net weight with its uncertainty, where it comes from, and what each limit in force says of it. */
import { query } from '#platform/define.ts'
import { Budget, UncertaintyBudget } from '../contract.ts'
import { offenceDay } from '../concluding.ts'
import { getSheet, testsOf } from '../store.ts'
import { amountOf, decisionsOf, inPounds } from '../weigh.ts'

export const uncertaintyBudget = query({
  name: 'results.uncertainty-budget',
  summary: 'Shows the net weight with its uncertainty and what each limit in force says of it.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'outside-reviewer'],
  input: UncertaintyBudget,
  output: Budget,
  async run(cx, input) {
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow({ may_see: sheet.may_see, root: sheet.root, sensitive: sheet.sensitive })
    const amount = await amountOf(cx, sheet.id, input.item, input.extrapolateTo)
    const substance = (await testsOf(cx, sheet.id, input.item)).findLast(
      (t) => t.points_to !== null,
    )?.points_to
    const decisions = substance
      ? await decisionsOf(cx, amount, substance, await offenceDay(cx, sheet.root))
      : []
    return {
      value: amount.stated.value,
      unit: amount.unit,
      uncertainty: amount.stated.uncertainty,
      k: amount.k,
      standardUncertainty: amount.standardUncertainty,
      effectiveDegreesOfFreedom: amount.effectiveDegreesOfFreedom,
      readings: amount.readings,
      pounds: await inPounds(cx, amount),
      contributions: amount.contributions.map((c) => ({ ...c })),
      decisions: decisions.map(({ limit, decision }) => ({
        limit: limit.id,
        limitValue: limit.value,
        unit: limit.unit,
        law: limit.law,
        clause: limit.clause ?? null,
        decision,
        says: cx.say(`results.decision-${decision}`, { limit: limit.value, unit: limit.unit }),
        unverified: limit.unverified && limit.confirmedBy === null,
      })),
    }
  },
})
