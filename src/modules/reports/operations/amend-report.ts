/** Begins a new version of a certificate that is out: what it changes is printed; the old one stands until the new is issued. */
import { reopenRequest } from '#modules/work/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { beginVersion } from '../beginning.ts'
import { AmendReport, Drafted } from '../contract.ts'
import { gather } from '../gathering.ts'
import { mayAmend, paperNumber } from '../rules.ts'
import { lockedVersion } from '../standing.ts'
import { remarkOf } from '../store/versions.ts'

export const amendReport = command({
  name: 'reports.amend-report',
  summary: 'Begins a new version of an issued certificate, saying what it changes.',
  who: ['analyst', 'section-head', 'director', 'pathologist'],
  input: AmendReport,
  output: Drafted,
  reason: 'required',
  async run(cx, input) {
    const old = await lockedVersion(cx, input.report)
    cx.allow(old)
    refuseUnless(unless(old.newest, no('reports.amended-already', {}, 'reports.next-open-it')))
    refuseUnless(mayAmend(old))
    // The results that stand now are drawn in: those included before, and what corrected them since.
    const { results, others } = await gather(cx, old)
    const { words: remarks } = await remarkOf(cx, old.id)
    const begun = await beginVersion(cx, {
      report: old.report,
      root: old.root,
      request: old.request,
      number: old.number,
      unit: old.unit,
      question: old.question,
      place: old.version + 1,
      language: input.language ?? old.language,
      supersedes: old.id,
      changes: input.changes,
      remarks,
      words: cx.reason,
      results: [...results, ...others].filter((r) => r.state === 'reviewed'),
      facts: { supersedes: paperNumber(old) },
    })
    await reopenRequest(cx, old.request, input.changes)
    return begun
  },
})
