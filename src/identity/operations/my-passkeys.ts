/** The passkeys of the person who asks. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { MyPasskey } from '../contract/sign-in.ts'
import { passkeysOf } from '../store/passkeys.ts'

export const myPasskeys = query({
  name: 'identity.my-passkeys',
  summary: 'Lists the passkeys of the person who asks.',
  who: 'signed-in',
  input: z.strictObject({}),
  output: z.object({ items: z.array(MyPasskey) }),
  async run(cx) {
    cx.allow(null)
    return { items: await passkeysOf(cx.tx, cx.actor.id, 'all') }
  },
})
