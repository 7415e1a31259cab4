/** The analyst answers each finding of the review; with that the worksheet goes back to its reviewer. */
import { noteProgress } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AnswerFindings, Done } from '../contract.ts'
import { mayAnswerFindings } from '../rules.ts'
import { getSheet, reviewsOf, standNow } from '../store.ts'

export const answerFindings = command({
  name: 'results.answer-findings',
  summary: 'The analyst answers each finding; the worksheet goes back to its reviewer.',
  who: ['analyst', 'section-head'],
  input: AnswerFindings,
  output: Done,
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    const review = (await reviewsOf(cx, sheet.id)).at(-1)
    refuseUnless(mayAnswerFindings(sheet, cx.actor.id, review?.findings.length ?? 0, input.answers.length))

    const id = cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: { answers: input.answers.length },
      rows: {
        'results.finding_answer': [
          { id, worksheet: sheet.id, review: review?.id as string, answers: input.answers },
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
    return { id }
  },
})
