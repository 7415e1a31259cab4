/**
 * Notices to a browser that is shut: the message is sealed for that browser alone (RFC 8291, aes128gcm of RFC 8188), signed as ours (VAPID,
 * RFC 8292) and given to the push service that the browser named. A push service is somebody else's machine: it learns that there was a
 * message and when, never what it says. We call public addresses over https only, checked when the connection is made, so that a name cannot
 * be turned to a machine inside the house between the check and the call; answers are not followed elsewhere.
 */
import {
  type KeyObject,
  createCipheriv,
  createECDH,
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  sign,
} from 'node:crypto'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { type LookUp, isPublicAddress, lookUpPublic } from './outside.ts'

export interface PushDevice {
  readonly endpoint: string
  /** The browser's public key and secret, base64url. */
  readonly p256dh: string
  readonly auth: string
}

/** All messages are of one length, so that their size tells nothing. */
const PADDED = 1_024
const RECORD = 4_096
const text = (words: string): Buffer => Buffer.from(words, 'utf8')
const prk = (salt: Buffer, secret: Buffer): Buffer => createHmac('sha256', salt).update(secret).digest()
/** HKDF-Expand to one block: all keys here are shorter than a hash. */
const expand = (key: Buffer, info: Buffer, length: number): Buffer =>
  createHmac('sha256', key)
    .update(info)
    .update(Buffer.from([1]))
    .digest()
    .subarray(0, length)

/** RFC 8291, 3.4: `ephemeral` is a private key on P-256 used for this message alone. */
export function sealPush(
  device: Pick<PushDevice, 'p256dh' | 'auth'>,
  message: Buffer,
  chance: { readonly ephemeral: Buffer; readonly salt: Buffer },
  padded = PADDED,
): Buffer {
  const theirs = Buffer.from(device.p256dh, 'base64url')
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(chance.ephemeral)
  const ours = ecdh.getPublicKey()
  const shared = ecdh.computeSecret(theirs)
  const info = Buffer.concat([text('WebPush: info\0'), theirs, ours])
  const ikm = expand(prk(Buffer.from(device.auth, 'base64url'), shared), info, 32)
  const key = prk(chance.salt, ikm)
  const cipher = createCipheriv(
    'aes-128-gcm',
    expand(key, text('Content-Encoding: aes128gcm\0'), 16),
    expand(key, text('Content-Encoding: nonce\0'), 12),
  )
  // The last record ends with 2, then what makes all of one length.
  const record = Buffer.concat([
    message,
    Buffer.from([2]),
    Buffer.alloc(Math.max(0, padded - message.length)),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(RECORD)
  const head = Buffer.concat([chance.salt, size, Buffer.from([ours.length]), ours])
  return Buffer.concat([head, cipher.update(record), cipher.final(), cipher.getAuthTag()])
}

export interface VapidKey {
  readonly privateKey: KeyObject
  /** The uncompressed point, base64url: what a browser is given when it subscribes. */
  readonly publicKey: string
}
export const newVapidKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
export function vapidKeyOf(pem: string): VapidKey {
  const privateKey = createPrivateKey(pem)
  const { x = '', y = '' } = privateKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { privateKey, publicKey: point.toString('base64url') }
}
/** RFC 8292, 2: who sends, to which service, until when (twelve hours; the standard allows a day). */
export function vapidHeader(key: VapidKey, endpoint: string, subject: string, nowMs: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(nowMs / 1_000) + 43_200, sub: subject }
  const signing = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const signature = sign('sha256', text(signing), { key: key.privateKey, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${signing}.${signature.toString('base64url')}, k=${key.publicKey}`
}

/** What may be kept as an address of a push service: https, a name or a public address, nobody's password in it. */
export function isPushEndpoint(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  const named =
    isIP(host) === 0 && host.includes('.') && !/\.(local|localhost|internal|home\.arpa)\.?$/.test(host)
  return protocol === 'https:' && username === '' && password === '' && (named || isPublicAddress(host))
}

/** Only tests reach another way: to a push service of their own. */
export interface Reach {
  readonly lookup: LookUp
  readonly ca?: string
}
const openly: Reach = { lookup: lookUpPublic }

export interface PushAnswer {
  readonly status: number
  /** Seconds to wait, where the service said so. */
  readonly retryAfter: number | null
}
export function sendPush(
  device: PushDevice,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  reach: Reach = openly,
): Promise<PushAnswer> {
  return new Promise((resolve, reject) => {
    if (!isPushEndpoint(device.endpoint)) return reject(new Error('not an address of a push service'))
    const asked = request(device.endpoint, {
      method: 'POST',
      headers: {
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        'content-length': body.length,
        ...headers,
      },
      lookup: reach.lookup,
      ...(reach.ca ? { ca: reach.ca } : {}),
      timeout: 15_000,
      agent: false,
    })
    asked.on('timeout', () => asked.destroy(new Error('the push service did not answer')))
    asked.on('error', reject)
    asked.on('response', (answer) => {
      // What it says is not read: it is somebody else's text.
      answer.resume()
      const wait = Number(answer.headers['retry-after'])
      resolve({ status: answer.statusCode ?? 0, retryAfter: Number.isFinite(wait) ? wait : null })
    })
    asked.end(body)
  })
}
