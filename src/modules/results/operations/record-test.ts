/** Writes the outcome of a test of the method; its category and principle come from the method, never from the hand that writes. */
import { methodVersion } from '#modules/quality/public.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RecordTest } from '../contract.ts'
import { stepsOfTechnique } from '../method-steps.ts'
import { relyOnForSteps } from '../naming.ts'
import { mayCarry, mayWrite } from '../rules.ts'
import { mustBeOnRequest } from '../items.ts'
import { getRun, getSheet, testsOf } from '../store.ts'

export const recordTest = command({
  name: 'results.record-test',
  summary: 'Writes the outcome of a test of the method.',
  who: ['analyst', 'section-head'],
  input: RecordTest,
  output: Done,
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(mayWrite(sheet, cx.actor.id))
    await mustBeOnRequest(cx, sheet, input.item)
    const method = await methodVersion(cx, sheet.method_version)
    const technique = method.techniques.find((t) => t.key === input.technique)
    if (!technique)
      return refuseUnless(no('results.no-such-technique', { technique: input.technique })) as never
    if (input.pointsTo) await codeOf(cx, 'drug', input.pointsTo)
    if (input.run)
      refuseUnless(
        mayCarry(await getRun(cx, input.run), {
          worksheet: sheet.id,
          item: input.item,
          technique: technique.key,
        }),
      )
    if (input.corrects)
      refuseUnless(
        unless(
          (await testsOf(cx, sheet.id, input.item)).some((t) => t.id === input.corrects),
          no('results.corrected-already'),
        ),
      )

    await relyOnForSteps(cx, sheet, stepsOfTechnique(method.worksheet, technique.key), input, technique.key)

    const id = cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: {
        item: input.item,
        technique: technique.key,
        category: technique.category,
        outcome: input.outcome,
      },
      rows: {
        'results.test': [
          {
            id,
            worksheet: sheet.id,
            item: input.item,
            technique: technique.key,
            category: technique.category,
            principle: technique.principle,
            sampling_no: input.sampling,
            outcome: input.outcome,
            points_to: input.pointsTo ?? null,
            words: input.words ?? null,
            run: input.run ?? null,
            corrects: input.corrects ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
