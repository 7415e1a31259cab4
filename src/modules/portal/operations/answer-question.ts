/** Answers a question on a case; who asked may add to it. */
import { notify } from '#identity/notices.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { noteProgress } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AnswerQuestion, Told } from '../contract.ts'
import { speakers } from '../roles.ts'
import { mayAnswer } from '../rules.ts'
import { sideOf } from '../seeing.ts'
import { questionById } from '../store/cases.ts'

export const answerQuestion = command({
  name: 'portal.answer-question',
  summary: 'Answers a question on a case; the answer stands beside it on the record.',
  who: speakers,
  input: AnswerQuestion,
  output: Told,
  async run(cx, input) {
    const subject = ref('portal.question', input.question)
    await cx.lock([subject])
    const question = await questionById(cx, input.question)
    cx.allow(question)
    refuseUnless(mayAnswer(question, sideOf(cx), cx.actor.id))
    const id = input.id ?? cx.newId()
    const kept = await keepPersonal(cx, question.root, { text: input.text })
    await cx.record({
      subject,
      root: question.root,
      rows: {
        'portal.answer': [
          {
            id,
            question: question.id,
            root: question.root,
            ...kept,
            by_name: cx.actor.name,
            at: cx.occurredAt,
          },
        ],
      },
    })
    await noteProgress(cx, question.root, {
      subject,
      kind: 'question',
      state: 'done',
      text: 'portal.progress-answered',
    })
    await notify(cx, [question.recorded_by], 'portal.notice-answer', {
      subject,
      root: question.root,
      path: '/portal/messages',
    })
    return { id }
  },
})
