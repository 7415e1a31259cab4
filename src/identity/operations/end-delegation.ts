/** Ends what was handed on: by the one whose duty it is, or by the one who has it meanwhile. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { EndDelegation } from '../contract/duties.ts'
import { findGrant } from '../store/duties.ts'

export const endDelegation = command({
  name: 'identity.end-delegation',
  summary: 'Ends what was handed on, before its day.',
  who: 'signed-in',
  input: EndDelegation,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const grant = await findGrant(cx, input.grant)
    if (!grant?.owner || ![grant.person, grant.owner.id].includes(cx.actor.id)) throw notFound()
    const subject = ref('identity.person', grant.person)
    await cx.lock([subject])

    await cx.record({
      subject,
      facts: { role: grant.role },
      rows: { 'identity.role_withdrawal': [{ id: cx.newId(), role_grant: grant.id }] },
    })
    return {}
  },
})
