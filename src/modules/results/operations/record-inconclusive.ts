/** The analyst says that the work does not answer the question, and why: a result in its own right. */
import { noteProgress } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RecordInconclusive } from '../contract.ts'
import { mustBeOnRequest } from '../items.ts'
import { mayConcludeBeside, mayWrite } from '../rules.ts'
import { conclusionsOf, getSheet, standNow, testsOf } from '../store.ts'

export const recordInconclusive = command({
  name: 'results.record-inconclusive',
  summary: 'The analyst says that the work does not answer the question, and why.',
  who: ['analyst', 'section-head'],
  input: RecordInconclusive,
  output: Done,
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(mayWrite(sheet, cx.actor.id))
    await mustBeOnRequest(cx, sheet, input.item)
    const standing = (await conclusionsOf(cx, sheet.id)).filter((c) => c.item === input.item)
    refuseUnless(mayConcludeBeside(standing, { kind: 'inconclusive', corrects: input.corrects }, cx.reason))
    const basis = (await testsOf(cx, sheet.id, input.item)).map((t) => ({
      test: t.id,
      technique: t.technique,
      outcome: t.outcome,
    }))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: { conclusion: id, item: input.item, kind: 'inconclusive' },
      rows: {
        'results.conclusion': [
          {
            id,
            root: sheet.root,
            worksheet: sheet.id,
            request: sheet.request,
            item: input.item,
            kind: 'inconclusive',
            basis,
            statement: 'results.statement-inconclusive',
            statement_values: { words: input.words },
            corrects: input.corrects ?? null,
          },
        ],
      },
    })
    if (sheet.state === 'open') await standNow(cx, sheet, 'concluded')
    await noteProgress(cx, sheet.root, {
      subject,
      kind: 'result',
      state: 'open',
      text: 'results.progress-waits-for-review',
      values: { number: sheet.number },
    })
    return { id }
  },
})
