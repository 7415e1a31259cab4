/** An account of the provider is nobody here any more; what was opened with it ends. */
import { z } from 'zod'
import { Id, ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { mayAdminister } from '../rules.ts'
import { accountOf } from '../store.ts'
import { getPerson } from '../store/people.ts'
import { endSignOn, endSignOnSessions } from '../store/sign-on.ts'

export const unlinkSignOn = command({
  name: 'identity.unlink-sign-on',
  summary: 'Ends the link between a person and an account of the provider, and the sessions opened by it.',
  who: ['administrator'],
  input: z.strictObject({ person: Id }),
  output: z.object({}),
  reason: 'required',
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('identity.person', input.person)
    await cx.lock([subject])
    if (!(await accountOf(cx.tx, input.person))) throw notFound()
    refuseUnless(mayAdminister(cx.actor, (await getPerson(cx.tx, input.person)).unit, true))
    const issuer = await endSignOn(cx, input.person)
    refuseUnless(unless(issuer !== undefined, no('identity.already-so')))

    await endSignOnSessions(cx, input.person)
    await cx.record({ subject, facts: { issuer: issuer ?? '' } })
    return {}
  },
})
