/** Lets a suspended account sign in again. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { anotherToAdminister } from '../administered.ts'
import { suspendAccount } from '../store.ts'

export const reinstatePerson = command({
  name: 'identity.reinstate-person',
  summary: 'Lets a suspended account sign in again.',
  who: ['administrator'],
  input: z.strictObject({ person: Id }),
  output: z.object({}),
  reason: 'required',
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const { subject, account } = await anotherToAdminister(cx, input.person)
    refuseUnless(unless(account.suspended !== false, no('identity.already-so')))

    await suspendAccount(cx, input.person, false)
    await cx.record({
      subject,
      rows: { 'identity.person_state': [{ id: cx.newId(), person: input.person, state: 'reinstated' }] },
    })
    return {}
  },
})
