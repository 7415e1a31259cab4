/** An account of the provider is nobody here any more; what was opened with it ends. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { personToAdminister } from '../administered.ts'
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
    const { subject } = await personToAdminister(cx, input.person)
    const issuer = await endSignOn(cx, input.person)
    refuseUnless(unless(issuer !== undefined, no('identity.already-so')))

    await endSignOnSessions(cx, input.person)
    await cx.record({ subject, facts: { issuer: issuer ?? '' } })
    return {}
  },
})
