/** Gives a request to another analyst; what the first has recorded stays theirs. */
import { notify } from '#identity/notices.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { mustBeAuthorised } from '../authorised.ts'
import { AssignRequest, RequestDone } from '../contract.ts'
import { mayBeReviewer, mayPromise, mayReassign } from '../rules.ts'
import { getRequest } from '../store.ts'
import { askerOf } from '../store/asked.ts'
import { takeStep } from '../steps.ts'
import { showTo } from '../showing.ts'
import { todayOf } from '../view.ts'

export const reassignRequest = command({
  name: 'work.reassign-request',
  summary: 'Gives a request to another authorised analyst, with the reason.',
  who: ['section-head', 'director'],
  input: AssignRequest,
  output: RequestDone,
  reason: 'required',
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(allOf(mayReassign(request), mayPromise(input.dueOn, todayOf(cx))))
    refuseUnless(mayBeReviewer(input.assignee, input.reviewer))
    await mustBeAuthorised(cx, request, input)

    const done = await takeStep(cx, request, {
      kind: 'assigned',
      state: 'assigned',
      assignee: input.assignee,
      reviewer: input.reviewer ?? null,
      method_version: input.methodVersion,
      ...(input.dueOn ? { due_on: input.dueOn } : {}),
      words: cx.reason,
    })
    await showTo(cx, request, input, 'work.reassign-request')
    // Whoever asked agreed to another way of working (ISO/IEC 17025:2017, 7.1.4).
    if (request.method_version !== null && request.method_version !== input.methodVersion)
      await notify(cx, [await askerOf(cx.tx, request.id)], 'work.notice-method', {
        subject: ref('work.request', request.id),
        number: request.number,
        root: request.root,
        path: `/portal/cases/${request.root}`,
      })
    return done
  },
})
