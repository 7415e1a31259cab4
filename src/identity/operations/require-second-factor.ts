/** Says which roles are let in only with a second factor: who lacks one can then do nothing but add it. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { roles } from '../contract.ts'
import { keepSecondFactorRoles } from '../store/policy.ts'

/** The rule of the service as a whole: one subject, so that its history is one chain. */
const service = '00000000-0000-7000-8000-000000000004'

export const requireSecondFactor = command({
  name: 'identity.require-second-factor',
  summary: 'Says which roles are let in only with a second factor.',
  who: ['administrator'],
  input: z.strictObject({ roles: z.array(z.enum(roles)).max(roles.length) }),
  output: z.object({}),
  reason: 'required',
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)

    const named = [...new Set(input.roles)].sort()
    await keepSecondFactorRoles(cx, named)
    await cx.record({ subject: ref('identity.rule', service), facts: { roles: named } })
    return {}
  },
})
