/** Turns notices off for a browser: nothing is sent to it any more. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { RemovePushDevice } from '../contract/push.ts'
import { dropPushDevice } from '../store/push.ts'

export const removePushDevice = command({
  name: 'identity.remove-push-device',
  summary: 'Turns notices off for a browser of the person who asks.',
  who: 'signed-in',
  input: RemovePushDevice,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('identity.person', cx.actor.id)
    await cx.lock([subject])
    if ((await dropPushDevice(cx, input.device)) === 0) throw notFound()
    await cx.record({ subject, facts: { pushDevice: input.device } })
    return {}
  },
})
