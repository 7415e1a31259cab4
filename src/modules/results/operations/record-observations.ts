/** Writes what was seen, by step and field of the worksheet. */
import { methodVersion } from '#modules/quality/public.ts'
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RecordObservations } from '../contract.ts'
import { mayWrite } from '../rules.ts'
import { mustBeOnRequest } from '../items.ts'
import { mayObserve } from '../method-steps.ts'
import { relyOnForSteps } from '../naming.ts'
import { getSheet, kept, observationsOf } from '../store.ts'

export const recordObservations = command({
  name: 'results.record-observations',
  summary: 'Writes what was seen, by step and field of the worksheet.',
  who: ['analyst', 'section-head', 'pathologist'],
  input: RecordObservations,
  output: Done,
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(mayWrite(sheet, cx.actor.id))
    await mustBeOnRequest(cx, sheet, input.item)
    const { worksheet } = await methodVersion(cx, sheet.method_version)
    refuseUnless(mayObserve(worksheet, input.item, input.observations, await observationsOf(cx, sheet.id)))
    const touched = new Set(input.observations.map((o) => o.step))
    const steps = worksheet.steps.filter((s) => touched.has(s.key))
    await relyOnForSteps(cx, sheet, steps, input, [...touched].join(', '))

    const rows = input.observations.map((o) => ({
      id: cx.newId(),
      worksheet: sheet.id,
      item: input.item,
      step: o.step,
      field: o.field,
      answer: kept(o.answer as Json),
      corrects: null,
    }))
    await cx.record({
      subject,
      root: sheet.root,
      facts: { item: input.item, fields: rows.map((r) => `${r.step}.${r.field}`) },
      rows: { 'results.observation': rows },
    })
    return { id: (rows[0] as { id: string }).id }
  },
})
