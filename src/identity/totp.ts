/** Time-based one-time codes (RFC 6238: SHA-1, six digits, thirty seconds) and recovery codes. */
import { generateSecret, generateURI, verify } from 'otplib'

export const newTotpSecret = (): string => generateSecret()
export const totpUri = (secret: string, username: string): string =>
  generateURI({ issuer: 'Custodia', label: username, secret })

const STEP_SECONDS = 30

/** The step of a code that fits now, one step before or one after (clocks differ); undefined where none does. */
export async function totpStep(secret: string, code: string, now: string): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(Date.parse(now) / 1000)
  for (const drift of [0, -1, 1]) {
    const at = epoch + drift * STEP_SECONDS
    const checked = await verify({ secret, token: code, epoch: at, epochTolerance: 0 })
    if (checked.valid) return Math.floor(at / STEP_SECONDS)
  }
  return undefined
}

/** Ten codes of 50 bits, in letters and figures that cannot be mistaken for each other. */
export function newRecoveryCodes(random: (count: number) => Buffer): string[] {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 10 }, () =>
    [...random(10)]
      .map((b) => letters[b % letters.length])
      .join('')
      .replace(/^(.{5})/, '$1-'),
  )
}
