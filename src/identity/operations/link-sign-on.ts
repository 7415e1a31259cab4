/** An administrator says which person here stands behind an account of the provider: with the code that the person was shown. */
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { LinkSignOn, SignOnLinked } from '../contract/sign-on.ts'
import { readCode } from '../recovery-codes.ts'
import { mayAdminister } from '../rules.ts'
import { accountOf } from '../store.ts'
import { getPerson } from '../store/people.ts'
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
    const subject = ref('identity.person', input.person)
    await cx.lock([subject])
    if (!(await accountOf(cx.tx, input.person))) throw notFound()
    refuseUnless(mayAdminister(cx.actor, (await getPerson(cx.tx, input.person)).unit, true))
    refuseUnless(unless(input.person !== cx.actor.id, no('identity.not-yourself')))
    const waiting = await takeWaiting(cx, readCode(input.code))
    refuseUnless(unless(waiting !== undefined, no('identity.sign-on-code', {}, 'identity.next-sign-on-anew')))
    const { issuer, subject: theirs, name } = waiting as NonNullable<typeof waiting>

    await insertSignOn(cx, input.person, { issuer, subject: theirs, name })
    await cx.record({ subject, facts: { issuer } })
    return { name }
  },
})
