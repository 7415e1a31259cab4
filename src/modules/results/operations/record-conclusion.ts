/** The analyst concludes: the scheme, the amount and the law of that day are worked out here, never typed. */
import { codeOf, limitsFor } from '#modules/catalogue/public.ts'
import { caseCard, noteProgress } from '#modules/cases/public.ts'
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import type { z } from 'zod'
import { ConclusionDone, RecordConclusion } from '../contract.ts'
import { mustBeOnRequest } from '../items.ts'
import { mayConcludeNegative, mayConcludePresumptive, mayIdentify, mayWrite } from '../rules.ts'
import { type Sheet, conclusionsOf, getSheet, standNow, testsOf } from '../store.ts'
import { inLanguage } from '../statements.ts'
import { amountOf, decisionsOf, inPounds } from '../weigh.ts'

type Input = z.output<typeof RecordConclusion>
interface Concluded {
  value?: string
  unit?: string
  uncertainty?: string
  k?: string
  budget?: Json
  decision?: string
  limit?: string
  limitRule?: string
  basis: Json
  statement: string
  values: Record<string, string | number>
}

export const recordConclusion = command({
  name: 'results.record-conclusion',
  summary: 'The analyst concludes; scheme, amount and limit are worked out, not typed.',
  who: ['analyst', 'section-head'],
  input: RecordConclusion,
  output: ConclusionDone,
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(mayWrite(sheet, cx.actor.id))
    await mustBeOnRequest(cx, sheet, input.item)
    refuseUnless(
      unless(input.kind === 'negative' || input.substance !== undefined, no('results.substance-missing')),
    )
    await mustCorrectByName(cx, sheet, input)
    const done =
      input.kind === 'quantity' ? await quantity(cx, sheet, input) : await qualitative(cx, sheet, input)

    const id = input.id ?? cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: {
        conclusion: id,
        item: input.item,
        kind: input.kind,
        ...(input.substance ? { substance: input.substance } : {}),
        ...(done.value ? { value: done.value, uncertainty: done.uncertainty, unit: done.unit } : {}),
        ...(done.decision ? { decision: done.decision } : {}),
        ...(input.corrects ? { corrects: input.corrects } : {}),
      },
      rows: {
        'results.conclusion': [
          {
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
          },
        ],
      },
    })
    await standNow(cx, sheet, 'concluded')
    await noteProgress(cx, sheet.root, {
      subject,
      kind: 'result',
      state: 'open',
      text: 'results.progress-waits-for-review',
      values: { number: sheet.number },
    })
    return {
      id,
      kind: input.kind,
      says: inLanguage(cx, { statement: done.statement, statement_values: done.values }),
      value: done.value ?? null,
      uncertainty: done.uncertainty ?? null,
      unit: done.unit ?? null,
      decision: done.decision ?? null,
    }
  },
})

/** One standing conclusion of a kind per item: another must name the one that it replaces, and why. */
async function mustCorrectByName(cx: Cx, sheet: Sheet, input: Input): Promise<void> {
  const stands = (await conclusionsOf(cx, sheet.id)).find(
    (c) => c.item === input.item && (c.kind === 'quantity') === (input.kind === 'quantity'),
  )
  refuseUnless(
    unless(
      stands === undefined || input.corrects === stands.id,
      no('results.concluded-already', {}, 'results.next-correct-result'),
    ),
  )
  refuseUnless(
    unless(
      input.corrects === undefined || (stands?.id === input.corrects && cx.reason !== null),
      no(cx.reason === null ? 'reason-required' : 'results.nothing-to-correct-here'),
    ),
  )
}

async function qualitative(cx: Cx, sheet: Sheet, input: Input): Promise<Concluded> {
  const tests = await testsOf(cx, sheet.id, input.item)
  const basis = tests.map((t) => ({
    test: t.id,
    technique: t.technique,
    category: t.category,
    principle: t.principle,
    outcome: t.outcome,
    sampling: t.sampling_no,
    confirmed: t.confirmed,
  })) as Json
  if (input.kind === 'negative') {
    refuseUnless(mayConcludeNegative(tests))
    return { basis, statement: 'results.statement-negative', values: {} }
  }
  const drug = await codeOf(cx, 'drug', input.substance as string)
  if (input.kind === 'presumptive') {
    refuseUnless(mayConcludePresumptive(input.substance, tests))
    return { basis, statement: 'results.statement-presumptive', values: { en: drug.en, es: drug.es } }
  }
  refuseUnless(mayIdentify(input.substance as string, tests))
  return { basis, statement: 'results.statement-identity', values: { en: drug.en, es: drug.es } }
}

async function quantity(cx: Cx, sheet: Sheet, input: Input): Promise<Concluded> {
  const substance = input.substance as string
  const amount = await amountOf(cx, sheet.id, input.item, input.extrapolateTo)
  const { incident } = await caseCard(cx, sheet.root)
  const on = offenceDay(incident?.on, cx.now)
  const decisions = await decisionsOf(cx, amount, substance, on)
  const chosen = input.limit === undefined ? decisions[0] : decisions.find((d) => d.limit.id === input.limit)
  refuseUnless(
    unless(input.limit === undefined || chosen !== undefined, no('results.limit-not-in-force', { on })),
  )
  const stated = amount.stated
  const values = {
    value: stated.value,
    uncertainty: stated.uncertainty,
    unit: stated.unit,
    k: stated.k,
    pounds: inPounds(amount),
    readings: amount.readings,
    ...(chosen ? { limit: chosen.limit.value, limitUnit: chosen.limit.unit, law: chosen.limit.law } : {}),
  }
  return {
    value: stated.value,
    unit: stated.unit,
    uncertainty: stated.uncertainty,
    k: stated.k,
    budget: { ...amount, ok: true } as unknown as Json,
    ...(chosen
      ? {
          decision: chosen.decision,
          limit: chosen.limit.id,
          limitRule: 'not-above-unless-whole-interval-above',
        }
      : {}),
    basis: { on, limits: (await limitsFor(cx, substance, on)).map((l) => l.id) },
    values,
    statement: chosen ? `results.statement-quantity-${chosen.decision}` : 'results.statement-quantity',
  }
}

/** The law of the day of the offence; where that day is not known whole, the latest day that it can be. */
function offenceDay(on: string | null | undefined, now: string): string {
  if (!on) return now.slice(0, 10)
  if (on.length === 4) return `${on}-12-31`
  if (on.length === 7) return `${on}-28`
  return on.slice(0, 10)
}
