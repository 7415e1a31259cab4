/** From the readings on a worksheet to an amount with its uncertainty, and what the law says of it. */
import { limitsFor, type StatutoryLimit } from '#modules/catalogue/public.ts'
import { equipmentOf } from '#modules/quality/public.ts'
import { type WeighingResult, decideAgainstLimit, weighingUncertainty } from '#formats/uncertainty.ts'
import { convert, exact, pounds } from '#kernel/quantity.ts'
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { weighingsOf } from './store.ts'

export interface Decision {
  readonly limit: StatutoryLimit
  readonly decision: string
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
  const { uncertainty, name } = await equipmentOf(cx, first.equipment)
  if (!uncertainty)
    throw new Refusal('conflict', 'results.balance-without-uncertainty', {
      values: { name },
      next: 'results.next-calibrate',
    })
  // The certificate states an expanded uncertainty; GUM 5.1 works with the standard one.
  const standard = convert({ value: uncertainty.value, unit: uncertainty.unit }, first.unit)
    .dividedBy(exact(uncertainty.k))
    .toDecimalPlaces(12, 0)
    .toFixed()
  const amount = weighingUncertainty({
    parcels: weighings.map((w) => ({ gross: w.gross, tare: w.tare })),
    unit: first.unit,
    balance: { standardUncertainty: standard, readings: 'common' },
    ...(extrapolateTo ? { extrapolateTo } : {}),
  })
  refuseUnless(amount.ok ? { ok: true } : amount)
  return amount as WeighingResult
}

/** Each limit that held on the day of the offence, decided by its own rule with what the certificate would state. */
export async function decisionsOf(
  cx: Cx,
  amount: WeighingResult,
  substance: string,
  on: string,
): Promise<Decision[]> {
  const limits = await limitsFor(cx, substance, on)
  return limits.map((limit) => {
    const value = convert({ value: amount.stated.value, unit: amount.unit }, limit.unit).toFixed()
    const U = convert({ value: amount.stated.uncertainty, unit: amount.unit }, limit.unit).toFixed()
    const decided = decideAgainstLimit({
      value,
      U,
      limit: limit.value,
      unit: limit.unit,
      rule: 'not-above-unless-whole-interval-above',
    })
    refuseUnless(decided.ok ? { ok: true } : decided)
    return { limit, decision: decided.ok ? decided.outcome : '' }
  })
}

export const inPounds = (amount: WeighingResult): string =>
  pounds({ value: amount.stated.value, unit: amount.unit })
