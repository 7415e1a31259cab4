/** The API tokens that speak for the person who asks. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { MyToken } from '../contract/sign-in.ts'
import { tokensOf } from '../store/sessions.ts'

export const myTokens = query({
  name: 'identity.my-tokens',
  summary: 'Lists the API tokens that speak for the person who asks.',
  who: 'signed-in',
  input: z.strictObject({}),
  output: z.object({ items: z.array(MyToken) }),
  async run(cx) {
    cx.allow(null)
    return { items: await tokensOf(cx, cx.actor.id) }
  },
})
