/**
 * Signed tree heads: C2SP signed-note, tlog-checkpoint and tlog-cosignature, with Ed25519. Text = origin, size, base64
 * root, each on a line; then a blank line and signature lines “— name base64(key id ‖ signature)”. Key id = first 4 bytes
 * of SHA-256(name ‖ 0x0A ‖ algorithm ‖ public key); algorithm 0x01 is the log's own signature over the text, 0x04 a
 * witness's over “cosignature/v1”, the time and the text. Base64 is taken only in its one exact form.
 */
import { type KeyObject, createHash, createPublicKey, sign, verify } from 'node:crypto'

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
}
export type NoteCheck = { ok: true; checkpoint: Checkpoint } | { ok: false; reason: string }
/** `at`: when the witness says that it looked, in seconds since 1970. */
export type CosignatureCheck =
  | { ok: true; checkpoint: Checkpoint; at: number }
  | { ok: false; reason: string }
export interface NoteKey {
  readonly name: string
  readonly id: Buffer
  readonly algorithm: number
  readonly publicKey: Buffer
}
interface Note {
  readonly text: string
  readonly signatures: readonly { readonly name: string; readonly id: Buffer; readonly signature: Buffer }[]
}

const LOG = 1
const WITNESS = 4
/** A witnessed head carries a handful; a verifier has to put a limit somewhere (signed-note). */
const MOST_SIGNATURES = 64
const spki = Buffer.from('302a300506032b6570032100', 'hex')

function keyId(name: string, algorithm: number, publicKey: Uint8Array): Buffer {
  const hash = createHash('sha256')
  return hash
    .update(`${name}\n`)
    .update(Buffer.from([algorithm]))
    .update(publicKey)
    .digest()
    .subarray(0, 4)
}

/** Undefined where the text is not the one base64 form of its bytes: a changed last character must not go unseen. */
export function exactBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** name+hex key id+base64(algorithm ‖ public key) */
export function encodeVkey(name: string, publicKey: Uint8Array, algorithm: 1 | 4 = LOG): string {
  const key = Buffer.concat([Buffer.from([algorithm]), publicKey]).toString('base64')
  return `${name}+${keyId(name, algorithm, publicKey).toString('hex')}+${key}`
}

export function parseVkey(vkey: string): NoteKey | undefined {
  const m = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(vkey.trim())
  const key = m && exactBase64(m[3] as string)
  const algorithm = key?.[0]
  if (!m || key?.length !== 33 || (algorithm !== LOG && algorithm !== WITNESS)) return undefined
  const name = m[1] as string
  const publicKey = key.subarray(1)
  const id = keyId(name, algorithm, publicKey)
  return id.toString('hex') === m[2] ? { name, id, algorithm, publicKey } : undefined
}

function parseNote(note: string): Note | string {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n')) return 'there is no signature'
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) return 'the text holds control characters'
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return 'there are too many signatures'
  const signatures = lines.map((line) => {
    const m = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line)
    const bytes = exactBase64(m?.[2] ?? '')
    return m && bytes && bytes.length > 4
      ? { name: m[1] as string, id: bytes.subarray(0, 4), signature: bytes.subarray(4) }
      : undefined
  })
  if (signatures.some((s) => s === undefined)) return 'a line of signature does not read'
  return { text: note.slice(0, split + 1), signatures: signatures as Note['signatures'] }
}

function holds(message: string, publicKey: Buffer, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(message), key, signature)
}

/** Every line that this key is said to have written, of the given length; a reason where there is none. */
function linesBy(
  note: string,
  vkey: string,
  algorithm: number,
): { key: NoteKey; text: string; signatures: Buffer[] } | string {
  const key = parseVkey(vkey)
  if (key?.algorithm !== algorithm) return 'the key does not read'
  const read = parseNote(note)
  if (typeof read === 'string') return read
  const signatures = read.signatures
    .filter((s) => s.name === key.name && s.id.equals(key.id))
    .map((s) => s.signature)
  return signatures.length > 0 ? { key, text: read.text, signatures } : 'no signature is by this key'
}

const signatureLine = (name: string, id: Buffer, signature: Uint8Array): string =>
  `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`
const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`

export function signCheckpoint(checkpoint: Checkpoint, key: { vkey: string; privateKey: KeyObject }): string {
  const parsed = parseVkey(key.vkey)
  if (parsed?.algorithm !== LOG) throw new Error('Defect: the key of the log does not read')
  const text = checkpointText(checkpoint)
  return `${text}\n${signatureLine(parsed.name, parsed.id, sign(null, Buffer.from(text), key.privateKey))}`
}

/** The text must be signed by this key; what it says is read only then. `origin` where it is not the key's name. */
export function verifyNote(note: string, vkey: string, origin?: string): NoteCheck {
  const lines = linesBy(note, vkey, LOG)
  if (typeof lines === 'string') return { ok: false, reason: lines }
  const good = lines.signatures.every((s) => s.length === 64 && holds(lines.text, lines.key.publicKey, s))
  return good
    ? readCheckpoint(lines.text, origin ?? lines.key.name)
    : { ok: false, reason: 'the signature does not fit the text' }
}

const cosignedText = (text: string, at: bigint): string => `cosignature/v1\ntime ${at}\n${text}`

/** The line that a witness adds; `at` in seconds since 1970. The note must have been verified before. */
export function cosign(note: string, key: { vkey: string; privateKey: KeyObject }, at: number): string {
  const parsed = parseVkey(key.vkey)
  const read = parseNote(note)
  if (parsed?.algorithm !== WITNESS || typeof read === 'string')
    throw new Error('Defect: not a witness key or not a note')
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(at))
  const signature = sign(null, Buffer.from(cosignedText(read.text, BigInt(at))), key.privateKey)
  return signatureLine(parsed.name, parsed.id, Buffer.concat([time, signature]))
}

/** Whether the witness of this key cosigned the head of the log `origin`, and when. */
export function verifyCosignature(note: string, vkey: string, origin: string): CosignatureCheck {
  const lines = linesBy(note, vkey, WITNESS)
  if (typeof lines === 'string') return { ok: false, reason: lines }
  let at = 0n
  for (const s of lines.signatures) {
    if (s.length !== 72) return { ok: false, reason: 'the signature does not fit the text' }
    at = s.readBigUInt64BE(0)
    if (at > 8_640_000_000_000n || !holds(cosignedText(lines.text, at), lines.key.publicKey, s.subarray(8)))
      return { ok: false, reason: 'the signature does not fit the text' }
  }
  const read = readCheckpoint(lines.text, origin)
  return read.ok ? { ...read, at: Number(at) } : read
}

function readCheckpoint(text: string, origin: string): NoteCheck {
  const m = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/.exec(text)
  const root = exactBase64(m?.[3] ?? '')
  const size = Number(m?.[2])
  if (!m || root?.length !== 32 || !Number.isSafeInteger(size))
    return { ok: false, reason: 'the text is not a tree head' }
  if (m[1] !== origin) return { ok: false, reason: 'the tree head is of another log' }
  return { ok: true, checkpoint: { origin, size, root } }
}
