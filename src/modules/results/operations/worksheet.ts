/** A worksheet whole: method, observations, weighings, tests, runs, conclusions, reviews, what it relies on, what comes next. */
import { seeItems } from '#modules/evidence/public.ts'
import { methodVersion } from '#modules/quality/public.ts'
import { seeRequest } from '#modules/work/public.ts'
import { exact } from '#kernel/quantity.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { WorksheetAnswer, WorksheetQuery } from '../contract.ts'
import { mayReview, mayWrite } from '../rules.ts'
import {
  conclusionsOf,
  getSheet,
  observationsOf,
  reviewsOf,
  runsOf,
  samplingsOf,
  testsOf,
  verificationsOf,
  weighingsOf,
} from '../store.ts'
import { standingOf } from '../standing.ts'
import { inLanguage } from '../statements.ts'

export const worksheet = query({
  name: 'results.worksheet',
  summary: 'Shows a worksheet whole.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'outside-reviewer', 'pathologist'],
  input: WorksheetQuery,
  output: WorksheetAnswer,
  async run(cx, input) {
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow({ may_see: sheet.may_see, root: sheet.root })
    const request = await seeRequest(cx, sheet.request)
    const method = await methodVersion(cx, sheet.method_version)
    const items = await seeItems(cx, request.items)
    const conclusions = await conclusionsOf(cx, sheet.id)
    const verified = await verificationsOf(cx, sheet.id)
    const write = mayWrite(sheet, cx.actor.id)
    const review = mayReview(sheet, cx.actor.id, conclusions.length)
    const name = new Map(method.techniques.map((t) => [t.key, t.title]))
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
      method: { id: method.id, code: method.code, title: method.title, version: String(method.version) },
      definition: method.worksheet,
      techniques: [...method.techniques],
      items: items.map((i) => ({
        id: i.id,
        number: i.number,
        description: i.description,
        hazards: [...i.hazards].map((h) => (typeof h === 'string' ? h : String(h))),
      })),
      observations: (await observationsOf(cx, sheet.id)).map((o) => ({
        id: o.id,
        item: o.item,
        step: o.step,
        field: o.field,
        answer: o.answer,
        at: o.recorded_at,
        by: o.by,
        corrects: o.corrects,
      })),
      weighings: (await weighingsOf(cx, sheet.id)).map((w) => ({
        id: w.id,
        item: w.item,
        parcel: w.parcel,
        gross: w.gross,
        tare: w.tare,
        net: exact(w.gross).minus(w.tare).toFixed(),
        unit: w.unit,
        equipment: w.equipment,
        at: w.recorded_at,
      })),
      samplings: (await samplingsOf(cx, sheet.id)).map((s) => ({
        id: s.id,
        item: s.item,
        population: s.population,
        sampleSize: s.sample_size,
        fraction: s.fraction,
        confidence: s.confidence,
        seed: s.seed,
        units: s.units,
      })),
      tests: (await testsOf(cx, sheet.id)).map((t) => ({
        id: t.id,
        item: t.item,
        technique: name.get(t.technique) ?? t.technique,
        category: t.category,
        principle: t.principle,
        outcome: t.outcome,
        pointsTo: t.points_to,
        words: t.words,
        at: t.recorded_at,
      })),
      runs: (await runsOf(cx, sheet.id)).map((r) => ({
        id: r.id,
        number: r.number,
        item: r.item,
        fileName: r.file_name,
        format: r.format,
        sampleKind: r.sample_kind,
        readable: r.readable,
        account: r.account,
      })),
      conclusions: conclusions.map((c) => ({
        id: c.id,
        item: c.item,
        kind: c.kind,
        substance: c.substance,
        value: c.value,
        uncertainty: c.uncertainty,
        unit: c.unit,
        decision: c.decision,
        says: inLanguage(cx, c),
        at: c.recorded_at,
        verified: verified
          .filter((v) => v.conclusion === c.id)
          .map((v) => ({ by: v.by, outcome: v.outcome })),
      })),
      reviews: await reviewsOf(cx, sheet.id),
      relies: await standingOf(cx, sheet.id),
      actions: actionsOf(
        cx,
        { may_see: sheet.may_see, root: sheet.root },
        {
          'results.record-observations': write,
          'results.record-measurement': write,
          'results.plan-sampling': write,
          'results.record-test': write,
          'results.import-run': write,
          'results.record-conclusion': write,
          'results.record-inconclusive': write,
          'results.review-technically': review,
          'results.return-for-correction': review,
        },
      ),
    }
  },
})
