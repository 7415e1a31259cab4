/** Requests for scans as they are shown. */
import { actionsOf } from '#platform/actions.ts'
import { no, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { RequestLine } from './contract/requests.ts'
import { mayWithdrawRequest, maySearchInVain } from './rules.ts'
import { papersOf } from './store/papers.ts'
import { type RequestRow, stepsOfRequests } from './store/requests.ts'
import { namesIn } from './words.ts'

export async function requestLines(cx: Cx, rows: readonly RequestRow[]): Promise<RequestLine[]> {
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.id)
  const steps = await stepsOfRequests(cx, ids)
  const papers = await papersOf(cx, { requests: ids })
  const purposes = await namesIn(cx, 'scan-purpose')
  return rows.map((r) => ({
    id: r.id,
    number: r.number,
    state: r.state,
    ended: r.ended,
    file: r.file && r.file_number ? { id: r.file, number: r.file_number } : null,
    case: r.case && r.case_number ? { id: r.case, number: r.case_number } : null,
    said: r.said,
    purpose: purposes.get(r.purpose) ?? r.purpose,
    words: r.words,
    by: r.by_name,
    askedAt: r.asked_at,
    due: r.due_at,
    late: !r.ended && r.due_at < cx.now,
    steps: steps
      .filter((s) => s.request === r.id)
      .map(({ kind, by_name, at, words }) => ({ kind, by: by_name, at, words })),
    papers: papers.filter((p) => p.request === r.id).map(({ id, kind, number }) => ({ id, kind, number })),
    actions: actionsOf(cx, r, {
      'archive.certify-search': maySearchInVain(r),
      ...(r.person === cx.actor.id || cx.actor.grants.some((g) => g.role === 'archivist')
        ? { 'archive.withdraw-request': mayWithdrawRequest(r) }
        : {}),
      'archive.check-out-file': unless(
        !r.ended && r.state === 'asked',
        no('archive.request-located', { number: r.number }),
      ),
    }),
  }))
}
