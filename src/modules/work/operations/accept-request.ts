/** Takes a request on for the section, with the day by which it will be answered. */
import { ref } from '#kernel/shapes.ts'
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { reviewedNow } from '../taking-on.ts'
import { AcceptRequest, RequestDone } from '../contract.ts'
import { mayAccept, mayPromise } from '../rules.ts'
import { getRequest } from '../store.ts'
import { takeStep } from '../steps.ts'
import { todayOf } from '../view.ts'

export const acceptRequest = command({
  name: 'work.accept-request',
  summary: 'Takes a request on for the section, with the day by which it will be answered.',
  who: ['section-head', 'analyst', 'director'],
  input: AcceptRequest,
  output: RequestDone,
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(allOf(mayAccept(request), mayPromise(input.dueOn, todayOf(cx))))

    const review = await reviewedNow(cx, request, input.review)
    return takeStep(
      cx,
      request,
      { kind: 'accepted', state: 'accepted', ...(input.dueOn ? { due_on: input.dueOn } : {}) },
      review && { 'work.contract_review': [review] },
    )
  },
})
