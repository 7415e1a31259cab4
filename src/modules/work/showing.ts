/** Who sees a request that is given to them: our own people its case with it, an outside reviewer the request alone. */
import { endSight } from '#identity/sight.ts'
import { isOutsider } from '#identity/store/grants.ts'
import { giveSight } from '#modules/cases/public.ts'
import type { Cx } from '#platform/cx.ts'

export async function showTo(
  cx: Cx,
  request: { id: string; root: string; reviewer: string | null },
  to: { assignee: string; reviewer?: string | null | undefined },
  why: string,
): Promise<void> {
  if (request.reviewer !== null && request.reviewer !== to.reviewer)
    await endSight(cx, request.root, { principal: request.reviewer, part: request.id })
  const outside = to.reviewer != null && (await isOutsider(cx, to.reviewer))
  await giveSight(cx, request.root, [to.assignee, outside ? null : to.reviewer], why)
  if (outside) await giveSight(cx, request.root, [to.reviewer], why, request.id)
}
