/** The service's rules for signing in, and how far people have come with the second factor. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { LEAST_ALONE, LEAST_BESIDE } from '../passwords.ts'
import { factorsByRole, secondFactorRoles } from '../store/policy.ts'

export const signInRules = query({
  name: 'identity.sign-in-rules',
  summary: 'Shows the rules for signing in, and who has a second factor already.',
  who: ['administrator', 'director', 'quality-manager'],
  input: z.strictObject({}),
  output: z.object({
    secondFactorRoles: z.array(z.string()),
    leastPassword: z.object({ alone: z.number(), besideSecondFactor: z.number() }),
    roles: z.array(z.object({ role: z.string(), people: z.number(), without: z.number() })),
  }),
  async run(cx) {
    cx.allow(null)
    return {
      secondFactorRoles: await secondFactorRoles(cx),
      leastPassword: { alone: LEAST_ALONE, besideSecondFactor: LEAST_BESIDE },
      roles: await factorsByRole(cx),
    }
  },
})
