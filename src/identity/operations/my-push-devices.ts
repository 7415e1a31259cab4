/** The browsers in which the person who asks is told while they are shut, and the key with which another is added. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { PushDevices } from '../contract/push.ts'
import { pushKey } from '../push.ts'
import { myPushDevices as list } from '../store/push.ts'

export const myPushDevices = query({
  name: 'identity.my-push-devices',
  summary: 'Lists the browsers in which the person who asks is told while they are shut.',
  who: 'signed-in',
  input: z.strictObject({}),
  output: PushDevices,
  async run(cx) {
    cx.allow(null)
    const rows = await list(cx)
    return {
      key: (await pushKey(cx.ground)).publicKey,
      items: rows.map((row) => ({
        id: row.id,
        device: row.device,
        endpoint: row.endpoint,
        at: row.made_at,
        toldAt: row.told_at,
      })),
    }
  },
})
