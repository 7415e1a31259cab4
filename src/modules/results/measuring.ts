/** An amount that an instrument measured: its portions, the rule of the method's technique, and what the law of that day says of it. */
import { type StatutoryLimit, limitsFor } from '#modules/catalogue/public.ts'
import { methodVersion } from '#modules/quality/public.ts'
import { type MeasuredAmount, amountOfPortions } from '#formats/portions.ts'
import { type DecisionRule, decideAgainstLimit } from '#formats/uncertainty.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { Decision } from './weigh.ts'
import { portionsOf } from './store/portions.ts'
import type { Sheet } from './store.ts'

export interface Measured extends MeasuredAmount {
  readonly unit: string
  readonly k: string
  readonly least: string
  readonly portions: number
  readonly technique: string
}

/** Undefined where nothing of this substance was measured on the worksheet: it is then weighed, or not there. */
export async function measuredOf(
  cx: Cx,
  sheet: Pick<Sheet, 'id' | 'method_version'>,
  item: string,
  substance: string,
): Promise<Measured | undefined> {
  const portions = (await portionsOf(cx, sheet.id, item)).filter((p) => p.substance === substance)
  const [first] = portions
  if (!first) return undefined
  refuseUnless(
    unless(
      portions.every((p) => p.technique === first.technique && p.unit === first.unit),
      no('results.portions-mixed'),
    ),
  )
  const { techniques } = await methodVersion(cx, sheet.method_version)
  const rule = techniques
    .find((t) => t.key === first.technique)
    ?.measures?.find((m) => m.substance === substance)
  if (!rule)
    return refuseUnless(
      no('results.not-measured-so', { technique: first.technique }, 'results.next-other-method'),
    ) as never
  const amount = amountOfPortions(
    portions.map((p) => p.value),
    rule,
  )
  refuseUnless(amount.ok ? { ok: true } : amount)
  return {
    ...(amount as MeasuredAmount),
    unit: rule.unit,
    k: rule.k,
    least: rule.least,
    portions: portions.length,
    technique: first.technique,
  }
}

/** Each limit in the unit of the measurement that held on a day, decided with what the certificate would state. */
export async function measuredDecisions(
  cx: Cx,
  amount: Measured,
  substance: string,
  on: string,
): Promise<Decision[]> {
  const { value, uncertainty } = amount.stated
  return (await limitsFor(cx, substance, on)).flatMap((limit: StatutoryLimit) => {
    const { comparison } = limit
    if (limit.unit !== amount.unit || (comparison !== 'more-than' && comparison !== 'at-least')) return []
    const rule: DecisionRule =
      limit.rule === 'value-alone' ? 'simple' : 'not-above-unless-whole-interval-above'
    const decided = decideAgainstLimit({
      value,
      U: uncertainty,
      limit: limit.value,
      unit: limit.unit,
      rule,
      comparison,
    })
    refuseUnless(decided.ok ? { ok: true } : decided)
    return [{ limit, rule, decision: decided.ok ? decided.outcome : '' }]
  })
}
