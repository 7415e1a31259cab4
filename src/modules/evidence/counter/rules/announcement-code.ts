/**
 * An announcement as a code that a scanner reads, so that what is in it does not depend on any network. Outlives the program,
 * so stated in full.
 *
 * Text = one or more parts of capital letters and figures only (QR alphanumeric mode; typed alike by a scanner set to any
 * keyboard). Part = `CXA1`, its number and how many there are (one figure each, 1 to 9), the first six characters of the base 32 of SHA-256
 * of the bytes (so that parts of two codes are not mixed), then its share of the base 32 of the bytes. Base 32 is Crockford's, 5 bits a
 * character from the first byte's highest bit on, the last character filled with zeros.
 * Bytes = one flag (0 nobody signed, 1 signed), and where signed the 4 bytes of the key id and the 64 of the signature; then the content
 * as raw DEFLATE (RFC 1951). Content = canonical JSON (RFC 8785) in UTF-8 with `kind` = `custodia-announcement/1`.
 * Signature = Ed25519 by the key of the log, over three lines, each ended by 0x0A: `custodia-announcement/1`, the name of the key, and SHA-256 of
 * the content in hex. A signed tree head begins with the key's name, so neither can be taken for the other.
 *
 * Names of people, places and photographs are never in it: it lies open on a screen or on paper.
 */
import { type Json, canonical } from '#kernel/canonical.ts'

export const ANNOUNCEMENT = 'custodia-announcement/1'
const MARK = 'CXA1'
const HEAD = MARK.length + 2 + 6
/** A part of this length is a QR code of version 20 at level M: readable from a phone's screen. */
const PART = 900
const MOST_PARTS = 9
/** Inflating stops here: a code that is made to burst is refused. */
const LONGEST = 256 * 1024
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SIGNED = 1 + 4 + 64

export interface CodeSignature {
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}
export interface AnnouncementCode {
  readonly content: { readonly [key: string]: Json }
  /** SHA-256 of the content, in hex. */
  readonly hash: string
  readonly signed: CodeSignature | null
}

function base32(bytes: Uint8Array): string {
  let out = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += digits[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? out + digits[(held << (5 - bits)) & 31] : out
}
function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const out = new Uint8Array(Math.floor((text.length * 5) / 8))
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    const value = digits.indexOf(letter)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits < 8) continue
    bits -= 8
    out[at] = held >> bits
    at += 1
    held &= (1 << bits) - 1
  }
  return held === 0 ? out : null
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  by: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const writer = by.writable.getWriter()
  // The reader tells what is wrong; the writer's own end says the same again.
  void writer.write(bytes).catch(() => undefined)
  void writer.close().catch(() => undefined)
  const reader = by.readable.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const part = next.value as Uint8Array
      parts.push(part)
      length += part.length
      if (length > LONGEST) return null
    }
  } catch {
    return null
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
const hexOf = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

/** What is signed, as bytes; `hash` in hex. */
export const signedText = (keyName: string, hash: string): Uint8Array<ArrayBuffer> =>
  bytesOf(`${ANNOUNCEMENT}\n${keyName}\n${hash}\n`)

/** Signs with `sign` where there is one; null where the content is too long for nine parts. */
export async function writeCode(
  content: { readonly [key: string]: Json | undefined },
  sign?: (hash: string) => CodeSignature,
): Promise<string[] | null> {
  const plain = bytesOf(canonical({ kind: ANNOUNCEMENT, ...content }))
  const packed = await through(plain, new CompressionStream('deflate-raw'))
  if (!packed) return null
  const by = sign?.(hexOf(await sha256(plain)))
  const bytes = new Uint8Array((by ? SIGNED : 1) + packed.length)
  if (by) {
    bytes[0] = 1
    bytes.set(by.keyId, 1)
    bytes.set(by.signature, 5)
  }
  bytes.set(packed, by ? SIGNED : 1)
  const text = base32(bytes)
  const of = Math.ceil(text.length / (PART - HEAD))
  if (of > MOST_PARTS) return null
  const share = Math.ceil(text.length / of)
  const same = base32(await sha256(bytes)).slice(0, 6)
  return Array.from(
    { length: of },
    (_, i) => `${MARK}${i + 1}${of}${same}${text.slice(i * share, (i + 1) * share)}`,
  )
}

interface Part {
  readonly no: number
  readonly of: number
  readonly same: string
  readonly text: string
}
/** Null where the text is no part of such a code: the same box takes barcodes too. */
export function readPart(text: string): Part | null {
  const m = /^CXA1([1-9])([1-9])([0-9A-HJKMNP-TV-Z]{6})([0-9A-HJKMNP-TV-Z]+)$/.exec(text.trim().toUpperCase())
  if (!m || Number(m[1]) > Number(m[2])) return null
  return { no: Number(m[1]), of: Number(m[2]), same: m[3] as string, text: m[4] as string }
}

/** The numbers of the parts that are still to be scanned; a part of another code begins anew. */
export function partsMissing(texts: readonly string[]): number[] {
  const last = readPart(texts.at(-1) ?? '')
  if (!last) return []
  const here = new Set(
    texts
      .map(readPart)
      .filter((p) => p?.same === last.same)
      .map((p) => p?.no),
  )
  return Array.from({ length: last.of }, (_, i) => i + 1).filter((no) => !here.has(no))
}

/** Null where parts are missing, mixed or damaged, or the content is not what it says. */
export async function readCode(texts: readonly string[]): Promise<AnnouncementCode | null> {
  const last = readPart(texts.at(-1) ?? '')
  if (!last || partsMissing(texts).length > 0) return null
  const parts = new Map(
    texts
      .map(readPart)
      .flatMap((p) => (p && p.same === last.same && p.of === last.of ? [[p.no, p.text] as const] : [])),
  )
  const bytes = fromBase32(
    [...parts]
      .sort(([a], [b]) => a - b)
      .map(([, text]) => text)
      .join(''),
  )
  if (!bytes || base32(await sha256(bytes)).slice(0, 6) !== last.same) return null
  const signed = bytes[0] === 1
  if (!signed && bytes[0] !== 0) return null
  const plain = await through(bytes.slice(signed ? SIGNED : 1), new DecompressionStream('deflate-raw'))
  const content = plain && contentOf(plain)
  return plain && content
    ? {
        content,
        hash: hexOf(await sha256(plain)),
        signed: signed ? { keyId: bytes.slice(1, 5), signature: bytes.slice(5, SIGNED) } : null,
      }
    : null
}

function contentOf(plain: Uint8Array): { readonly [key: string]: Json } | null {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)) as unknown
    return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === ANNOUNCEMENT
      ? (value as { readonly [key: string]: Json })
      : null
  } catch {
    return null
  }
}

/** `yes` signed by this key; `no` said to be, and is not; `unsigned`; `other-key` by one we do not have; `cannot` this browser has no Ed25519. */
export type CodeCheck = 'yes' | 'no' | 'unsigned' | 'other-key' | 'cannot'
/** `vkey` is the key of the log as `/api/ledger/key` answers it: name+hex key id+base64(0x01 ‖ public key). */
export async function checkCode(code: AnnouncementCode, vkey: string): Promise<CodeCheck> {
  if (!code.signed) return 'unsigned'
  const m = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(vkey.trim())
  if (!m || m[2] !== hexOf(code.signed.keyId)) return 'other-key'
  const key = Uint8Array.from(atob(m[3] as string), (c) => c.charCodeAt(0)).slice(1)
  try {
    const imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify'])
    const holds = await crypto.subtle.verify(
      { name: 'Ed25519' },
      imported,
      code.signed.signature as Uint8Array<ArrayBuffer>,
      signedText(m[1] as string, code.hash),
    )
    return holds ? 'yes' : 'no'
  } catch {
    return 'cannot'
  }
}

/** What people say on the telephone for an announcement: the last 40 bits of its id, in two groups of four. Known before it is sent. */
export function announcementNumber(id: string): string {
  const tail = id.replaceAll('-', '').slice(-10)
  const bytes = Uint8Array.from({ length: 5 }, (_, i) => Number.parseInt(tail.slice(2 * i, 2 * i + 2), 16))
  const text = base32(bytes)
  return `A-${text.slice(0, 4)}-${text.slice(4)}`
}

interface Head {
  readonly id: string
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly unit: string | null
}
/** Of what is told, what may lie open: no people and no places, no photographs, no free words, nobody from whom it was taken. */
export function codeContent(
  told: { readonly [key: string]: Json | undefined },
  head: Head,
): { readonly [key: string]: Json | undefined } {
  const items = (told.items ?? []) as readonly { readonly [key: string]: Json }[]
  const {
    from: _from,
    fromWords: _words,
    presence: _presence,
    place: _place,
    ...seizure
  } = (told.seizure ?? {}) as { readonly [key: string]: Json }
  return {
    ...head,
    prelog: {
      ...left(told, [
        'to',
        'case',
        'numbers',
        'title',
        'offences',
        'incident',
        'hands',
        'broughtBy',
        'comesOn',
        'way',
      ]),
      ...(Object.keys(seizure).length > 0 ? { seizure: filled(seizure) } : {}),
      items: items.map((i) =>
        filled(
          left(i, [
            'id',
            'description',
            'type',
            'count',
            'quantity',
            'packaging',
            'seals',
            'theirNumber',
            'hazards',
            'takenAt',
          ]),
        ),
      ),
    },
  }
}
const empty = (v: Json | undefined): boolean =>
  v === null || v === undefined || (Array.isArray(v) && v.length === 0)
const filled = (of: { readonly [key: string]: Json | undefined }): { [key: string]: Json } =>
  Object.fromEntries(Object.entries(of).flatMap(([k, v]) => (empty(v) ? [] : [[k, v as Json]])))
const left = (
  of: { readonly [key: string]: Json | undefined },
  keys: readonly string[],
): { [key: string]: Json } => filled(Object.fromEntries(keys.map((k) => [k, of[k]])))
