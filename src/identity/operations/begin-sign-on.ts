/** Where a browser goes to be told apart by the provider; nothing is written down until it comes back. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { SignOnBegun } from '../contract/sign-on.ts'
import { beginSignOn as begin } from '../sign-on.ts'

export const beginSignOn = query({
  name: 'identity.begin-sign-on',
  summary:
    'Gives the address at the provider where somebody signs on, and what the browser keeps until then.',
  who: 'anyone',
  input: z.strictObject({}),
  output: SignOnBegun,
  run: (cx) => begin(cx),
})
