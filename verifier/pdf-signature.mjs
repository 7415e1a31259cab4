/**
 * The signature inside a PDF (ISO 32000-2, 12.8; PAdES of ETSI EN 319 142-1; CMS of RFC 5652): whether it covers every byte of the
 * file, holds, and by which certificate. Reads what Custodia writes (one signer, SHA-256, ECDSA over P-256, the
 * signing-certificate-v2 attribute of RFC 5035) and passes over nothing: where a byte could be another, the file is refused.
 */
import { hex, joined, same } from './core.mjs'
import { p256Verify } from './p256.mjs'

const OID = {
  signedData: '2a864886f70d010702',
  data: '2a864886f70d010701',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  signingCertificateV2: '2a864886f70d010910022f',
  sha256: '608648016503040201',
  ecdsaWithSha256: '2a8648ce3d040302',
  ecPublicKey: '2a8648ce3d0201',
  p256: '2a8648ce3d030107',
  commonName: '550403',
}
const SEQUENCE = 0x30
const SET = 0x31

class Malformed extends Error {}
const must = (condition) => {
  if (!condition) throw new Malformed('not the form of a signature')
}

/** One DER value (X.690): definite length in its shortest form. */
function valueAt(bytes, at, end = bytes.length) {
  must(at + 2 <= end)
  const first = bytes[at + 1]
  let [length, from] = [first, at + 2]
  if (first >= 0x80) {
    const count = first & 0x7f
    must(count >= 1 && count <= 4 && from + count <= end && bytes[from] !== 0)
    length = 0
    for (let i = 0; i < count; i += 1) length = length * 256 + bytes[from + i]
    must(length >= 0x80)
    from += count
  }
  must(from + length <= end)
  return { tag: bytes[at], at, from, end: from + length, content: bytes.subarray(from, from + length) }
}
function inside(bytes, { from, end }) {
  const values = []
  for (let at = from; at < end; at = values[values.length - 1].end) values.push(valueAt(bytes, at, end))
  return values
}
const whole = (bytes, { at, end }) => bytes.subarray(at, end)

/** Reads within one buffer: `down(value, tag)` its parts, `oid(value)` its name. */
function reader(bytes) {
  const down = (value, tag, count) => {
    must(value?.tag === tag)
    const parts = inside(bytes, value)
    must(count === undefined || parts.length === count)
    return parts
  }
  const oid = (value) => {
    must(value?.tag === 6)
    return hex(value.content)
  }
  const number = (value) => {
    must(value?.tag === 2 && value.content.length > 0)
    const [a, b] = value.content
    must(!(value.content.length > 1 && ((a === 0 && b < 0x80) || (a === 0xff && b >= 0x80))))
    return value.content
  }
  return { down, oid, number }
}

/** ECDSA-Sig-Value: the two numbers, each in its shortest form. */
function pairIn(bytes) {
  const { down, number } = reader(bytes)
  const pair = valueAt(bytes, 0)
  must(pair.end === bytes.length)
  return down(pair, SEQUENCE, 2).map(number)
}

/** What is needed of an X.509 certificate: name, key, issuer and serial, days, and who signed it. */
function certificateIn(bytes, value) {
  const { down, oid } = reader(bytes)
  const [tbs, by, signature] = down(value, SEQUENCE, 3)
  must(signature.tag === 3 && signature.content[0] === 0)
  const parts = down(tbs, SEQUENCE)
  must(parts[0]?.tag === 0xa0)
  const [, serial, inner, issuer, validity, subject, spki] = parts
  must(oid(down(by, SEQUENCE, 1)[0]) === OID.ecdsaWithSha256 && same(whole(bytes, by), whole(bytes, inner)))
  const [algorithm, key] = down(spki, SEQUENCE, 2)
  const [kind, curve] = down(algorithm, SEQUENCE)
  const known =
    oid(kind) === OID.ecPublicKey && oid(curve) === OID.p256 && key.tag === 3 && key.content[0] === 0
  const days = down(validity, SEQUENCE, 2).map((day) => {
    const text = new TextDecoder().decode(day.content)
    const full = day.tag === 0x17 ? `${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}` : text
    return full.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z')
  })
  const names = down(subject, SEQUENCE)
    .flatMap((set) => down(set, SET))
    .map((pair) => down(pair, SEQUENCE, 2))
    .filter(([type]) => oid(type) === OID.commonName)
    .map(([, text]) => new TextDecoder().decode(text.content))
  return {
    bytes: whole(bytes, value),
    signed: whole(bytes, tbs),
    signature: pairIn(signature.content.subarray(1)),
    issuer: whole(bytes, issuer),
    subject: whole(bytes, subject),
    issuerAndSerial: joined(whole(bytes, issuer), whole(bytes, serial)),
    key: known ? key.content.subarray(1) : undefined,
    from: days[0],
    until: days[1],
    name: names[names.length - 1] ?? '',
  }
}

/** The signed attributes by name; each once. */
function attributesIn(bytes, value) {
  const { down, oid } = reader(bytes)
  const found = {}
  for (const one of down(value, 0xa0)) {
    const [type, values] = down(one, SEQUENCE, 2)
    const name = oid(type)
    must(!(name in found))
    found[name] = down(values, SET, 1)[0]
  }
  return found
}

/** CMS SignedData with one signer: the digest it states, the certificate it names, and whether its signature holds. */
function readCms(tools, bytes) {
  const { down, oid, number } = reader(bytes)
  const outer = valueAt(bytes, 0)
  const [type, content] = down(outer, SEQUENCE, 2)
  must(outer.end === bytes.length && oid(type) === OID.signedData)
  const [version, digests, encap, certificates, signers, ...more] = down(down(content, 0xa0, 1)[0], SEQUENCE)
  must(number(version)[0] === 1 && more.length === 0)
  const isSha256 = (one) => oid(down(one, SEQUENCE, 1)[0]) === OID.sha256
  must(down(digests, SET, 1).every(isSha256) && oid(down(encap, SEQUENCE, 1)[0]) === OID.data)
  const chain = down(certificates, 0xa0).map((one) => certificateIn(bytes, one))
  // Each is signed by the next, the last by itself: no byte of them can be another.
  chain.forEach((one, i) => {
    const issuer = chain[i + 1] ?? one
    must(issuer.key && same(one.issuer, issuer.subject))
    must(p256Verify(issuer.key, tools.sha256(one.signed), ...one.signature))
  })
  const [first, sid, digest, signed, algorithm, signature, ...rest] = down(down(signers, SET, 1)[0], SEQUENCE)
  must(number(first)[0] === 1 && isSha256(digest) && rest.length === 0 && signature?.tag === 4)
  must(oid(down(algorithm, SEQUENCE, 1)[0]) === OID.ecdsaWithSha256)
  const attributes = attributesIn(bytes, signed)
  must(oid(attributes[OID.contentType]) === OID.data && attributes[OID.messageDigest]?.tag === 4)
  const [named] = down(down(attributes[OID.signingCertificateV2], SEQUENCE)[0], SEQUENCE)
  const [hash] = down(named, SEQUENCE)
  must(hash?.tag === 4)
  const [leaf] = chain
  must(
    leaf?.key &&
      same(tools.sha256(leaf.bytes), hash.content) &&
      same(leaf.issuerAndSerial, joined(...down(sid, SEQUENCE, 2).map((v) => whole(bytes, v)))),
  )
  const [r, s] = pairIn(signature.content)
  const toVerify = joined(Uint8Array.of(SET), whole(bytes, signed).subarray(1)) // signed as SET OF (RFC 5652, 5.4)
  return {
    leaf,
    digest: attributes[OID.messageDigest].content,
    holds: p256Verify(leaf.key, tools.sha256(toVerify), r, s),
  }
}

const ascii = (bytes, from, to) =>
  Array.from(bytes.subarray(from, to), (b) => String.fromCharCode(b)).join('')
const MARK = Uint8Array.from('/ByteRange', (c) => c.charCodeAt(0))
function* places(bytes) {
  for (let at = bytes.indexOf(MARK[0]); at >= 0; at = bytes.indexOf(MARK[0], at + 1))
    if (MARK.every((b, i) => bytes[at + i] === b)) yield at
}

/** The hexadecimal between < and >, one case, zeros behind the value; undefined for anything else. */
function contentsIn(bytes, open, after) {
  if (bytes[open] !== 0x3c || bytes[after - 1] !== 0x3e) return undefined
  const digits = ascii(bytes, open + 1, after - 1)
  if (digits.length % 2 !== 0 || !/^(?:[0-9a-f]*|[0-9A-F]*)$/.test(digits)) return undefined
  const all = Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16),
  )
  const { end } = valueAt(all, 0)
  return all.subarray(end).every((b) => b === 0) ? all.subarray(0, end) : undefined
}

/** The last signature must reach to the end of the file and leave out nothing but itself. */
function lastRange(bytes) {
  let [any, last] = [false, undefined]
  for (const at of places(bytes)) {
    const m = /^\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(
      ascii(bytes, at, at + 90),
    )
    if (!m) continue
    any = true
    const [open, after, length] = m.slice(1).map(Number)
    if (open > 0 && after > open + 2 && after + length === bytes.length && after < bytes.length)
      last = { at, open, after }
  }
  return { any, last }
}

/** /M in the signature's own dictionary: the time that the signer states. */
function timeStated(bytes, at) {
  const m = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(ascii(bytes, at, at + 400))
  return m ? `${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}.000Z` : undefined
}

/** Answers { signer, certificate: SHA-256 in hex, signedAt } or { fault: a code of texts.mjs }. */
export function pdfSignature(tools, bytes) {
  const { any, last } = lastRange(bytes)
  if (!last) return { fault: any ? 'signature-part' : 'signature-none' }
  let cms
  try {
    const contents = contentsIn(bytes, last.open, last.after)
    must(contents)
    cms = readCms(tools, contents)
  } catch (error) {
    if (error instanceof Malformed) return { fault: 'signature-form' }
    throw error
  }
  const covered = joined(bytes.subarray(0, last.open), bytes.subarray(last.after))
  if (!same(tools.sha256(covered), cms.digest)) return { fault: 'signature-bytes' }
  if (!cms.holds) return { fault: 'signature-false' }
  const signedAt = timeStated(bytes, last.at)
  const { leaf } = cms
  if (!signedAt || signedAt < leaf.from || signedAt > leaf.until) return { fault: 'signature-time' }
  return { signer: leaf.name, certificate: hex(tools.sha256(leaf.bytes)), signedAt }
}
