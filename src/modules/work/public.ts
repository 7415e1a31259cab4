/** The door of work: what results and reports may ask of a request, and say about it. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless, no, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { isOver } from './rules.ts'
import { type RequestNow, getRequest } from './store.ts'
import { takeStep } from './steps.ts'

export type { RequestNow } from './store.ts'

/** The caller asks `cx.allow(row)`; lock `work.request/<id>` before when deciding on it. */
export const seeRequest = (cx: Cx, id: string): Promise<RequestNow> => getRequest(cx, id)

/** Ends a request when its answer has been issued; refused where it is over already. */
export async function finishRequest(cx: Cx, id: string): Promise<void> {
  const request = await getRequest(cx, id)
  refuseUnless(unless(!isOver(request), no('work.request-over', { state: request.state })))
  await takeStep(cx, request, { kind: 'completed', state: 'completed', waiting: false })
}

/** Opens an answered request again, when its answer is amended or withdrawn. */
export async function reopenRequest(cx: Cx, id: string, words: string): Promise<void> {
  const request = await getRequest(cx, id)
  if (request.state === 'completed')
    await takeStep(cx, request, { kind: 'reopened', state: 'started', words })
}

/** Takes back what the caller asked for by itself; nothing where it is over already. */
export async function withdrawRequestStep(cx: Cx, id: string, words: string | null): Promise<void> {
  await cx.lock([ref('work.request', id)])
  const request = await getRequest(cx, id)
  if (!isOver(request)) await takeStep(cx, request, { kind: 'withdrawn', state: 'withdrawn', words })
}

export { requestsOfCase } from './store.ts'
export { askSection } from './asking.ts'
