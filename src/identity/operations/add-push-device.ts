/** Turns notices on for the browser one sits at: it is told while it is shut, by messages that only it can read. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { isPushEndpoint } from '#platform/web-push.ts'
import { Created } from '../contract.ts'
import { AddPushDevice } from '../contract/push.ts'
import { deviceOf } from '../devices.ts'
import { countPushDevices, insertPushDevice } from '../store/push.ts'

const MOST = 10

export const addPushDevice = command({
  name: 'identity.add-push-device',
  summary: 'Turns notices on for the browser of the person who asks.',
  who: 'signed-in',
  input: AddPushDevice,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(unless(isPushEndpoint(input.endpoint), no('identity.push-address')))
    const subject = ref('identity.person', cx.actor.id)
    await cx.lock([subject])
    refuseUnless(unless((await countPushDevices(cx)) < MOST, no('identity.push-many', { most: MOST })))
    const device = deviceOf(cx.caller.agent) ?? cx.say('identity.push-some-browser')
    const { id } = await insertPushDevice(cx, { id: cx.newId(), ...input, device })
    await cx.record({ subject, facts: { pushDevice: id } })
    return { id }
  },
})
