/** SHA-256 and Ed25519 as Node has them. */
import * as crypto from 'node:crypto'

const spki = Buffer.from('302a300506032b6570032100', 'hex')
/** The one-shot hash (Node 20.12) is twice as fast on small pieces. */
const oneShot = crypto.hash

export const tools = {
  sha256: oneShot
    ? (bytes) => oneShot('sha256', bytes, 'buffer')
    : (bytes) => crypto.createHash('sha256').update(bytes).digest(),
  sha256Text: oneShot
    ? (text) => oneShot('sha256', text, 'buffer')
    : (text) => crypto.createHash('sha256').update(text, 'utf8').digest(),
  hex: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex'),
  ed25519(publicKey, message, signature) {
    try {
      const key = crypto.createPublicKey({
        key: Buffer.concat([spki, publicKey]),
        format: 'der',
        type: 'spki',
      })
      return crypto.verify(null, message, key, signature)
    } catch {
      return false
    }
  },
}
