/** Stops an account at once: sessions, tokens and step-ups end with it. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { anotherToAdminister } from '../administered.ts'
import { suspendAccount } from '../store.ts'

export const suspendPerson = command({
  name: 'identity.suspend-person',
  summary: 'Stops an account at once: sessions, tokens and step-ups end with it.',
  who: ['administrator'],
  input: z.strictObject({ person: Id }),
  output: z.object({}),
  reason: 'required',
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const { subject, account } = await anotherToAdminister(cx, input.person)
    refuseUnless(unless(account.suspended !== true, no('identity.already-so')))

    await suspendAccount(cx, input.person, true)
    await cx.record({
      subject,
      rows: { 'identity.person_state': [{ id: cx.newId(), person: input.person, state: 'suspended' }] },
    })
    return {}
  },
})
