/** Turns the codes of an authenticator off, as when the telephone is gone and a passkey has taken its place. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { EndTotp } from '../contract/sign-in.ts'
import { mustBeThemselves } from '../proving.ts'
import { endTotp as end } from '../store.ts'

export const endTotp = command({
  name: 'identity.end-totp',
  summary: 'Turns the codes of an authenticator off.',
  who: 'signed-in',
  input: EndTotp,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    await mustBeThemselves(cx, input, { fresh: false })
    refuseUnless(unless((await end(cx, cx.actor.id)) === 1, no('identity.already-so')))

    await cx.record({ subject: ref('identity.person', cx.actor.id) })
    return {}
  },
})
