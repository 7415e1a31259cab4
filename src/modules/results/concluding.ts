/** What a conclusion says and rests on: the scheme, the sample, the amount and the law of that day, worked out and never typed. */
import { codeOf, limitsFor, ownWords } from '#modules/catalogue/public.ts'
import { caseCard } from '#modules/cases/public.ts'
import { positivesShownBy } from '#formats/sampling.ts'
import { dayOfInstant, latestDayOf } from '#kernel/calendar.ts'
import type { Json } from '#kernel/canonical.ts'
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import type { RecordConclusion } from './contract.ts'
import { mayConcludeNegative, mayConcludePresumptive, mayIdentify } from './rules.ts'
import { type SamplingRow, type Sheet, dirtyBlanks, samplingsOf, testsOf } from './store.ts'
import { type Measured, measuredDecisions, measuredOf } from './measuring.ts'
import { amountOf, decidingOf, decisionsOf, inPounds } from './weigh.ts'

type Input = z.output<typeof RecordConclusion>
export interface Concluded {
  readonly value?: string
  readonly unit?: string
  readonly uncertainty?: string
  readonly k?: string
  readonly budget?: Json
  readonly decision?: string
  readonly limit?: string
  readonly limitRule?: string
  readonly basis: Json
  readonly statement: string
  readonly values: Record<string, string | number>
}

/** With the laboratory's own words where it has some for this sentence: they stay with the result. */
export async function concluded(cx: Cx, sheet: Sheet, input: Input): Promise<Concluded> {
  const done =
    input.kind === 'quantity' ? await quantity(cx, sheet, input) : await qualitative(cx, sheet, input)
  return { ...done, values: { ...done.values, ...(await ownWords(cx, done.statement, done.values)) } }
}

export const conclusionRow = (id: string, sheet: Sheet, input: Input, done: Concluded): CoveredRow => ({
  id,
  root: sheet.root,
  worksheet: sheet.id,
  request: sheet.request,
  item: input.item,
  kind: input.kind,
  substance: input.substance ?? null,
  value: done.value ?? null,
  unit: done.unit ?? null,
  uncertainty: done.uncertainty ?? null,
  k: done.k ?? null,
  budget: done.budget ?? null,
  decision: done.decision ?? null,
  statutory_limit: done.limit ?? null,
  limit_rule: done.limitRule ?? null,
  basis: done.basis,
  statement: done.statement,
  statement_values: done.values,
  corrects: input.corrects ?? null,
})

async function qualitative(cx: Cx, sheet: Sheet, input: Input): Promise<Concluded> {
  const tests = await testsOf(cx, sheet.id, input.item)
  const basis = tests
    .filter((t) => !t.set_aside)
    .map((t) => ({
      test: t.id,
      technique: t.technique,
      category: t.category,
      principle: t.principle,
      outcome: t.outcome,
      sampling: t.sampling_no,
      pointsTo: t.points_to,
      confirmed: t.confirmed,
    })) as Json
  if (input.kind === 'negative') {
    refuseUnless(mayConcludeNegative(tests))
    return { basis, statement: 'results.statement-negative', values: {} }
  }
  const drug = await codeOf(cx, 'drug', input.substance as string)
  const names = { en: drug.en, es: drug.es }
  if (input.kind === 'presumptive') {
    refuseUnless(mayConcludePresumptive(input.substance, tests))
    return { basis, statement: 'results.statement-presumptive', values: names }
  }
  refuseUnless(mayIdentify(input.substance as string, tests, await dirtyBlanks(cx, sheet.id)))
  const plan = (await samplingsOf(cx, sheet.id)).findLast((s) => s.item === input.item)
  return {
    basis,
    statement: plan ? 'results.statement-identity-sampled' : 'results.statement-identity',
    values: plan ? { ...names, ...ofTheWhole(plan, input.unitsPositive) } : names,
  }
}

/** From the units that were examined to all of them: the claim that the sample carries, by the same law as its plan. */
function ofTheWhole(plan: SamplingRow, positive: number | undefined): Record<string, string | number> {
  if (positive === undefined)
    throw new Refusal('conflict', 'results.units-positive-missing', {
      values: { examined: plan.sample_size },
      next: 'results.next-count-units',
    })
  const shown = positivesShownBy({
    population: plan.population,
    examined: plan.sample_size,
    negatives: plan.sample_size - positive,
    confidence: plan.confidence,
  })
  if (!shown.ok) return refuseUnless(shown) as never
  return {
    examined: plan.sample_size,
    all: plan.sample_size === plan.population ? 'yes' : 'no',
    positive,
    population: plan.population,
    atLeast: shown.atLeastPositive,
    confidence: Number(plan.confidence) * 100,
  }
}

async function quantity(cx: Cx, sheet: Sheet, input: Input): Promise<Concluded> {
  const substance = input.substance as string
  await codeOf(cx, 'drug', substance)
  if (input.extrapolateTo !== undefined)
    refuseUnless(
      unless(
        (await samplingsOf(cx, sheet.id)).findLast((s) => s.item === input.item)?.population ===
          input.extrapolateTo,
        no('results.whole-not-planned', { n: input.extrapolateTo }, 'results.next-plan-sampling'),
      ),
    )
  const on = await offenceDay(cx, sheet.root)
  const measured = await measuredOf(cx, sheet, input.item, substance)
  if (measured) return measuredConclusion(cx, measured, { substance, on, limit: input.limit })
  const amount = await amountOf(cx, sheet.id, input.item, input.extrapolateTo)
  const decisions = await decisionsOf(cx, amount, substance, on)
  const chosen =
    input.limit === undefined ? decidingOf(decisions) : decisions.find((d) => d.limit.id === input.limit)
  refuseUnless(
    unless(input.limit === undefined || chosen !== undefined, no('results.limit-not-in-force', { on })),
  )
  const stated = amount.stated
  const values = {
    value: stated.value,
    uncertainty: stated.uncertainty,
    unit: stated.unit,
    k: stated.k,
    pounds: await inPounds(cx, amount),
    readings: amount.readings,
    ...(chosen ? { limit: chosen.limit.value, limitUnit: chosen.limit.unit, law: chosen.limit.law } : {}),
  }
  return {
    value: stated.value,
    unit: stated.unit,
    uncertainty: stated.uncertainty,
    k: stated.k,
    budget: { ...amount, ok: true } as unknown as Json,
    ...(chosen ? { decision: chosen.decision, limit: chosen.limit.id, limitRule: chosen.rule } : {}),
    basis: { on, limits: (await limitsFor(cx, substance, on)).map((l) => l.id) },
    values,
    statement: chosen ? `results.statement-quantity-${chosen.decision}` : 'results.statement-quantity',
  }
}

/** What was measured in portions: a concentration, or that there is less than the method measures. */
async function measuredConclusion(
  cx: Cx,
  amount: Measured,
  of: { substance: string; on: string; limit: string | undefined },
): Promise<Concluded> {
  const drug = await codeOf(cx, 'drug', of.substance)
  const names = { en: drug.en, es: drug.es }
  const basis = { on: of.on, technique: amount.technique, portions: amount.portions } as Json
  if (amount.below)
    return {
      basis,
      statement: 'results.statement-below-least',
      values: { ...names, least: amount.least, unit: amount.unit },
    }
  const decisions = await measuredDecisions(cx, amount, of.substance, of.on)
  const chosen =
    of.limit === undefined ? decidingOf(decisions) : decisions.find((d) => d.limit.id === of.limit)
  refuseUnless(
    unless(of.limit === undefined || chosen !== undefined, no('results.limit-not-in-force', { on: of.on })),
  )
  const { value, uncertainty } = amount.stated
  return {
    value,
    unit: amount.unit,
    uncertainty,
    k: amount.k,
    basis,
    ...(chosen ? { decision: chosen.decision, limit: chosen.limit.id, limitRule: chosen.rule } : {}),
    values: {
      ...names,
      value,
      uncertainty,
      unit: amount.unit,
      k: amount.k,
      portions: amount.portions,
      ...(chosen ? { limit: chosen.limit.value, limitUnit: chosen.limit.unit, law: chosen.limit.law } : {}),
    },
    statement: chosen ? `results.statement-measured-${chosen.decision}` : 'results.statement-measured',
  }
}

/** The law of the day of the offence; where that day is not known whole, the latest day that it can be; where it is not known, today. */
export async function offenceDay(cx: Cx, root: string): Promise<string> {
  const { incident } = await caseCard(cx, root)
  return incident?.on ? latestDayOf(incident.on) : dayOfInstant(cx.now)
}
