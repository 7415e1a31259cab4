/** Sets a new password; every other session of the person ends with the old one. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { mustBeGoodPassword } from '../passwords.ts'
import { hashSecret, secretMatches } from '../secrets.ts'
import { accountOf, endOtherSessions, keepPassword } from '../store.ts'

export const setPassword = command({
  name: 'identity.set-password',
  summary: 'Sets a new password; every other session of the person ends.',
  who: 'signed-in',
  input: z.strictObject({ password: z.string().max(200), newPassword: z.string().max(200) }),
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const account = await accountOf(cx.tx, cx.actor.id)
    if (!(await secretMatches(input.password, account?.password_hash)))
      throw new Refusal('conflict', 'identity.wrong-password')
    mustBeGoodPassword(input.newPassword, [account?.username ?? '', cx.actor.name])

    await keepPassword(cx, cx.actor.id, await hashSecret(input.newPassword))
    await endOtherSessions(cx, cx.actor.id, cx.actor.via)
    await cx.record({ subject: ref('identity.person', cx.actor.id) })
    return {}
  },
})
