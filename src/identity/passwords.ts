/** What a password must be: long enough, not one that everybody tries, not the person's own name (NIST SP 800-63B-4, 3.1.1.2). */
import { Refusal } from '#kernel/verdict.ts'
import { commonPasswords } from './common-passwords.ts'

export const LEAST_PASSWORD = 12

export function mustBeGoodPassword(password: string, personal: readonly string[]): void {
  const bare = password.normalize('NFC')
  if (bare.length < LEAST_PASSWORD)
    throw new Refusal('invalid', 'identity.password-short', { values: { least: LEAST_PASSWORD } })
  const folded = bare.toLowerCase().replace(/[^a-z0-9]/g, '')
  const own = [...personal, 'custodia', 'forensic', 'belize', 'laboratory']
    .map((w) => w.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((w) => w.length >= 4)
  const rest = own.reduce((text, word) => text.replaceAll(word, ''), folded).replace(/[0-9]+$/, '')
  const repeated = /^(.{1,4})\1+$/.test(folded)
  if (
    commonPasswords.has(folded) ||
    commonPasswords.has(folded.replace(/[0-9]+$/, '')) ||
    rest.length < 4 ||
    repeated
  )
    throw new Refusal('invalid', 'identity.password-common')
}
