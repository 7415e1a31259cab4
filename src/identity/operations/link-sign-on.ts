/** An administrator says which person here stands behind an account of the provider: with the code that the person was shown. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { anotherToAdminister } from '../administered.ts'
import { LinkSignOn, SignOnLinked } from '../contract/sign-on.ts'
import { readCode } from '../recovery-codes.ts'
import { insertSignOn, takeWaiting } from '../store/sign-on.ts'

export const linkSignOn = command({
  name: 'identity.link-sign-on',
  summary:
    'Says which person stands behind an account of the provider, with the code that the person was shown.',
  who: ['administrator'],
  input: LinkSignOn,
  output: SignOnLinked,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const { subject } = await anotherToAdminister(cx, input.person)
    const waiting = await takeWaiting(cx, readCode(input.code))
    refuseUnless(unless(waiting !== undefined, no('identity.sign-on-code', {}, 'identity.next-sign-on-anew')))
    const { issuer, subject: theirs, name } = waiting as NonNullable<typeof waiting>

    await insertSignOn(cx, input.person, { issuer, subject: theirs, name })
    await cx.record({ subject, facts: { issuer } })
    return { name }
  },
})
