/** Makes ten new recovery codes; those of before no longer open anything. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { MakeRecoveryCodes, RecoveryCodes } from '../contract/sign-in.ts'
import { mustBeThemselves } from '../proving.ts'
import { makeRecoveryCodes as make } from '../totp.ts'

export const makeRecoveryCodes = command({
  name: 'identity.make-recovery-codes',
  summary: 'Makes ten new recovery codes; those of before no longer open anything.',
  who: 'signed-in',
  input: MakeRecoveryCodes,
  output: RecoveryCodes,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    await mustBeThemselves(cx, input, { fresh: false })

    const recoveryCodes = await make(cx)
    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { codes: recoveryCodes.length } })
    return { recoveryCodes }
  },
})
