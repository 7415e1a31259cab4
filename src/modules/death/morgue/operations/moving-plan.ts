/** Answers which bodies must move if a unit fails, in which order, and where there is room. */
import { codesOf } from '#modules/catalogue/public.ts'
import { notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { MovingPlan, MovingPlanSeen } from '../contract.ts'
import { morgueHolding, openMorgue, planFor } from '../morgue.ts'
import { readers } from '../../roles.ts'

export const movingPlan = query({
  name: 'death.moving-plan',
  summary: 'Answers which bodies must move if a unit fails, in which order, and where there is room.',
  who: readers,
  input: MovingPlan,
  output: MovingPlanSeen,
  async run(cx, input) {
    cx.allow(null)
    const morgue = await morgueHolding(cx, input.unit, await codesOf(cx, 'morgue'))
    if (!morgue) throw notFound()
    return planFor(cx, await openMorgue(cx, morgue.code, morgue.data), input.unit)
  },
})
