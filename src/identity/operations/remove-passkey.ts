/** Takes a passkey from the account of the person who asks: from now on it opens nothing. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { RemovePasskey } from '../contract/sign-in.ts'
import { mustBeThemselves } from '../proving.ts'
import { removePasskey as remove } from '../store/passkeys.ts'

export const removePasskey = command({
  name: 'identity.remove-passkey',
  summary: 'Takes a passkey from the account of the person who asks.',
  who: 'signed-in',
  input: RemovePasskey,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    await mustBeThemselves(cx, input, { fresh: false })
    if ((await remove(cx, cx.actor.id, input.passkey)) === 0) throw notFound()

    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { passkey: input.passkey } })
    return {}
  },
})
