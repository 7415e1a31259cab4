/** From the readings on a worksheet to an amount with its uncertainty, and what the law says of it. */
import { codesOf, limitsFor, type StatutoryLimit } from '#modules/catalogue/public.ts'
import { equipmentUncertainty } from '#modules/quality/public.ts'
import {
  type DecisionRule,
  type WeighingResult,
  decideAgainstLimit,
  weighingUncertainty,
} from '#formats/uncertainty.ts'
import { convert, isMass, pounds } from '#kernel/quantity.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { weighingsOf } from './store.ts'

export interface Decision {
  readonly limit: StatutoryLimit
  readonly decision: string
  readonly rule: DecisionRule
}

/** Sum of the net weights on this worksheet; refused where nothing was weighed or two balances or units are mixed. */
export async function amountOf(
  cx: Cx,
  worksheet: string,
  item: string,
  extrapolateTo?: number,
): Promise<WeighingResult> {
  const weighings = await weighingsOf(cx, worksheet, item)
  refuseUnless(unless(weighings.length > 0, no('results.nothing-weighed', {}, 'results.next-weigh')))
  const [first] = weighings as [(typeof weighings)[0], ...typeof weighings]
  refuseUnless(
    unless(
      weighings.every((w) => w.unit === first.unit),
      no('results.units-mixed'),
    ),
  )
  refuseUnless(
    unless(
      weighings.every((w) => w.equipment === first.equipment),
      no('results.balances-mixed'),
    ),
  )
  // One calibration error sits in every reading of the balance: the cautious choice adds it plainly.
  const balance = await equipmentUncertainty(cx, first.equipment, first.unit)
  const amount = weighingUncertainty({
    parcels: weighings.map((w) => ({ gross: w.gross, tare: w.tare })),
    unit: first.unit,
    balance: { ...balance, readings: 'common' },
    ...(extrapolateTo ? { extrapolateTo } : {}),
  })
  refuseUnless(amount.ok ? { ok: true } : amount)
  return amount as WeighingResult
}

/** The limit that decides: the highest that is passed; where none is, the lowest. */
export const decidingOf = (decisions: readonly Decision[]): Decision | undefined =>
  decisions.findLast((d) => d.decision === 'above') ?? decisions[0]

/** Each limit of weight that held on the day of the offence, decided by its own rule with what the certificate would state. */
export async function decisionsOf(
  cx: Cx,
  amount: WeighingResult,
  substance: string,
  on: string,
): Promise<Decision[]> {
  const limits = (await limitsFor(cx, substance, on)).filter((l) => isMass(l.unit))
  return limits.flatMap((limit) => {
    const { comparison } = limit
    // A quantity that the law wants to be small is no threshold of a seizure.
    if (comparison !== 'more-than' && comparison !== 'at-least') return []
    const rule: DecisionRule =
      limit.rule === 'value-alone' ? 'simple' : 'not-above-unless-whole-interval-above'
    const value = convert({ value: amount.stated.value, unit: amount.unit }, limit.unit).toFixed()
    const U = convert({ value: amount.stated.uncertainty, unit: amount.unit }, limit.unit).toFixed()
    const decided = decideAgainstLimit({
      value,
      U,
      limit: limit.value,
      unit: limit.unit,
      rule,
      comparison,
    })
    refuseUnless(decided.ok ? { ok: true } : decided)
    return { limit, rule, decision: decided.ok ? decided.outcome : '' }
  })
}

/** Where the laboratory writes them beside grams (list `paper-rule`, code `pounds`); else `none`. */
export const inPounds = async (cx: Cx, amount: WeighingResult): Promise<string> =>
  (await codesOf(cx, 'paper-rule')).some((rule) => rule.code === 'pounds')
    ? pounds({ value: amount.stated.value, unit: amount.unit })
    : 'none'
