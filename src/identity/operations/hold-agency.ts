/** Holds an agency to a rule, or lets it off: let in under an agreement only; announces what it brings. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { HoldAgency } from '../contract/customers.ts'
import { mayAdminister } from '../rules.ts'
import { rulesOfAgencies } from '../store/customers.ts'

export const holdAgency = command({
  name: 'identity.hold-agency',
  summary: 'Holds an agency to a rule, or lets it off.',
  who: ['director', 'administrator'],
  input: HoldAgency,
  output: z.object({}),
  reason: 'required',
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const heads = cx.actor.grants.some((g) => g.role === 'director')
    refuseUnless(heads ? { ok: true } : mayAdminister(cx.actor, null, false))
    const subject = ref('identity.agency', input.agency)
    await cx.lock([subject])
    const held = (await rulesOfAgencies(cx)).get(input.agency)?.includes(input.rule) ?? false
    refuseUnless(unless(held !== input.holds, no('identity.already-so')))

    const { agency, rule, holds } = input
    await cx.record({
      subject,
      facts: { rule, holds },
      rows: { 'identity.agency_rule': [{ id: cx.newId(), agency, rule, holds }] },
    })
    return {}
  },
})
