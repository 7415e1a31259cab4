/** Whether a PIN fits; wrong ones run out. */
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { secretMatches } from './secrets.ts'
import { accountOf } from './store.ts'
import { countTry, forget } from './store/guesses.ts'

/** The PIN of the person who acts. */
export async function mustFitOwnPin(cx: Cx, pin: string): Promise<void> {
  const account = await accountOf(cx.tx, cx.actor.id)
  if (!account?.pin_hash) throw new Refusal('conflict', 'identity.no-pin', { next: 'identity.next-set-pin' })
  const guess = [{ at: 'pin', of: cx.actor.id }] as const
  await countTry(cx, guess)
  if (!(await secretMatches(pin, account.pin_hash))) throw new Refusal('conflict', 'identity.wrong-pin')
  await forget(cx, guess)
}

/**
 * The PIN of somebody who signs beside, typed at another's screen. Counted for the two of them, so that a colleague who guesses
 * spends their own tries and not the owner's.
 */
export async function fitsPinBeside(cx: Cx, person: string, pin: string): Promise<'fits' | 'wrong' | 'none'> {
  const account = await accountOf(cx.tx, person)
  if (!account?.pin_hash || account.suspended) return 'none'
  const guess = [{ at: 'pin-beside', of: `${person}:${cx.actor.id}` }] as const
  await countTry(cx, guess)
  if (!(await secretMatches(pin, account.pin_hash))) return 'wrong'
  await forget(cx, guess)
  return 'fits'
}
