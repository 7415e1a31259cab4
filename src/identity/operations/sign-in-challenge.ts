/** What a browser needs to offer the passkeys that it knows, before anybody has said a name. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { ChallengeAnswer } from '../contract/sign-in.ts'
import { signInOptions } from '../passkeys.ts'

export const signInChallenge = query({
  name: 'identity.sign-in-challenge',
  summary: 'Gives what a browser needs to offer its passkeys for signing in.',
  who: 'anyone',
  input: z.strictObject({}),
  output: ChallengeAnswer,
  async run(cx) {
    return { options: (await signInOptions(cx)) as Record<string, unknown> | null }
  },
})
