/** Begins the answer to a request: the reviewed results, the packaging of intake and everything relied on are drawn in, not typed. */
import { addHandles } from '#modules/cases/public.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import { seeRequest } from '#modules/work/public.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DraftReport, Drafted } from '../contract.ts'
import { gather } from '../gathering.ts'
import { codeFrom, mayReport } from '../rules.ts'
import { noteDraft, reportRef } from '../standing.ts'
import { insertVersionNow, reportOfRequest } from '../store/versions.ts'

export const draftReport = command({
  name: 'reports.draft-report',
  summary: 'Begins the answer to a request out of its reviewed results.',
  who: ['analyst', 'section-head', 'pathologist'],
  input: DraftReport,
  output: Drafted,
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await seeRequest(cx, input.request)
    cx.allow(request)
    const before = await reportOfRequest(cx, request.id)
    refuseUnless(
      unless(
        before === undefined,
        no('reports.drafted-already', { number: before?.number ?? '' }, 'reports.next-open-it'),
      ),
    )
    refuseUnless(
      unless(
        !['declined', 'withdrawn'].includes(request.state),
        no('reports.request-over', { number: request.number }),
      ),
    )
    const subject = {
      id: null,
      report: null,
      request: request.id,
      question: request.question,
      language: input.language,
    }
    const all = await gather(cx, subject, input.results)
    const chosen = input.results ? all.results : all.others.filter((r) => r.state === 'reviewed')
    const { grounds } = await gather(
      cx,
      subject,
      chosen.map((r) => r.id),
    )
    refuseUnless(
      allOf(
        unless(
          input.results === undefined || chosen.length === new Set(input.results).size,
          no('reports.result-of-another', {}, 'reports.next-include'),
        ),
        unless(chosen.length > 0, no('reports.nothing-to-report', {}, 'reports.next-review-result')),
        ...grounds.results.map(mayReport),
        unless(
          grounds.other === null,
          no('reports.another-live', { number: grounds.other ?? '' }, 'reports.next-amend-other'),
        ),
      ),
    )

    const id = input.id ?? cx.newId()
    const version = cx.newId()
    const number = await nextNumber(cx, 'report')
    const code = codeFrom(cx.ground.randomBytes(12))
    await cx.record({
      subject: reportRef(id),
      root: request.root,
      facts: { number, version: 1, step: 'drafted', request: request.id, results: chosen.map((r) => r.id) },
      rows: {
        'reports.report': [
          {
            id,
            root: request.root,
            number,
            request: request.id,
            unit: request.unit,
            question: request.question,
          },
        ],
        'reports.version': [
          {
            id: version,
            report: id,
            version: 1,
            code,
            language: input.language,
            supersedes: null,
            changes: null,
          },
        ],
        'reports.inclusion': chosen.map((r) => ({ id: cx.newId(), version, conclusion: r.id, item: r.item })),
        'reports.step': [
          {
            id: cx.newId(),
            version,
            seq: 1,
            kind: 'drafted',
            state: 'draft',
            reviewer: null,
            signer: null,
            findings: null,
            words: null,
          },
        ],
        ...(input.remarks
          ? { 'reports.remark': [{ id: cx.newId(), version, seq: 1, words: input.remarks }] }
          : {}),
      },
    })
    await insertVersionNow(cx, {
      id: version,
      report: id,
      root: request.root,
      request: request.id,
      number,
      unit: request.unit,
      question: request.question,
      place: 1,
    })
    await addHandles(cx, [
      { text: number, kind: 'report-number', subject: reportRef(id), root: request.root, label: number },
    ])
    await noteDraft(cx, { root: request.root, report: id, number, version: 1 })
    return { id, number, version: 1, state: 'draft' as const, results: chosen.length, code }
  },
})
