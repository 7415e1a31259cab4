/** Begins a new version of a certificate that is out: what it changes is printed; the old one stands until the new is issued. */
import { reopenRequest } from '#modules/work/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AmendReport, Drafted } from '../contract.ts'
import { gather } from '../gathering.ts'
import { paperNumber } from '../paper.ts'
import { codeFrom, mayAmend } from '../rules.ts'
import { noteDraft, reportRef } from '../standing.ts'
import { getVersion, insertVersionNow, remarkOf } from '../store/versions.ts'

export const amendReport = command({
  name: 'reports.amend-report',
  summary: 'Begins a new version of an issued certificate, saying what it changes.',
  who: ['analyst', 'section-head', 'director', 'pathologist'],
  input: AmendReport,
  output: Drafted,
  reason: 'required',
  async run(cx, input) {
    await cx.lock([reportRef(input.report)])
    const old = await getVersion(cx, input.report)
    cx.allow(old)
    refuseUnless(unless(old.newest, no('reports.amended-already', {}, 'reports.next-open-it')))
    refuseUnless(mayAmend(old))
    // The results that stand now are drawn in: those included before, and what corrected them since.
    const { results, others } = await gather(cx, old)
    const carried = [...results, ...others].filter((r) => r.state === 'reviewed')
    const { words: remarks } = await remarkOf(cx, old.id)

    const version = cx.newId()
    const code = codeFrom(cx.ground.randomBytes(12))
    const place = old.version + 1
    const number = paperNumber({ number: old.number, version: place })
    await cx.record({
      subject: reportRef(old.report),
      root: old.root,
      facts: {
        number,
        version: place,
        step: 'drafted',
        supersedes: paperNumber(old),
        results: carried.map((r) => r.id),
      },
      rows: {
        'reports.version': [
          {
            id: version,
            report: old.report,
            version: place,
            code,
            language: input.language ?? old.language,
            supersedes: old.id,
            changes: input.changes,
          },
        ],
        ...(carried.length > 0
          ? {
              'reports.inclusion': carried.map((r) => ({
                id: cx.newId(),
                version,
                conclusion: r.id,
                item: r.item,
              })),
            }
          : {}),
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
            words: cx.reason,
          },
        ],
        ...(remarks ? { 'reports.remark': [{ id: cx.newId(), version, seq: 1, words: remarks }] } : {}),
      },
    })
    await insertVersionNow(cx, {
      id: version,
      report: old.report,
      root: old.root,
      request: old.request,
      number: old.number,
      unit: old.unit,
      question: old.question,
      place,
    })
    await noteDraft(cx, { root: old.root, report: old.report, number: old.number, version: place })
    await reopenRequest(cx, old.request, input.changes)
    return { id: old.report, number, version: place, state: 'draft' as const, results: carried.length, code }
  },
})
