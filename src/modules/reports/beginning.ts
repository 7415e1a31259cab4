/** Begins a version: the first of a report and every amendment are written the same way, under a code of their own. */
import type { Json } from '#kernel/canonical.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { codeFrom, paperNumber } from './rules.ts'
import { noteDraft, reportRef } from './standing.ts'
import { insertVersionNow } from './store/versions.ts'

export interface Beginning {
  readonly report: string
  readonly root: string
  readonly request: string
  readonly number: string
  readonly unit: string
  readonly question: string
  readonly place: number
  readonly language: 'en' | 'es'
  readonly supersedes: string | null
  readonly changes: string | null
  readonly remarks: string | null
  readonly words: string | null
  readonly results: readonly { readonly id: string; readonly item: string }[]
  readonly facts: { readonly [key: string]: Json }
  /** Rows that belong to the same entry: the report itself, where this is its first version. */
  readonly rows?: { readonly [table: string]: readonly CoveredRow[] }
}

export async function beginVersion(cx: Cx, b: Beginning) {
  const version = cx.newId()
  const code = codeFrom(cx.ground.randomBytes(12))
  const number = paperNumber({ number: b.number, version: b.place })
  await cx.record({
    subject: reportRef(b.report),
    root: b.root,
    facts: { number, version: b.place, step: 'drafted', results: b.results.map((r) => r.id), ...b.facts },
    rows: { ...b.rows, ...rowsOf(cx, b, version, code) },
  })
  const { report, root, request, unit, question, place } = b
  await insertVersionNow(cx, {
    id: version,
    report,
    root,
    request,
    number: b.number,
    unit,
    question,
    place,
  })
  await noteDraft(cx, { root, report, number: b.number, version: place })
  return { id: report, number, version: place, state: 'draft' as const, results: b.results.length, code }
}

function rowsOf(cx: Cx, b: Beginning, version: string, code: string): Record<string, CoveredRow[]> {
  return {
    'reports.version': [
      {
        id: version,
        report: b.report,
        version: b.place,
        code,
        language: b.language,
        supersedes: b.supersedes,
        changes: b.changes,
      },
    ],
    'reports.inclusion': b.results.map((r) => ({ id: cx.newId(), version, conclusion: r.id, item: r.item })),
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
        words: b.words,
      },
    ],
    'reports.remark': b.remarks ? [{ id: cx.newId(), version, seq: 1, words: b.remarks }] : [],
  }
}
