/** Opens a session for whoever shows name, password and, where enrolled, a code; counts failures even though they are refused. */
import { instantOf, ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { SessionOpened, SignIn } from '../contract.ts'
import { secretMatches } from '../secrets.ts'
import {
  type Account,
  countFailure,
  findAccount,
  keepTotpStep,
  openSession,
  resetFailures,
  spendRecoveryCode,
} from '../store.ts'
import { totpStep } from '../totp.ts'

/** After this many failures in a row each further try waits; never for ever, so that a stranger cannot lock a laboratory out. */
const FREE_TRIES = 5
const PAUSE_MS = 5 * 60_000

export const signIn = command({
  name: 'identity.sign-in',
  summary: 'Opens a session for whoever shows name, password and second factor.',
  who: 'anyone',
  input: SignIn,
  output: SessionOpened,
  async run(cx, input) {
    const account = await findAccount(cx.tx, input.username)
    if (account?.locked_until && account.locked_until > cx.now)
      throw new Refusal('too-many', 'identity.sign-in-paused', { values: { minutes: PAUSE_MS / 60_000 } })
    const fits = await secretMatches(input.password, account?.password_hash)
    if (!account || !fits || account.suspended) return refused(cx, account)
    if (account.totp_confirmed_at) {
      if (!input.code) throw new Refusal('not-signed-in', 'identity.code-needed')
      if (!(await codeFits(cx, account, input.code))) return refused(cx, account)
    }

    await resetFailures(cx, account.person)
    const session = await openSession(cx, account.person, null)
    await cx.record({ subject: ref('identity.person', account.person), facts: { session: session.id } })
    return {
      person: { id: account.person, name: account.name },
      csrf: session.csrf,
      setSession: { token: session.token, csrf: session.csrf, until: session.until },
    }
  },
})

async function refused(cx: Cx, account: Account | undefined): Promise<never> {
  if (account) await countFailure(cx, account.person, FREE_TRIES, instantOf(Date.parse(cx.now) + PAUSE_MS))
  throw new Refusal('not-signed-in', 'identity.wrong-sign-in')
}

/** A code counts once (its step is kept); a recovery code is spent. */
async function codeFits(cx: Cx, account: Account, code: string): Promise<boolean> {
  const step = account.totp_secret ? await totpStep(account.totp_secret, code, cx.now) : undefined
  if (step !== undefined && step > (account.totp_last_step ?? 0)) {
    await keepTotpStep(cx, account.person, step)
    return true
  }
  for (const hash of account.recovery_hashes) {
    if (await secretMatches(code, hash)) {
      await spendRecoveryCode(cx, account.person, hash)
      return true
    }
  }
  return false
}
