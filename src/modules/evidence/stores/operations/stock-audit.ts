/** What is audited in a count: the questions, the things with their answers, and the score. */
import { codesOf, nameOfCode } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { OfStockTake, StockAuditSeen } from '../contract.ts'
import { stockCounters } from '../../roles.ts'
import { auditScore, stillCounting } from '../rules.ts'
import { auditByQuestion, auditSums, auditedThings } from '../store/audits.ts'
import { takeById } from '../store/stock.ts'

export const stockAudit = query({
  name: 'evidence.stock-audit',
  summary: 'What is audited in a count: the questions, the things with their answers, and the score.',
  who: stockCounters,
  input: OfStockTake,
  output: StockAuditSeen,
  async run(cx, input) {
    const take = await takeById(cx, input.stockTake)
    cx.allow(take)
    const asked = await auditByQuestion(cx, take.id)
    const inForce = (await codesOf(cx, 'audit-question')).map((c) => c.code)
    const questions = [...new Set([...inForce, ...asked.map((a) => a.question)])]
    // A blind count lists only what was read: what should be there is not told.
    const blind = take.blind && take.closed_at === null
    const things = (await auditedThings(cx, take)).filter((t) => !blind || t.seen)
    return {
      ...auditScore(await auditSums(cx, take.id)),
      questions: await Promise.all(
        questions.map(async (code) => {
          const n = asked.find((a) => a.question === code)
          const name = await nameOfCode(cx, 'audit-question', code, cx.language)
          return { code, name, yes: n?.yes ?? 0, no: n?.no ?? 0 }
        }),
      ),
      items: things
        .filter((t) => t.may_see)
        .map((t) => ({
          thing: t.thing,
          number: t.number,
          description: t.description,
          place: blind ? null : t.place,
          seen: t.seen,
          answers: Object.fromEntries(t.answers.map(({ question, ...a }) => [question, a])),
        })),
      hidden: things.filter((t) => !t.may_see).length,
      open: stillCounting(take).ok,
    }
  },
})
