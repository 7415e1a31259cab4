/** Replaces an observation by a new one that names the old and says why; the old stays to be read. */
import { methodVersion } from '#modules/quality/public.ts'
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CorrectObservation, Done } from '../contract.ts'
import { mayAnswerField } from '../method-steps.ts'
import { mayWrite } from '../rules.ts'
import { getSheet, kept, observationsOf } from '../store.ts'

export const correctObservation = command({
  name: 'results.correct-observation',
  summary: 'Replaces an observation by a new one that names the old and says why.',
  who: ['analyst', 'section-head', 'pathologist'],
  input: CorrectObservation,
  output: Done,
  reason: 'required',
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(mayWrite(sheet, cx.actor.id))
    const all = await observationsOf(cx, sheet.id)
    const old = all.find((o) => o.id === input.observation)
    if (!old) throw notFound()
    refuseUnless(unless(!all.some((o) => o.corrects === old.id), no('results.corrected-already')))
    const { worksheet } = await methodVersion(cx, sheet.method_version)
    refuseUnless(mayAnswerField(worksheet, old.step, old.field, input.answer))

    const id = cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: { corrects: old.id, field: `${old.step}.${old.field}` },
      rows: {
        'results.observation': [
          {
            id,
            worksheet: sheet.id,
            item: old.item,
            step: old.step,
            field: old.field,
            answer: kept(input.answer as Json),
            corrects: old.id,
          },
        ],
      },
    })
    return { id }
  },
})
