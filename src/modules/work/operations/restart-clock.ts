/** Lets the clock of a request run again. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { RestartClock, RequestDone } from '../contract.ts'
import { mayRestartClock } from '../rules.ts'
import { getRequest } from '../store.ts'
import { takeStep } from '../steps.ts'

export const restartClock = command({
  name: 'work.restart-clock',
  summary: 'Lets the clock of a request run again.',
  who: ['analyst', 'section-head', 'director'],
  input: RestartClock,
  output: RequestDone,
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(mayRestartClock(request))

    return takeStep(cx, request, { kind: 'restarted', waiting: false })
  },
})
