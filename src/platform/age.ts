/**
 * A file sealed for one reader who is named by a public key, to travel on a medium: the format age-encryption.org/v1 (C2SP, age.md), so that any program
 * that knows it opens the file without us. X25519 alone: `age1…` is the reader's public key in Bech32 (BIP 173). The body is ChaCha20-Poly1305 in
 * pieces of 64 KiB.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { Refusal } from '#kernel/verdict.ts'

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const PIECE = 65_536
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const SPKI = Buffer.from('302a300506032b656e032100', 'hex')

function polymod(values: readonly number[]): number {
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    generators.forEach((g, i) => {
      if ((top >>> i) & 1) sum ^= g
    })
  }
  return sum
}
const spread = (prefix: string): number[] => [
  ...Array.from(prefix, (c) => c.charCodeAt(0) >> 5),
  0,
  ...Array.from(prefix, (c) => c.charCodeAt(0) & 31),
]
function regroup(values: Iterable<number>, from: number, to: number, pad: boolean): number[] {
  const out: number[] = []
  let held = 0
  let bits = 0
  for (const value of values) {
    held = (held << from) | value
    bits += from
    while (bits >= to) {
      bits -= to
      out.push((held >> bits) & ((1 << to) - 1))
    }
    held &= (1 << bits) - 1
  }
  if (pad && bits > 0) out.push((held << (to - bits)) & ((1 << to) - 1))
  return out
}
export function bech32(prefix: string, bytes: Uint8Array): string {
  const words = regroup(bytes, 8, 5, true)
  const sum = polymod([...spread(prefix), ...words, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = Array.from({ length: 6 }, (_, i) => (sum >>> (5 * (5 - i))) & 31)
  return `${prefix}1${[...words, ...check].map((w) => ALPHABET[w]).join('')}`
}
/** The 32 bytes behind `age1…` or `AGE-SECRET-KEY-1…`; undefined for anything else. */
export function unbech32(prefix: string, text: string): Buffer | undefined {
  const plain = text.trim().toLowerCase()
  if (!plain.startsWith(`${prefix}1`)) return undefined
  const words = Array.from(plain.slice(prefix.length + 1), (c) => ALPHABET.indexOf(c))
  if (words.some((w) => w < 0) || polymod([...spread(prefix), ...words]) !== 1) return undefined
  const bytes = Buffer.from(regroup(words.slice(0, -6), 5, 8, false))
  return bytes.length === 32 ? bytes : undefined
}

const publicKey = (raw: Buffer) =>
  createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' })
const privateKey = (raw: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' })
const derived = (secret: Uint8Array, salt: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, 32))
const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

function seal(key: Buffer, nonce: Buffer, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}
function unseal(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
}
const counted = (n: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(n, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Whether a text is a public key that a file can be sealed for. */
export const isAgeRecipient = (text: string): boolean => unbech32('age', text) !== undefined

/** Only who has the secret key of `recipient` opens it. */
export function sealFor(recipient: string, bytes: Uint8Array): Buffer {
  const theirs = unbech32('age', recipient)
  if (!theirs) throw new Refusal('invalid', 'no-such-recipient', { next: 'no-such-recipient-next' })
  const pair = generateKeyPairSync('x25519')
  const share = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: publicKey(theirs) })
  const fileKey = randomBytes(16)
  const wrap = derived(shared, Buffer.concat([share, theirs]), 'age-encryption.org/v1/X25519')
  const head = `age-encryption.org/v1\n-> X25519 ${unpadded(share)}\n${unpadded(seal(wrap, Buffer.alloc(12), fileKey))}\n---`
  const mac = createHmac('sha256', derived(fileKey, Buffer.alloc(0), 'header'))
    .update(head)
    .digest()
  const nonce = randomBytes(16)
  const key = derived(fileKey, nonce, 'payload')
  const pieces: Buffer[] = []
  const many = Math.max(1, Math.ceil(bytes.length / PIECE))
  for (let n = 0; n < many; n++)
    pieces.push(seal(key, counted(n, n === many - 1), bytes.subarray(n * PIECE, (n + 1) * PIECE)))
  return Buffer.concat([Buffer.from(`${head} ${unpadded(mac)}\n`), nonce, ...pieces])
}

/** What was sealed, for whoever has the secret key; it throws where a byte was changed or the key is another. */
export function openWith(secret: string, sealed: Buffer): Buffer {
  const mine = unbech32('age-secret-key-', secret)
  const lines = sealed.toString('latin1').split('\n')
  const share = Buffer.from(lines[1]?.split(' ')[2] ?? '', 'base64')
  if (!mine || share.length !== 32) throw new Error('not sealed for this key')
  const own = privateKey(mine)
  const theirs = createPublicKey(own).export({ format: 'der', type: 'spki' }).subarray(-32)
  const shared = diffieHellman({ privateKey: own, publicKey: publicKey(share) })
  const wrap = derived(shared, Buffer.concat([share, theirs]), 'age-encryption.org/v1/X25519')
  const fileKey = unseal(wrap, Buffer.alloc(12), Buffer.from(lines[2] ?? '', 'base64'))
  const head = lines
    .slice(0, 4)
    .join('\n')
    .replace(/ [^ ]*$/, '')
  const mac = createHmac('sha256', derived(fileKey, Buffer.alloc(0), 'header'))
    .update(head)
    .digest()
  if (!lines[3]?.endsWith(unpadded(mac))) throw new Error('the head was changed')
  let at = lines.slice(0, 4).join('\n').length + 1
  const key = derived(fileKey, sealed.subarray(at, at + 16), 'payload')
  at += 16
  const pieces: Buffer[] = []
  for (let n = 0; at < sealed.length; n++, at += PIECE + 16)
    pieces.push(
      unseal(key, counted(n, at + PIECE + 16 >= sealed.length), sealed.subarray(at, at + PIECE + 16)),
    )
  return Buffer.concat(pieces)
}
