/**
 * Signed tree heads: C2SP signed-note and tlog-checkpoint. Text = origin, size, base64 root, each on a line; then a blank
 * line and signature lines “— name base64(key id ‖ signature)”. Key id = first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
 */
import { type KeyObject, createHash, createPublicKey, sign, verify } from 'node:crypto'

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
}
export type NoteCheck = { ok: true; checkpoint: Checkpoint } | { ok: false; reason: string }

const ED25519 = 1
const spki = Buffer.from('302a300506032b6570032100', 'hex')

function keyId(name: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256').update(`${name}\n`).update(Buffer.from([ED25519])).update(publicKey).digest().subarray(0, 4)
}

/** name+hex key id+base64(0x01 ‖ public key) */
export function encodeVkey(name: string, publicKey: Uint8Array): string {
  return `${name}+${keyId(name, publicKey).toString('hex')}+${Buffer.concat([Buffer.from([ED25519]), publicKey]).toString('base64')}`
}

export function parseVkey(vkey: string): { name: string; id: Buffer; publicKey: Buffer } | undefined {
  const m = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44})$/.exec(vkey.trim())
  const key = m && Buffer.from(m[3] as string, 'base64')
  if (!m || !key || key.length !== 33 || key[0] !== ED25519) return undefined
  const name = m[1] as string
  const id = keyId(name, key.subarray(1))
  return id.toString('hex') === m[2] ? { name, id, publicKey: key.subarray(1) } : undefined
}

export function signCheckpoint(checkpoint: Checkpoint, key: { vkey: string; privateKey: KeyObject }): string {
  const parsed = parseVkey(key.vkey)
  if (!parsed) throw new Error('Defect: the key of the log does not read')
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root.toString('base64')}\n`
  const signature = sign(null, Buffer.from(text), key.privateKey)
  return `${text}\n— ${parsed.name} ${Buffer.concat([parsed.id, signature]).toString('base64')}\n`
}

/** The text must be signed by this key; what it says is read only then. */
export function verifyNote(note: string, vkey: string): NoteCheck {
  const key = parseVkey(vkey)
  if (!key) return { ok: false, reason: 'the key does not read' }
  const split = note.lastIndexOf('\n\n')
  if (split < 0) return { ok: false, reason: 'there is no signature' }
  const text = note.slice(0, split + 1)
  for (const line of note.slice(split + 2).split('\n')) {
    const m = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line)
    const bytes = Buffer.from(m?.[2] ?? '', 'base64')
    if (m?.[1] !== key.name || bytes.length !== 68 || !bytes.subarray(0, 4).equals(key.id)) continue
    const good = verify(null, Buffer.from(text), createPublicKey({ key: Buffer.concat([spki, key.publicKey]), format: 'der', type: 'spki' }), bytes.subarray(4))
    return good ? readCheckpoint(text, key.name) : { ok: false, reason: 'the signature does not fit the text' }
  }
  return { ok: false, reason: 'no signature is by this key' }
}

function readCheckpoint(text: string, origin: string): NoteCheck {
  const m = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/.exec(text)
  if (!m) return { ok: false, reason: 'the text is not a tree head' }
  if (m[1] !== origin) return { ok: false, reason: 'the tree head is of another log' }
  return { ok: true, checkpoint: { origin, size: Number(m[2]), root: Buffer.from(m[3] as string, 'base64') } }
}
