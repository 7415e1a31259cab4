/** Sets a new password; every other session of the person ends, and so do the browsers that were known. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { SetPassword } from '../contract/sign-in.ts'
import { mustBeGoodPassword } from '../passwords.ts'
import { mustBeThemselves } from '../proving.ts'
import { hashSecret } from '../secrets.ts'
import { hasSecondFactor, keepPassword, wordsOfTheHouse } from '../store.ts'
import { endOtherSessions } from '../store/sessions.ts'

export const setPassword = command({
  name: 'identity.set-password',
  summary: 'Sets a new password; every other session of the person ends.',
  who: 'signed-in',
  input: SetPassword,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const account = await mustBeThemselves(cx, input, { fresh: false })
    mustBeGoodPassword(input.newPassword, {
      own: [account.username, account.name, ...(await wordsOfTheHouse(cx.tx))],
      alone: !hasSecondFactor(account),
    })

    await keepPassword(cx, cx.actor.id, await hashSecret(input.newPassword))
    await endOtherSessions(cx, cx.actor.id, cx.actor.via)
    await cx.record({ subject: ref('identity.person', cx.actor.id) })
    return {}
  },
})
