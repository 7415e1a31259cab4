/** Time-based one-time codes (RFC 6238: SHA-1, six digits, thirty seconds) and recovery codes. */
import type * as Otp from 'otplib'
import type { Cx } from '#platform/cx.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import { unseal } from '#platform/sealing.ts'
import { newCode, readCode } from './recovery-codes.ts'
import { totpOf } from './sealed-secrets.ts'
import { hashCodes, matchingSecret } from './secrets.ts'
import { type Account, keepRecoveryCodes, spendRecoveryCode, spendTotpStep } from './store.ts'

const otp = onFirstUse<typeof Otp>('otplib')

export const newTotpSecret = (): string => otp.generateSecret()
export const totpUri = (secret: string, username: string): string =>
  otp.generateURI({ issuer: 'Custodia', label: username, secret })

const STEP_SECONDS = 30

/** The step of a code that fits now, one step before or one after (clocks differ); undefined where none does. */
export async function totpStep(secret: string, code: string, now: string): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(Date.parse(now) / 1000)
  for (const drift of [0, -1, 1]) {
    const at = epoch + drift * STEP_SECONDS
    const checked = await otp.verify({ secret, token: code, epoch: at, epochTolerance: 0 })
    if (checked.valid) return Math.floor(at / STEP_SECONDS)
  }
  return undefined
}

/** A code counts once (its step is kept); a recovery code is spent. */
export async function spendCode(
  cx: Cx,
  account: Account,
  code: string,
): Promise<'code' | 'recovery-code' | undefined> {
  const figures = code.replace(/[\s-]/g, '')
  const seed = account.totp_confirmed_at === null ? null : await seedOf(cx, account)
  if (seed !== null) {
    const step = await totpStep(seed, figures, cx.now)
    if (step !== undefined) return (await spendTotpStep(cx, account.person, step)) ? 'code' : undefined
  }
  if (figures.length !== 10 || account.recovery_hashes.length === 0) return undefined
  const hash = await matchingSecret(readCode(figures), account.recovery_hashes)
  return hash !== undefined && (await spendRecoveryCode(cx, account.person, hash))
    ? 'recovery-code'
    : undefined
}

/** Null where there is none, or none that opens: recovery codes are hashes and let in without the key. */
async function seedOf(cx: Cx, account: Account): Promise<string | null> {
  if (account.totp_secret === null) return null
  try {
    return await unseal(cx.ground, totpOf(account.person), account.totp_secret)
  } catch (error) {
    cx.ground.log.error({ err: error }, 'the seed of an authenticator does not open')
    return null
  }
}

/** Ten new ones of 50 bits; those of before no longer count. Shown once, kept as hashes under one salt. */
export async function makeRecoveryCodes(cx: Cx): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => newCode((n) => cx.ground.randomBytes(n), 10))
  await keepRecoveryCodes(cx, cx.actor.id, await hashCodes(codes.map(readCode)))
  return codes
}
