/** Answers the questions of the laboratory about one thing of a count; each no with its words. */
import { codeOf } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AnswerAudit, AuditAnswered } from '../contract.ts'
import { stockCounters } from '../../roles.ts'
import { auditScore, mayAudit } from '../rules.ts'
import { auditSums, ofCount } from '../store/audits.ts'
import { seeItem } from '../../things/store/items.ts'
import { takeById } from '../store/stock.ts'

export const answerAudit = command({
  name: 'evidence.answer-audit',
  summary: 'Answers the questions of the laboratory about one thing of a count; each no with its words.',
  who: stockCounters,
  input: AnswerAudit,
  output: AuditAnswered,
  async run(cx, input) {
    await cx.lock([ref('evidence.stock-take', input.stockTake)])
    const take = await takeById(cx, input.stockTake)
    cx.allow(take)
    const item = await seeItem(cx, input.thing)
    cx.allow(item)
    refuseUnless(mayAudit(take, await ofCount(cx, take.id, item.id)))
    for (const a of input.answers) await codeOf(cx, 'audit-question', a.question)
    await cx.record({
      subject: ref('evidence.stock-take', take.id),
      root: item.root,
      facts: {
        thing: item.id,
        answers: Object.fromEntries(input.answers.map((a) => [a.question, a.answer])),
      },
      rows: {
        'evidence.stock_audit': input.answers.map((a) => ({
          id: cx.newId(),
          stock_take: take.id,
          thing: item.id,
          root: item.root,
          question: a.question,
          answer: a.answer,
          words: a.words ?? null,
          at: cx.occurredAt,
          by_name: cx.actor.name,
        })),
      },
    })
    return { thing: item.id, ...auditScore(await auditSums(cx, take.id)) }
  },
})
