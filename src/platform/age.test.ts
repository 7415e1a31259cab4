/** Files sealed for a public key: opened with the secret one, by nobody else, and by the program of the format where it is at hand. */
import { spawnSync } from 'node:child_process'
import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bech32, isAgeRecipient, openWith, sealFor, unbech32 } from './age.ts'
import { needs } from '../../test/needs.ts'

function pair(): { secret: string; recipient: string } {
  const raw = randomBytes(32)
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]),
    format: 'der',
    type: 'pkcs8',
  })
  const open = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { secret: bech32('age-secret-key-', raw).toUpperCase(), recipient: bech32('age', open) }
}
// A well-known pair of the documents of the format (filippo.io/age, testdata).
const KNOWN = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'

describe('a file sealed for a public key', () => {
  test('keys are read by their own check: one letter changed is no key', () => {
    expect(isAgeRecipient(KNOWN)).toBe(true)
    expect(isAgeRecipient(KNOWN.replace('zvk', 'zvq'))).toBe(false)
    expect(bech32('age', unbech32('age', KNOWN) ?? Buffer.alloc(0))).toBe(KNOWN)
  })
  test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('%i bytes come back whole', (size) => {
    const { secret, recipient } = pair()
    const bytes = randomBytes(size)
    expect(openWith(secret, sealFor(recipient, bytes)).equals(bytes)).toBe(true)
  })
  test('another key opens nothing, and neither does the right one once a byte was changed', () => {
    const { secret, recipient } = pair()
    const sealed = sealFor(recipient, Buffer.from('records of people'))
    expect(() => openWith(pair().secret, sealed)).toThrow()
    const bent = Buffer.from(sealed)
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1
    expect(() => openWith(secret, bent)).toThrow()
    expect(sealed.includes('records')).toBe(false)
  })
  describe('the program of the format', () => {
    const program = process.env.CUSTODIA_AGE ?? 'age'
    needs(
      spawnSync(program, ['--version']).status === 0 ? program : undefined,
      'the program age (or CUSTODIA_AGE)',
    )
    test('opens what was sealed here', async () => {
      const { secret, recipient } = pair()
      const folder = await mkdtemp(join(tmpdir(), 'custodia-age-'))
      const bytes = randomBytes(150_000)
      await writeFile(join(folder, 'key'), `${secret}\n`)
      await writeFile(join(folder, 'sealed'), sealFor(recipient, bytes))
      const told = spawnSync(program, ['-d', '-i', join(folder, 'key'), join(folder, 'sealed')], {
        maxBuffer: 1e6,
      })
      expect(told.stderr.toString()).toBe('')
      expect(told.stdout.equals(bytes)).toBe(true)
    })
  })
})
