/** Works out how many units must be examined, and chooses them by a seed that anybody can repeat. */
import { chooseUnits, sampleSizeFor } from '#formats/sampling.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { z } from 'zod'
import { PlanSampling } from '../contract.ts'
import { mayWrite } from '../rules.ts'
import { mustBeOnRequest } from '../items.ts'
import { getSheet } from '../store.ts'

export const planSampling = command({
  name: 'results.plan-sampling',
  summary: 'Works out how many units must be examined, and chooses them by a recorded seed.',
  who: ['analyst', 'section-head'],
  input: PlanSampling,
  output: z.object({ id: z.string(), sampleSize: z.number(), units: z.array(z.number()), seed: z.string() }),
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(mayWrite(sheet, cx.actor.id))
    await mustBeOnRequest(cx, sheet, input.item)
    const plan = sampleSizeFor({
      population: input.population,
      fraction: input.fraction,
      confidence: input.confidence,
      allowedNegatives: input.allowedNegatives,
    })
    if (!plan.ok) return refuseUnless(plan) as never
    const chosen = chooseUnits(
      input.population,
      plan.sampleSize,
      input.seed ?? cx.ground.randomBytes(8).toString('hex'),
    )
    if (!chosen.ok) return refuseUnless(chosen) as never

    const id = cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: {
        item: input.item,
        population: input.population,
        sampleSize: plan.sampleSize,
        seed: chosen.seed,
      },
      rows: {
        'results.sampling': [
          {
            id,
            worksheet: sheet.id,
            item: input.item,
            population: input.population,
            fraction: input.fraction,
            confidence: input.confidence,
            allowed_negatives: input.allowedNegatives,
            sample_size: plan.sampleSize,
            seed: chosen.seed,
            algorithm: chosen.algorithm,
            units: [...chosen.units],
            method: plan.method,
            grouping_words: input.grouping ?? null,
          },
        ],
      },
    })
    return { id, sampleSize: plan.sampleSize, units: [...chosen.units], seed: chosen.seed }
  },
})
