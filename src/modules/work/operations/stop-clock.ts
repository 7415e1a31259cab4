/** Stops the clock of a request while it waits for somebody else, and says for whom or what. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { StopClock, RequestDone } from '../contract.ts'
import { mayStopClock } from '../rules.ts'
import { getRequest } from '../store.ts'
import { takeStep } from '../steps.ts'

export const stopClock = command({
  name: 'work.stop-clock',
  summary: 'Stops the clock of a request while it waits for somebody else, and says for whom or what.',
  who: ['analyst', 'section-head', 'director'],
  input: StopClock,
  output: RequestDone,
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(mayStopClock(request))

    return takeStep(cx, request, {
      kind: 'stopped',
      waiting: true,
      code: input.code,
      words: input.words ?? null,
    })
  },
})
