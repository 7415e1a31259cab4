/** Says that the section will not do what was asked, with the reason. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DeclineRequest, RequestDone } from '../contract.ts'
import { mayDecline } from '../rules.ts'
import { getRequest } from '../store.ts'
import { takeStep } from '../steps.ts'

export const declineRequest = command({
  name: 'work.decline-request',
  summary: 'Says that the section will not do what was asked, with the reason.',
  who: ['section-head', 'director'],
  input: DeclineRequest,
  output: RequestDone,
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(mayDecline(request))

    return takeStep(cx, request, {
      kind: 'declined',
      state: 'declined',
      code: input.code,
      words: input.words ?? null,
    })
  },
})
