/** Opens a session for whom the provider names, where an administrator has said who that is here; nobody is made by signing on. */
import { randomBytes } from 'node:crypto'
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { SessionOpened } from '../contract/sign-in.ts'
import { SignOn } from '../contract/sign-on.ts'
import { newCode, readCode } from '../recovery-codes.ts'
import { maySignOn } from '../rules.ts'
import { whoSignsOn } from '../sign-on.ts'
import { addressGuess, openFor } from '../signing-in.ts'
import { accountOf, hasSecondFactor } from '../store.ts'
import { mayComeIn } from '../store/absences.ts'
import { countTry, forget } from '../store/guesses.ts'
import { personOfSignOn, waitForLink } from '../store/sign-on.ts'

export const signOn = command({
  name: 'identity.sign-on',
  summary: 'Opens a session for whom the provider names, where an administrator has linked that account.',
  who: 'anyone',
  input: SignOn,
  output: SessionOpened,
  answers: 'once',
  async run(cx, input) {
    const guesses = addressGuess(cx)
    await countTry(cx, guesses)
    const said = await whoSignsOn(cx, input.answer, input.flow)
    const linked = await personOfSignOn(cx, said)
    if (!linked) {
      const code = newCode(randomBytes, 12)
      await waitForLink(cx, said, readCode(code))
      throw new Refusal('not-signed-in', 'identity.sign-on-unknown', {
        values: { code },
        next: 'identity.next-tell-administrator',
      })
    }
    const account = await accountOf(cx.tx, linked.person)
    if (!account || !(await mayComeIn(cx, account.person)))
      throw new Refusal('not-signed-in', 'identity.sign-on-stopped', {
        next: 'identity.next-ask-administrator',
      })
    refuseUnless(maySignOn(hasSecondFactor(account), said))
    await forget(cx, guesses)
    return openFor(cx, account, 'sign-on', input.device, {
      place: input.place,
      twoFactors: said.twoFactors,
    })
  },
})
