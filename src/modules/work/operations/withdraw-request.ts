/** Takes back what was asked, before work on it has begun. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { WithdrawRequest, RequestDone } from '../contract.ts'
import { mayWithdraw } from '../rules.ts'
import { getRequest } from '../store.ts'
import { takeStep } from '../steps.ts'
import { asAsker } from '../view.ts'

export const withdrawRequest = command({
  name: 'work.withdraw-request',
  summary: 'Takes back what was asked, before work on it has begun.',
  who: ['officer', 'prosecutor', 'evidence-officer', 'section-head', 'director'],
  input: WithdrawRequest,
  output: RequestDone,
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(asAsker(cx, request))
    refuseUnless(mayWithdraw(request))

    return takeStep(cx, request, { kind: 'withdrawn', state: 'withdrawn', words: input.words })
  },
})
