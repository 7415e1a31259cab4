/** Ends a grant from now. */
import { z } from 'zod'
import { Id, ref } from '#kernel/shapes.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { customerRoles, mayAdminister } from '../rules.ts'
import { grantOf } from '../store/people.ts'

export const withdrawRole = command({
  name: 'identity.withdraw-role',
  summary: 'Ends a grant from now.',
  who: ['administrator'],
  input: z.strictObject({ grant: Id }),
  output: z.object({}),
  reason: 'required',
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const grant = await grantOf(cx.tx, input.grant)
    if (!grant) throw notFound()
    refuseUnless(mayAdminister(cx.actor, grant.unit, customerRoles.includes(grant.role)))

    await cx.record({
      subject: ref('identity.person', grant.person),
      facts: { role: grant.role },
      rows: { 'identity.role_withdrawal': [{ id: cx.newId(), role_grant: input.grant }] },
    })
    return {}
  },
})
