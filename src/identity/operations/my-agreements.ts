/** What the agency of the person who asks has signed with the service, and what waits for their own signature. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { MyAgreements } from '../contract/customers.ts'
import { offersTo, signedForMe } from '../store/customers.ts'

export const myAgreements = query({
  name: 'identity.my-agreements',
  summary: 'Lists what the agency of the person who asks has signed, and what waits for their signature.',
  who: 'signed-in',
  input: z.strictObject({}),
  output: MyAgreements,
  async run(cx) {
    cx.allow(null)
    const offered = await offersTo(cx)
    return {
      offered: offered.map(({ id, kind, title, words, validFrom, validUntil, forService, at }) => ({
        id,
        kind,
        title,
        words,
        validFrom,
        validUntil,
        forService,
        at,
      })),
      signed: await signedForMe(cx),
    }
  },
})
