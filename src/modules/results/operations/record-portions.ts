/** Writes what an instrument measured in portions of a specimen; substance, unit and how many are needed come from the method. */
import { methodVersion } from '#modules/quality/public.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RecordPortions } from '../contract.ts'
import { mustBeOnRequest } from '../items.ts'
import { stepsOfTechnique } from '../method-steps.ts'
import { relyOnForSteps } from '../naming.ts'
import { mayCarry, mayReadPortions, mayWrite } from '../rules.ts'
import { portionsOf } from '../store/portions.ts'
import { getRun, getSheet } from '../store.ts'

export const recordPortions = command({
  name: 'results.record-portions',
  summary: 'Writes what an instrument measured in portions of a specimen.',
  who: ['analyst', 'section-head'],
  input: RecordPortions,
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
    const rule = technique?.measures?.find((m) => m.substance === input.substance)
    if (!technique || !rule)
      return refuseUnless(
        no('results.not-measured-so', { technique: input.technique }, 'results.next-other-method'),
      ) as never
    refuseUnless(
      allOf(
        unless(input.unit === rule.unit, no('results.unit-of-method', { unit: rule.unit })),
        mayReadPortions(
          (await portionsOf(cx, sheet.id, input.item)).filter((p) => p.substance === input.substance),
          input.portions,
        ),
      ),
    )
    for (const { run } of input.portions)
      if (run)
        refuseUnless(
          mayCarry(await getRun(cx, run), {
            worksheet: sheet.id,
            item: input.item,
            technique: technique.key,
          }),
        )
    await relyOnForSteps(cx, sheet, stepsOfTechnique(method.worksheet, technique.key), input, technique.key)
    const rows = input.portions.map((p) => ({
      id: cx.newId(),
      worksheet: sheet.id,
      item: input.item,
      technique: technique.key,
      substance: input.substance,
      portion: p.portion,
      value: p.value,
      unit: input.unit,
      run: p.run ?? null,
      corrects: p.corrects ?? null,
    }))
    await cx.record({
      subject,
      root: sheet.root,
      facts: {
        item: input.item,
        technique: technique.key,
        substance: input.substance,
        portions: rows.length,
      },
      rows: { 'results.portion': rows },
    })
    return { id: (rows[0] as { id: string }).id }
  },
})
