/** Whether people may sign on with an account of another house, and what that house is called. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { SignOnProvider } from '../contract/sign-on.ts'
import { providerOf } from '../sign-on.ts'

export const signOnProvider = query({
  name: 'identity.sign-on-provider',
  summary: 'Says whose accounts people may sign on with, where there is such a house.',
  who: 'anyone',
  input: z.strictObject({}),
  output: SignOnProvider,
  run: (cx) => Promise.resolve({ name: providerOf(cx.ground)?.name ?? null }),
})
