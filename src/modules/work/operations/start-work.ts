/** Says that the analyst to whom the request is assigned has begun. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { StartWork, RequestDone } from '../contract.ts'
import { mayStart } from '../rules.ts'
import { getRequest } from '../store.ts'
import { takeStep } from '../steps.ts'

export const startWork = command({
  name: 'work.start-work',
  summary: 'Says that the analyst to whom the request is assigned has begun.',
  who: ['analyst', 'section-head', 'pathologist'],
  input: StartWork,
  output: RequestDone,
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(mayStart(request, cx.actor.id))

    return takeStep(cx, request, { kind: 'started', state: 'started' })
  },
})
