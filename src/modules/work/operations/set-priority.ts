/** Changes how soon a request is wanted; the reason goes into the ledger with it. */
import { ref } from '#kernel/shapes.ts'
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { RequestDone, SetPriority } from '../contract.ts'
import { mayPromise, mayReschedule } from '../rules.ts'
import { getRequest } from '../store.ts'
import { takeStep } from '../steps.ts'
import { todayOf } from '../view.ts'

export const setPriority = command({
  name: 'work.set-priority',
  summary: 'Changes how soon a request is wanted.',
  who: ['section-head', 'director'],
  input: SetPriority,
  output: RequestDone,
  reason: 'required',
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(allOf(mayReschedule(request), mayPromise(input.dueOn, todayOf(cx))))

    return takeStep(cx, request, {
      kind: 'rescheduled',
      priority: input.priority,
      ...(input.dueOn ? { due_on: input.dueOn } : {}),
      words: cx.reason,
    })
  },
})
