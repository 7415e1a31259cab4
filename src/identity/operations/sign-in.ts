/** Opens a session: for a passkey, or for name and password with the code of a second factor where there is one. */
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { SessionOpened, SignIn } from '../contract/sign-in.ts'
import type { Assertion } from '../contract/sign-in.ts'
import { signedInByPasskey } from '../passkeys.ts'
import { secretMatches } from '../secrets.ts'
import { addressGuess, guessesOf, openFor, wrongSignIn } from '../signing-in.ts'
import { accountOf, findAccount, hasSecondFactor } from '../store.ts'
import { mayComeIn } from '../store/absences.ts'
import { countTry, forget } from '../store/guesses.ts'
import { spendCode } from '../totp.ts'

export const signIn = command({
  name: 'identity.sign-in',
  summary: 'Opens a session for a passkey, or for name and password with second factor.',
  who: 'anyone',
  input: SignIn,
  output: SessionOpened,
  answers: 'once',
  async run(cx, input) {
    return input.passkey === undefined
      ? byPassword(cx, { ...input, username: input.username ?? '', password: input.password ?? '' })
      : byPasskey(cx, input.passkey, input)
  },
})

interface How {
  readonly device?: string | undefined
  readonly place?: string | undefined
  readonly kiosk?: boolean | undefined
}

/** Finger, face or device PIN was shown to the passkey itself: it is both factors. */
async function byPasskey(cx: Cx, passkey: Assertion, input: How) {
  const guesses = addressGuess(cx)
  await countTry(cx, guesses)
  const key = await signedInByPasskey(cx, passkey)
  const account = key && (await accountOf(cx.tx, key.person))
  if (!account || !(await mayComeIn(cx, account.person)))
    throw new Refusal('not-signed-in', 'identity.passkey-unknown', { next: 'identity.next-other-way-in' })
  await forget(cx, [...guesses, { at: 'name', of: account.username }])
  return openFor(cx, account, 'passkey', input.device, input)
}

/** One derivation and the same words, whether the name is nobody's, the password wrong or the account stopped. */
async function byPassword(
  cx: Cx,
  input: How & { username: string; password: string; code?: string | undefined },
) {
  const account = await findAccount(cx.tx, input.username)
  const guesses = await guessesOf(cx, input.username, account, input.device)
  await countTry(cx, guesses)
  const fits = await secretMatches(input.password, account?.password_hash)
  if (!account || !fits || !(await mayComeIn(cx, account.person))) throw wrongSignIn()
  const way = hasSecondFactor(account) ? await secondFactor(cx, account, input.code) : 'password'
  await forget(cx, guesses)
  return openFor(cx, account, way, input.device, input)
}

async function secondFactor(
  cx: Cx,
  account: Parameters<typeof spendCode>[1],
  code: string | undefined,
): Promise<'password-and-code' | 'recovery-code'> {
  if (!code) {
    if (account.totp_confirmed_at !== null) throw new Refusal('not-signed-in', 'identity.code-needed')
    throw new Refusal('not-signed-in', 'identity.passkey-needed')
  }
  const spent = await spendCode(cx, account, code)
  if (spent === undefined) throw wrongSignIn()
  return spent === 'code' ? 'password-and-code' : 'recovery-code'
}
