/** What a browser needs to make a passkey for the person who is signed in, or to have one of theirs answer. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { ChallengeAnswer } from '../contract/sign-in.ts'
import { addOptions, stepUpOptions } from '../passkeys.ts'
import { accountOf } from '../store.ts'

export const passkeyChallenge = query({
  name: 'identity.passkey-challenge',
  summary: 'Gives what a browser needs to make a passkey, or to have one answer.',
  who: 'signed-in',
  input: z.strictObject({ for: z.enum(['add', 'step-up']) }),
  output: ChallengeAnswer,
  async run(cx, input) {
    cx.allow(null)
    const options =
      input.for === 'add'
        ? await addOptions(cx, (await accountOf(cx.tx, cx.actor.id))?.username ?? cx.actor.name)
        : await stepUpOptions(cx)
    return { options: options as Record<string, unknown> | null }
  },
})
