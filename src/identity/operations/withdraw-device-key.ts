/** Ends a device that was lost or given back: what it signs from now on is kept, and is not done. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { notFound, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { WithdrawDeviceKey } from '../contract/claims.ts'
import { deviceKey } from '../store/claims.ts'

export const withdrawDeviceKey = command({
  name: 'identity.withdraw-device-key',
  summary: 'Ends a device that was lost or given back: what it signs from now on is not done.',
  who: 'signed-in',
  input: WithdrawDeviceKey,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const key = await deviceKey(cx.tx, input.key)
    if (
      !key ||
      (key.person !== cx.actor.id &&
        !cx.may('identity.recover-device', { may_see: true, unit: key.person_unit }))
    )
      throw notFound()
    await cx.lock([ref('identity.person', key.person)])
    refuseUnless(unless(key.ended_at === null, no('identity.device-ended')))
    await cx.record({
      subject: ref('identity.person', key.person),
      facts: { key: key.id },
      rows: { 'identity.device_key_end': [{ id: cx.newId(), key: key.id, why: input.words ?? null }] },
    })
    return {}
  },
})
