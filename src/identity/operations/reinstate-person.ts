/** Lets a suspended account sign in again. */
import { z } from 'zod'
import { Id, ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { mayAdminister } from '../rules.ts'
import { accountOf, suspendAccount } from '../store.ts'
import { getPerson } from '../store/people.ts'

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
    const subject = ref('identity.person', input.person)
    await cx.lock([subject])
    const account = await accountOf(cx.tx, input.person)
    if (!account) throw notFound()
    refuseUnless(mayAdminister(cx.actor, (await getPerson(cx.tx, input.person)).unit, true))
    refuseUnless(unless(account.person !== cx.actor.id, no('identity.not-yourself')))
    refuseUnless(unless(account.suspended !== false, no('identity.already-so')))

    await suspendAccount(cx, input.person, false)
    await cx.record({
      subject,
      rows: { 'identity.person_state': [{ id: cx.newId(), person: input.person, state: 'reinstated' }] },
    })
    return {}
  },
})
