/** Sets the short number with which a person signs for hand-overs and papers. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { SetPin } from '../contract/sign-in.ts'
import { mustBeThemselves } from '../proving.ts'
import { mayBePin } from '../rules.ts'
import { hashSecret } from '../secrets.ts'
import { keepPin } from '../store.ts'
import { forget } from '../store/guesses.ts'

export const setPin = command({
  name: 'identity.set-pin',
  summary: 'Sets the short number with which a person signs for hand-overs and papers.',
  who: 'signed-in',
  input: SetPin,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    await mustBeThemselves(cx, input, { fresh: false })
    refuseUnless(mayBePin(input.pin))

    await keepPin(cx, cx.actor.id, await hashSecret(input.pin))
    await forget(cx, [{ at: 'pin', of: cx.actor.id }])
    await cx.record({ subject: ref('identity.person', cx.actor.id) })
    return {}
  },
})
