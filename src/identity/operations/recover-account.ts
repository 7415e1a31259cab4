/** The person comes back: with the code (both halves of it, unless the account is new) they choose a password, and all that was open ends. They then sign in. */
import { timingSafeEqual } from 'node:crypto'
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { hashOf } from '../authority.ts'
import { AccountRecovered, RecoverAccount } from '../contract/duties.ts'
import { mustBeGoodPassword } from '../passwords.ts'
import { readCode } from '../recovery-codes.ts'
import { hashSecret } from '../secrets.ts'
import { addressGuess } from '../signing-in.ts'
import {
  accountOf,
  endEverything,
  endTotp,
  keepPassword,
  keepPin,
  keepRecoveryCodes,
  wordsOfTheHouse,
} from '../store.ts'
import { mayComeIn } from '../store/absences.ts'
import { countTry, forget } from '../store/guesses.ts'
import { removeAllPasskeys } from '../store/passkeys.ts'
import { type RecoveryRow, countRecoveryTry, recoveryOfCode } from '../store/recovery.ts'

export const recoverAccount = command({
  name: 'identity.recover-account',
  summary: 'Comes back into an account with the code of a recovery, and chooses a new password.',
  who: 'anyone',
  input: RecoverAccount,
  output: AccountRecovered,
  async run(cx, input) {
    const guesses = addressGuess(cx)
    await countTry(cx, guesses)
    const recovery = await recoveryOfCode(cx, readCode(input.code))
    if (!recovery || !(await countRecoveryTry(cx, recovery.id)) || !secondFits(recovery, input.second))
      throw new Refusal('not-signed-in', 'identity.recovery-wrong', { next: 'identity.next-both-halves' })
    if (!(await mayComeIn(cx, recovery.person))) throw new Refusal('conflict', 'identity.recovery-closed')
    const keepsFactor = !recovery.lost.includes('second-factor')
    const before = await accountOf(cx.tx, recovery.person)
    mustBeGoodPassword(input.newPassword, {
      own: [recovery.username, recovery.name, ...(await wordsOfTheHouse(cx.tx))],
      alone: !keepsFactor || before === undefined || before.totp_confirmed_at === null,
    })

    await takeAway(cx, recovery)
    await keepPassword(cx, recovery.person, await hashSecret(input.newPassword))
    await endEverything(cx, recovery.person)
    await forget(cx, [
      ...guesses,
      { at: 'name', of: recovery.username },
      { at: 'password', of: recovery.person },
    ])
    await cx.record({
      subject: ref('identity.person', recovery.person),
      facts: { recovery: recovery.id, lost: recovery.lost },
      rows: { 'identity.recovery_step': [{ id: cx.newId(), recovery: recovery.id, kind: 'used' }] },
    })
    // No session: who kept a second factor shows it at the door like every day.
    return { username: recovery.username }
  },
})

function secondFits(
  recovery: RecoveryRow & { second_hash: Buffer | null },
  second: string | undefined,
): boolean {
  if (recovery.firstDay) return true
  return (
    recovery.second_hash !== null &&
    second !== undefined &&
    timingSafeEqual(recovery.second_hash, hashOf(readCode(second)))
  )
}

async function takeAway(cx: Cx, recovery: RecoveryRow): Promise<void> {
  if (recovery.lost.includes('second-factor')) {
    await endTotp(cx, recovery.person)
    await removeAllPasskeys(cx, recovery.person)
    await keepRecoveryCodes(cx, recovery.person, [])
  }
  if (recovery.lost.includes('pin')) {
    await keepPin(cx, recovery.person, null)
    await forget(cx, [{ at: 'pin', of: recovery.person }])
  }
}
