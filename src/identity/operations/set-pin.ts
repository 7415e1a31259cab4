/** Sets the short number with which a person signs for hand-overs and papers; asks for the password first. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { SetPin } from '../contract.ts'
import { hashSecret, secretMatches } from '../secrets.ts'
import { accountOf, keepPin } from '../store.ts'

export const setPin = command({
  name: 'identity.set-pin',
  summary: 'Sets the short number with which a person signs for hand-overs and papers.',
  who: 'signed-in',
  input: SetPin,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const account = await accountOf(cx.tx, cx.actor.id)
    if (!(await secretMatches(input.password, account?.password_hash)))
      throw new Refusal('conflict', 'identity.wrong-password')

    await keepPin(cx, await hashSecret(input.pin))
    await cx.record({ subject: ref('identity.person', cx.actor.id) })
    return {}
  },
})
