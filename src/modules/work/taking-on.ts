/** What the laboratory asks itself before it takes a request on (ISO/IEC 17025:2017, 7.1.1): its own points, each answered for by name. */
import { codesOf } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { unansweredOf } from './rules.ts'

/** The row to be kept with the acceptance; none where the laboratory names no points. */
export async function reviewedNow(
  cx: Cx,
  request: { readonly id: string; readonly seq: number },
  answered: readonly string[],
): Promise<CoveredRow | undefined> {
  const points = await codesOf(cx, 'contract-review')
  const open = unansweredOf(
    points.map((p) => p.code),
    answered,
  )
  const first = points.find((p) => p.code === open[0])
  refuseUnless(
    unless(
      first === undefined,
      no('work.review-open', { point: first?.[cx.language] ?? '' }, 'work.next-review-or-decline'),
    ),
  )
  if (points.length === 0) return undefined
  return { id: cx.newId(), request: request.id, seq: request.seq + 1, points: points.map((p) => p.code) }
}
