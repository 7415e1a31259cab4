/** Begins the answer to a request: the reviewed results, the packaging of intake and everything relied on are drawn in, not typed. */
import { addHandles } from '#modules/cases/public.ts'
import { houseLanguage, nextNumber } from '#modules/catalogue/public.ts'
import { type RequestNow, seeRequest } from '#modules/work/public.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { beginVersion } from '../beginning.ts'
import { DraftReport, Drafted } from '../contract.ts'
import { gather } from '../gathering.ts'
import { mayReport } from '../rules.ts'
import { lockWork, reportRef } from '../standing.ts'
import { reportOfRequest } from '../store/versions.ts'

export const draftReport = command({
  name: 'reports.draft-report',
  summary: 'Begins the answer to a request out of its reviewed results.',
  who: ['analyst', 'section-head', 'pathologist'],
  input: DraftReport,
  output: Drafted,
  async run(cx, input) {
    await lockWork(cx, input.request)
    const request = await seeRequest(cx, input.request)
    cx.allow(request)
    const before = await reportOfRequest(cx, request.id)
    refuseUnless(
      allOf(
        unless(
          before === undefined,
          no('reports.drafted-already', { number: before?.number ?? '' }, 'reports.next-open-it'),
        ),
        unless(
          !['declined', 'withdrawn'].includes(request.state),
          no('reports.request-over', { number: request.number }),
        ),
      ),
    )
    const language = input.language ?? (await houseLanguage(cx))
    const results = await chosenOf(cx, request, { results: input.results, language })

    const id = input.id ?? cx.newId()
    const number = await nextNumber(cx, 'report')
    const { root, unit, question } = request
    const begun = await beginVersion(cx, {
      report: id,
      root,
      request: request.id,
      number,
      unit,
      question,
      place: 1,
      language,
      supersedes: null,
      changes: null,
      remarks: input.remarks ?? null,
      words: null,
      results,
      facts: { request: request.id },
      rows: { 'reports.report': [{ id, root, number, request: request.id, unit, question }] },
    })
    await addHandles(cx, [
      { text: number, kind: 'report-number', subject: reportRef(id), root, label: number },
    ])
    return begun
  },
})

/** The results to report: those named, else every reviewed one; refused where one of them may not stand on paper. */
async function chosenOf(
  cx: Cx,
  request: RequestNow,
  input: { readonly language: 'en' | 'es'; readonly results?: readonly string[] | undefined },
) {
  const { id, question } = request
  const subject = { id: null, report: null, request: id, question, language: input.language }
  const all = await gather(cx, subject, input.results)
  // A paper that only signs what is stated elsewhere reports no results; whether it may be signed is asked when it is.
  if (all.stated) return []
  const chosen = input.results ? all.results : all.others.filter((r) => r.state === 'reviewed')
  const ids = chosen.map((r) => r.id)
  const { grounds } = await gather(cx, subject, ids)
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
  return chosen
}
