/**
 * A passkey in software, for stories: makes keys (P-256), registers and answers as a platform authenticator does, in real CBOR and COSE
 * with real signatures, so that it is the library that checks them (W3C Web Authentication, 6.1, 6.5; RFC 9053). Each part can be made
 * wrong on purpose.
 */
import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

interface CreationOptions {
  challenge: string
  rp: { id: string }
  user: { id: string }
}
interface RequestOptions {
  challenge: string
  rpId: string
}
export interface Wrong {
  readonly origin?: string
  readonly rpId?: string
  readonly type?: string
  readonly challenge?: string
  /** The counter that is said, instead of the next. */
  readonly counter?: number
  readonly userVerified?: boolean
  readonly userHandle?: string | null
  /** Signs with another key. */
  readonly key?: KeyObject
  readonly id?: string
}

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()
const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url')

/** Only what is needed: maps, text, bytes and small integers (RFC 8949, 3). */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number): Buffer =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  const parts = [...value].flatMap(([k, v]) => [cbor(k), cbor(v as never)])
  return Buffer.concat([head(5, value.size), ...parts])
}

/** One authenticator with one key. `counter` is what it has counted; `userHandle` what it was given when it registered. */
export function makeAuthenticator(origin: string) {
  const id = randomBytes(32)
  const credentialId = base64url(id)
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const state = { counter: 0, userHandle: '' }

  const clientData = (type: string, challenge: string, wrong: Wrong): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    )
  /** RP ID hash, flags (present 1, verified 4, attested data 64), counter. */
  const head = (rpId: string, wrong: Wrong, attested: boolean): Buffer => {
    const rest = Buffer.alloc(5)
    rest[0] = 1 | ((wrong.userVerified ?? true) ? 4 : 0) | (attested ? 64 : 0)
    rest.writeUInt32BE(wrong.counter ?? state.counter, 1)
    return Buffer.concat([sha256(wrong.rpId ?? rpId), rest])
  }
  const cose = (): Buffer => {
    const { x, y } = pair.publicKey.export({ format: 'jwk' })
    return cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x ?? '', 'base64url')],
        [-3, Buffer.from(y ?? '', 'base64url')],
      ]),
    )
  }

  return {
    credentialId,
    privateKey: pair.privateKey,
    state,
    register(options: CreationOptions, wrong: Wrong = {}) {
      state.userHandle = options.user.id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Buffer.concat([head(options.rp.id, wrong, true), Buffer.alloc(16), length, id, cose()])],
      ])
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', options.challenge, wrong)),
          attestationObject: base64url(cbor(attestation)),
          transports: ['internal'],
        },
        clientExtensionResults: {},
      }
    },
    answer(options: RequestOptions, wrong: Wrong = {}) {
      state.counter += 1
      const data = clientData('webauthn.get', options.challenge, wrong)
      const authData = head(options.rpId, wrong, false)
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), wrong.key ?? pair.privateKey)
      const handle = wrong.userHandle === undefined ? state.userHandle : wrong.userHandle
      return {
        id: wrong.id ?? credentialId,
        rawId: wrong.id ?? credentialId,
        type: 'public-key',
        response: {
          clientDataJSON: base64url(data),
          authenticatorData: base64url(authData),
          signature: base64url(signature),
          ...(handle === null ? {} : { userHandle: handle }),
        },
        clientExtensionResults: {},
      }
    },
  }
}
