/** Gives a request to an analyst who is authorised for the method, and names who will review. */
import { ref } from '#kernel/shapes.ts'
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { mustBeAuthorised } from '../authorised.ts'
import { AssignRequest, RequestDone } from '../contract.ts'
import { mayAssign, mayBeReviewer, mayPromise } from '../rules.ts'
import { getRequest } from '../store.ts'
import { takeStep } from '../steps.ts'
import { showTo } from '../showing.ts'
import { todayOf } from '../view.ts'

export const assignRequest = command({
  name: 'work.assign-request',
  summary: 'Gives a request to an authorised analyst, and names who will review.',
  who: ['section-head', 'director'],
  input: AssignRequest,
  output: RequestDone,
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(allOf(mayAssign(request), mayPromise(input.dueOn, todayOf(cx))))
    refuseUnless(mayBeReviewer(input.assignee, input.reviewer))
    await mustBeAuthorised(cx, request, input)

    const done = await takeStep(cx, request, {
      kind: 'assigned',
      state: 'assigned',
      assignee: input.assignee,
      reviewer: input.reviewer ?? null,
      method_version: input.methodVersion,
      ...(input.dueOn ? { due_on: input.dueOn } : {}),
    })
    await showTo(cx, request, input, 'work.assign-request')
    return done
  },
})
