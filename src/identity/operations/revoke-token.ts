/** Ends an API token of the person who asks, or of anybody when the administrator asks. */
import { z } from 'zod'
import { Id, ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { endToken } from '../store/sessions.ts'

export const revokeToken = command({
  name: 'identity.revoke-token',
  summary: 'Ends an API token.',
  who: 'signed-in',
  input: z.strictObject({ token: Id }),
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const owner = await endToken(cx, input.token, cx.may('identity.suspend-person'))
    if (!owner) throw notFound()

    await cx.record({ subject: ref('identity.person', owner), facts: { token: input.token } })
    return {}
  },
})
