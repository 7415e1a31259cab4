/** Signed heads read as C2SP says, known notes of others verify, and nothing that was changed is believed. */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cosign, encodeVkey, parseVkey, signCheckpoint, verifyCosignature, verifyNote } from './note.ts'
import { leafHash } from './merkle.ts'

function key(
  seed: number,
  name: string,
  algorithm: 1 | 4 = 1,
): { vkey: string; privateKey: ReturnType<typeof createPrivateKey> } {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return {
    privateKey,
    vkey: encodeVkey(
      name,
      createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32),
      algorithm,
    ),
  }
}
const log = key(1, 'custodia.log/test')
const witness = key(2, 'court.example/witness', 4)
const root = leafHash(Buffer.from('a'))
const note = signCheckpoint({ origin: 'custodia.log/test', size: 1, root }, log)

test('public keys of other logs read, and a changed one does not', () => {
  const sumdb = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'
  const read = parseVkey(sumdb)
  expect(read?.name).toBe('sum.golang.org')
  expect(encodeVkey('sum.golang.org', read?.publicKey as Buffer)).toBe(sumdb)
  for (let i = 0; i < sumdb.length; i += 1)
    expect(
      parseVkey(`${sumdb.slice(0, i)}${sumdb[i] === 'x' ? 'y' : 'x'}${sumdb.slice(i + 1)}`),
    ).toBeUndefined()
})

test('a signature that another program made holds (the example of signed-note in Go)', () => {
  const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const said = `If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`
  // The signature is good, so the only objection left is that the text is no tree head.
  expect(verifyNote(said, peter)).toEqual({ ok: false, reason: 'the text is not a tree head' })
  expect(verifyNote(said.replace('answer', 'Answer'), peter)).toEqual({
    ok: false,
    reason: 'the signature does not fit the text',
  })
})

test('a head reads back; the form is that of the standard', () => {
  expect(note).toMatch(
    /^custodia\.log\/test\n1\n[A-Za-z0-9+/]{43}=\n\n— custodia\.log\/test [A-Za-z0-9+/]{91}=\n$/,
  )
  expect(verifyNote(note, log.vkey)).toEqual({
    ok: true,
    checkpoint: { origin: 'custodia.log/test', size: 1, root },
  })
})

test('each changed, lost or added character of a head is refused', () => {
  let refused = 0
  for (let i = 0; i < note.length; i += 1) {
    for (const bad of [
      note.slice(0, i) + note.slice(i + 1),
      `${note.slice(0, i)}${note[i] === 'A' ? 'B' : 'A'}${note.slice(i + 1)}`,
      `${note.slice(0, i)}1${note.slice(i)}`,
      `${note.slice(0, i)}\n${note.slice(i)}`,
    ]) {
      if (bad === note) continue
      expect(verifyNote(bad, log.vkey).ok, JSON.stringify(bad)).toBe(false)
      refused += 1
    }
  }
  fc.assert(
    fc.property(fc.nat(note.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, c) => {
      if (note[at] !== c)
        expect(verifyNote(note.slice(0, at) + c + note.slice(at + 1), log.vkey).ok).toBe(false)
    }),
    { numRuns: 3_000, seed: 1 },
  )
  expect(refused).toBeGreaterThan(600)
})

test('another log, another key of the same name, a key id put on another key: all refused', () => {
  const impostor = key(3, 'custodia.log/test')
  expect(
    verifyNote(signCheckpoint({ origin: 'custodia.log/test', size: 1, root }, impostor), log.vkey),
  ).toEqual({ ok: false, reason: 'no signature is by this key' })
  expect(verifyNote(signCheckpoint({ origin: 'custodia.log/other', size: 1, root }, log), log.vkey)).toEqual({
    ok: false,
    reason: 'the tree head is of another log',
  })
  const [, id, material] = impostor.vkey.split('+')
  expect(verifyNote(note, `custodia.log/test+${log.vkey.split('+')[1]}+${material}`)).toEqual({
    ok: false,
    reason: 'the key does not read',
  })
  expect(verifyNote(note, `custodia.log/test+${id}+${log.vkey.split('+')[2]}`)).toEqual({
    ok: false,
    reason: 'the key does not read',
  })
  expect(verifyNote(note, witness.vkey).ok).toBe(false)
})

test('a witness adds its line; the head stays good, and the line holds for this text and time only', () => {
  const at = 1_800_000_000
  const line = cosign(note, witness, at)
  expect(verifyNote(note + line, log.vkey).ok).toBe(true)
  expect(verifyCosignature(note + line, witness.vkey, 'custodia.log/test')).toEqual({
    ok: true,
    at,
    checkpoint: { origin: 'custodia.log/test', size: 1, root },
  })
  expect(verifyCosignature(note, witness.vkey, 'custodia.log/test').ok).toBe(false)
  expect(verifyCosignature(note + line, witness.vkey, 'custodia.log/other').ok).toBe(false)
  const bigger = signCheckpoint({ origin: 'custodia.log/test', size: 2, root }, log)
  expect(verifyCosignature(bigger + line, witness.vkey, 'custodia.log/test')).toEqual({
    ok: false,
    reason: 'the signature does not fit the text',
  })
  const bytes = Buffer.from(line.split(' ')[2] as string, 'base64')
  for (let i = 0; i < bytes.length; i += 1) {
    const bent = Buffer.from(bytes)
    bent[i] = (bent[i] as number) ^ 1
    expect(
      verifyCosignature(
        `${note}— court.example/witness ${bent.toString('base64')}\n`,
        witness.vkey,
        'custodia.log/test',
      ).ok,
    ).toBe(false)
  }
})
