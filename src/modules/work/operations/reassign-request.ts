/** Gives a request to another analyst; what the first has recorded stays theirs. */
import { giveSight } from '#modules/cases/public.ts'
import { mayRelyOn } from '#modules/quality/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AssignRequest, RequestDone } from '../contract.ts'
import { mayAssign, mayBeReviewer } from '../rules.ts'
import { getRequest } from '../store.ts'
import { takeStep } from '../steps.ts'

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
    refuseUnless(mayAssign(request))
    refuseUnless(mayBeReviewer(input.assignee, input.reviewer))
    refuseUnless(
      await mayRelyOn(cx, [
        { kind: 'method-version', id: input.methodVersion },
        { kind: 'person', id: input.assignee, for: `${input.methodVersion}:analyst` },
      ]),
    )

    const done = await takeStep(cx, request, {
      kind: 'assigned',
      state: 'assigned',
      assignee: input.assignee,
      reviewer: input.reviewer ?? null,
      method_version: input.methodVersion,
      words: cx.reason,
    })
    await giveSight(cx, request.root, [input.assignee, input.reviewer], 'work.reassign-request')
    return done
  },
})
