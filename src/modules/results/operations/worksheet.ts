/** A worksheet whole: method, observations, weighings, tests, runs, conclusions, reviews, what it relies on, what comes next. */
import { methodVersion, titleOf } from '#modules/quality/public.ts'
import { seeRequest } from '#modules/work/public.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { allOf } from '#kernel/verdict.ts'
import { WorksheetAnswer, WorksheetQuery } from '../contract.ts'
import { mayAnswerFindings, mayPass, mayReview, mayWrite } from '../rules.ts'
import { standingOf } from '../standing.ts'
import { conclusionsOf, getSheet } from '../store.ts'
import { writersOf, writtenAt } from '../store/written.ts'
import {
  conclusionsShown,
  itemsShown,
  observationsShown,
  portionsShown,
  reviewsShown,
  runsShown,
  samplingsShown,
  testsShown,
  weighingsShown,
} from '../view.ts'
import { wholenessOf } from '../wholeness.ts'

export const worksheet = query({
  name: 'results.worksheet',
  summary: 'Shows a worksheet whole.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'outside-reviewer', 'pathologist'],
  input: WorksheetQuery,
  output: WorksheetAnswer,
  async run(cx, input) {
    const sheet = await getSheet(cx, input.worksheet)
    const row = { may_see: sheet.may_see, root: sheet.root, sensitive: sheet.sensitive }
    cx.allow(row)
    const request = await seeRequest(cx, sheet.request)
    const method = await methodVersion(cx, sheet.method_version)
    const conclusions = await conclusionsOf(cx, sheet.id)
    const write = mayWrite(sheet, cx.actor.id)
    const writers = await writersOf(cx, [sheet.id])
    const review = mayReview({ ...sheet, writers }, cx.actor.id, conclusions.length)
    const pass = mayPass(await wholenessOf(cx, sheet, request, method))
    const reviews = await reviewsShown(cx, sheet)
    const findings = reviews.at(-1)?.findings.length ?? 0
    const spanish = cx.language === 'es'
    const techniques = method.techniques.map((t) => ({ ...t, title: (spanish && t.titleEs) || t.title }))
    return {
      id: sheet.id,
      number: sheet.number,
      state: sheet.state,
      case: { id: sheet.root, number: sheet.case_number, title: sheet.case_title },
      request: {
        id: request.id,
        number: request.number,
        question: request.question_text ?? request.question,
      },
      analyst: { id: sheet.analyst, name: sheet.analyst_name },
      method: {
        id: method.id,
        code: method.code,
        title: titleOf(cx, method),
        version: String(method.version),
      },
      definition: method.worksheet,
      written: await writtenAt(cx, sheet.id),
      techniques,
      items: await itemsShown(cx, request.items),
      observations: await observationsShown(cx, sheet),
      weighings: await weighingsShown(cx, sheet),
      portions: await portionsShown(cx, sheet),
      samplings: await samplingsShown(cx, sheet),
      tests: await testsShown(cx, sheet, new Map(techniques.map((t) => [t.key, t.title]))),
      runs: await runsShown(cx, sheet),
      conclusions: await conclusionsShown(cx, sheet, conclusions),
      reviews,
      relies: await standingOf(cx, sheet.id),
      actions: actionsOf(cx, row, {
        'results.record-observations': write,
        'results.record-measurement': write,
        'results.record-portions': write,
        'results.plan-sampling': write,
        'results.record-test': write,
        'results.import-run': write,
        'results.record-conclusion': write,
        'results.record-inconclusive': write,
        'results.answer-findings': mayAnswerFindings(sheet, cx.actor.id, findings, findings),
        'results.review-technically': allOf(review, pass),
        'results.return-for-correction': review,
      }),
    }
  },
})
