/** Says that nobody goes, and why: the call stays, and is counted. */
import { codeOf } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DeclineCallOut, Done } from '../contract.ts'
import { senders } from '../roles.ts'
import { mayDecline } from '../rules.ts'
import { seeCallOut, stepCall } from '../store/call-outs.ts'

export const declineCallOut = command({
  name: 'scenes.decline-call-out',
  summary: 'Says that nobody goes to a scene, and why; the call stays and is counted.',
  who: senders,
  input: DeclineCallOut,
  output: Done,
  async run(cx, input) {
    const call = await seeCallOut(cx, input.callOut, { lock: true })
    cx.allow(call)
    refuseUnless(mayDecline(call))
    await codeOf(cx, 'scene-decline-reason', input.code)
    const step = await stepCall(cx, call, {
      kind: 'declined',
      code: input.code,
      words: input.words ?? null,
    })
    await cx.record({
      subject: ref('scenes.call-out', call.id),
      root: call.root,
      facts: { code: input.code },
      rows: { 'scenes.call_out_step': [step] },
    })
    return { id: call.id }
  },
})
