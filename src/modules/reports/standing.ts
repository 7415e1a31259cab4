/** One step of a version: the row, the ledger, the standing, and what the case file knows of it. */
import { fileURLToPath } from 'node:url'
import { noteProgress } from '#modules/cases/public.ts'
import { sheetRefsOf } from '#modules/results/public.ts'
import type { Json } from '#kernel/canonical.ts'
import { type Ref, ref } from '#kernel/shapes.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { ReportState } from './contract.ts'
import { paperNumber } from './rules.ts'
import {
  type SignatureRow,
  type Step,
  type VersionNow,
  getVersion,
  moveVersion,
  stepRow,
} from './store/versions.ts'

/** The stand-alone verifier as one page: handed out, never imported. */
export const verifierPage = fileURLToPath(new URL('../../../verifier/verify.html', import.meta.url))

export const reportRef = (id: string) => ref('reports.report', id)

/**
 * Holds a request, its worksheets and `more` together until the act ends: what is gathered from them then stays so. A worksheet is begun
 * under the head of its request, so that none comes into being once that is held; one begun before it was is held after the others.
 */
export async function lockWork(cx: Cx, request: string, more: readonly Ref[] = []): Promise<void> {
  const known = await sheetRefsOf(cx, request)
  await cx.lock([ref('work.request', request), ...more, ...known])
  const fresh = (await sheetRefsOf(cx, request)).filter((r) => !known.includes(r))
  if (fresh.length > 0) await cx.lock(fresh)
}
/** A version, read once the report and everything that it stands on are held. */
export async function lockedVersion(cx: Cx, id: string): Promise<VersionNow> {
  const { report, request } = await getVersion(cx, id)
  await lockWork(cx, request, [reportRef(report)])
  return getVersion(cx, id)
}

/** How an entry names the files of a paper: whoever holds them finds what became of it. */
export const hashesOf = (s: Pick<SignatureRow, 'pdf' | 'data'>) => ({ pdfSha256: s.pdf, dataSha256: s.data })

/** `more` are rows that belong to the same entry; answers what every act on a report answers. */
export async function takeStep(
  cx: Cx,
  v: VersionNow,
  step: Step,
  more: {
    facts?: { readonly [key: string]: Json }
    rows?: { readonly [table: string]: readonly CoveredRow[] }
    action?: string
  } = {},
): Promise<{ id: string; number: string; version: number; state: ReportState }> {
  const row = stepRow(cx, v, step)
  await cx.record({
    subject: reportRef(v.report),
    root: v.root,
    ...(more.action ? { action: more.action } : {}),
    facts: { number: paperNumber(v), version: v.version, step: step.kind, ...more.facts },
    rows: { 'reports.step': [row], ...more.rows },
  })
  await moveVersion(cx, row)
  await progress(cx, v, step.state)
  return { id: v.report, number: paperNumber(v), version: v.version, state: step.state }
}

async function progress(
  cx: Cx,
  v: Pick<VersionNow, 'root' | 'report' | 'number' | 'version'>,
  state: ReportState,
): Promise<void> {
  // Of a report and its amendments the newest word holds: an old version that ends says nothing about the new one.
  if (state === 'superseded') return
  await noteProgress(cx, v.root, {
    subject: reportRef(v.report),
    kind: 'report',
    state: state === 'issued' || state === 'withdrawn' ? 'done' : 'open',
    text: `reports.progress-${state}`,
    values: { number: paperNumber(v) },
  })
}
export const noteDraft = (
  cx: Cx,
  v: Pick<VersionNow, 'root' | 'report' | 'number' | 'version'>,
): Promise<void> => progress(cx, v, 'draft')
