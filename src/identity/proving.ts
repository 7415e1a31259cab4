/** Acts on one's own account ask for the person: by password, by passkey, or because they signed in a moment ago. */
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { Assertion } from './contract/sign-in.ts'
import { ownPasskeyAnswers } from './passkeys.ts'
import { secretMatches } from './secrets.ts'
import { type Account, accountOf } from './store.ts'
import { countTry, forget } from './store/guesses.ts'
import { sessionOpenedAt } from './store/sessions.ts'

const FRESH_MS = 10 * 60_000

/** A stored token must never change how its person signs in: it could keep itself alive for ever. */
export function mustNotBeToken(cx: Cx): void {
  if (cx.actor.scopes !== null && cx.actor.csrf === null)
    throw new Refusal('forbidden', 'identity.not-by-token', { next: 'identity.next-sign-in-yourself' })
}

/**
 * `fresh`: a sign-in of the last ten minutes is enough, as for adding a way in. Otherwise the person shows password or passkey; who
 * has neither (a demonstration, a first day) can only be fresh.
 */
export async function mustBeThemselves(
  cx: Cx,
  shown: { password?: string | undefined; proof?: Assertion | undefined },
  how: { fresh: boolean },
): Promise<Account> {
  mustNotBeToken(cx)
  const account = await accountOf(cx.tx, cx.actor.id)
  if (!account) throw new Refusal('conflict', 'identity.no-account')
  if (shown.password !== undefined) {
    await mustFitPassword(cx, account, shown.password)
    return account
  }
  if (shown.proof !== undefined) {
    if (await ownPasskeyAnswers(cx, shown.proof)) return account
    throw new Refusal('conflict', 'identity.wrong-passkey', { next: 'identity.next-try-again' })
  }
  const showsNothing = account.password_hash === null && account.passkeys === 0
  if ((how.fresh || showsNothing) && (await isFresh(cx))) return account
  throw new Refusal('conflict', 'identity.show-yourself', { next: 'identity.next-password-or-passkey' })
}

async function mustFitPassword(cx: Cx, account: Account, password: string): Promise<void> {
  const guess = [{ at: 'password', of: account.person }] as const
  await countTry(cx, guess)
  if (!(await secretMatches(password, account.password_hash)))
    throw new Refusal('conflict', 'identity.wrong-password')
  await forget(cx, guess)
}

async function isFresh(cx: Cx): Promise<boolean> {
  const opened = await sessionOpenedAt(cx.tx, cx.actor.via)
  return opened !== undefined && Date.parse(cx.now) - Date.parse(opened) < FRESH_MS
}
