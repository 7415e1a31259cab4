/**
 * Signs PDFs and judges signed ones: PAdES baseline B-B, and B-T where a time stamp is given (ETSI EN 319 142-1), profile
 * `ETSI.CAdES.detached`, SHA-256. A report is sealed here after it is typeset; the check is what the public page and the
 * tests use, so that nobody has to believe a PDF reader.
 *
 *   signPdf(pdf, {privateKey, certificateChain, signingTime, reason, name, location, timestamp?}) → signed bytes
 *   checkPdfSignature(pdf, {trustedRoots}) → what holds and what does not
 *
 * Several persons sign one after the other: each signature covers all before it, the last covers the whole.
 */
import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { Refusal } from '#kernel/verdict.ts'
import {
  chainReaches,
  type JudgedTime,
  judgeSignature,
  makeSignature,
  pkiCertificate,
  sha256,
} from './cms.ts'
import { withSignatureField } from './pdf-update.ts'

export interface Signing {
  /** EC (P-256) or RSA; PKCS #8 PEM or Node's object. */
  readonly privateKey: KeyObject | string
  /** PEM, the signer's first, then its issuers; the root may be left out. */
  readonly certificateChain: readonly string[]
  /** ISO 8601. */
  readonly signingTime: string
  readonly reason: string
  readonly name: string
  readonly location: string
  /** Asks a time stamp authority: SHA-256 of the signature → token or response, DER (`askTimeStamp`). */
  readonly timestamp?: (digest: Uint8Array) => Promise<Uint8Array>
}

/** Bytes kept for a signature: certificates and signature some 3 kB, a time stamp up to 10 kB. */
const room = { plain: 6_144, stamped: 15_000 }

/** Throws Refusal: key and certificate do not fit, certificate not valid then, no PDF of ours, no time stamp. */
export async function signPdf(pdf: Uint8Array, signing: Signing): Promise<Buffer> {
  const key =
    typeof signing.privateKey === 'string' ? createPrivateKey(signing.privateKey) : signing.privateKey
  const chain = signing.certificateChain.map((pem) => new X509Certificate(pem))
  const [leaf] = chain
  if (!leaf) throw new Error('Defect: signing needs a certificate')
  const at = new Date(signing.signingTime).toISOString()
  refuseUnfit(leaf, key, at, signing.name)
  const needed = chain.reduce((sum, certificate) => sum + certificate.raw.length, 2_048)
  const prepared = withSignatureField(Buffer.from(pdf), {
    name: signing.name,
    reason: signing.reason,
    location: signing.location,
    at,
    room: Math.max(needed, room.plain) + (signing.timestamp ? room.stamped - room.plain : 0),
  })
  const [, open, after] = prepared.range
  const digest = sha256(prepared.pdf.subarray(0, open), prepared.pdf.subarray(after))
  const signature = await made({ digest, privateKey: key, chain, timestamp: signing.timestamp })
  if (signature.length * 2 > after - open - 2) throw refusedStamp('too large')
  prepared.pdf.write(signature.toString('hex'), open + 1, 'latin1')
  return prepared.pdf
}

async function made(input: Parameters<typeof makeSignature>[0]): Promise<Buffer> {
  if (!input.timestamp) return makeSignature(input)
  try {
    return await makeSignature(input)
  } catch (fault) {
    throw refusedStamp(fault instanceof Error ? fault.message : String(fault))
  }
}

function refusedStamp(why: string): Refusal {
  return new Refusal('unavailable', 'sign-time-stamp-refused', {
    values: { why },
    next: 'sign-time-stamp-next',
  })
}

function refuseUnfit(leaf: X509Certificate, key: KeyObject, at: string, name: string): void {
  if (!leaf.checkPrivateKey(key)) throw new Refusal('conflict', 'sign-key-does-not-fit', { values: { name } })
  const from = new Date(leaf.validFrom).toISOString()
  const until = new Date(leaf.validTo).toISOString()
  // Certificates count whole seconds.
  if (`${at.slice(0, 19)}.000Z` < from || at > until)
    throw new Refusal('conflict', 'sign-not-yet-valid', {
      values: { name, from, until, at },
      next: 'sign-not-yet-valid-next',
    })
}

export interface SignatureCheck {
  /** `whole`: the file as it is; `earlier`: the file as it was when this was signed; `broken`: the range is not sound. */
  readonly covers: 'whole' | 'earlier' | 'broken'
  readonly digestOk: boolean
  readonly signatureOk: boolean
  /** The signer's certificate leads to a trusted root, and all were valid at the time of signing. */
  readonly chainOk: boolean
  /** signing-certificate-v2 is there and names the certificate, as PAdES asks. */
  readonly pades: boolean
  /** Common name in the certificate. */
  readonly signer: string | null
  /** SHA-256 of the certificate, hexadecimal. */
  readonly certificate: string | null
  /** Claimed by the signer (/M), ISO 8601. */
  readonly signedAt: string | null
  /** Proved by an authority, where there is a time stamp. */
  readonly timestamp: JudgedTime | null
}

/** The last signature's judgement at the top; every signature, oldest first, below. */
export interface PdfCheck extends Omit<SignatureCheck, 'covers'> {
  readonly signed: boolean
  /** The last signature covers every byte: nothing was added, taken or changed since. */
  readonly wholeDocument: boolean
  readonly signatures: readonly SignatureCheck[]
}

export interface Trust {
  /** PEM. */
  readonly trustedRoots: readonly string[]
  /** PEM; the roots of time stamp authorities, the same unless said otherwise. */
  readonly timestampRoots?: readonly string[]
}

/** Answers for any bytes: what cannot be read is not signed. */
export function checkPdfSignature(pdf: Uint8Array, trust: Trust): PdfCheck {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const roots = trust.trustedRoots.map((pem) => new X509Certificate(pem))
  const stampRoots = (trust.timestampRoots ?? trust.trustedRoots).map((pem) => new X509Certificate(pem))
  const found = fieldsOf(bytes)
  const signatures = found.map((field) => judged(bytes, field, roots, stampRoots))
  const last = signatures.at(-1)
  const none = {
    digestOk: false,
    signatureOk: false,
    chainOk: false,
    pades: false,
    signer: null,
    certificate: null,
    signedAt: null,
    timestamp: null,
  }
  const { covers, ...top } = last ?? { covers: 'broken' as const, ...none }
  return { signed: last !== undefined, wholeDocument: covers === 'whole', ...top, signatures }
}

interface Field {
  readonly range: readonly [number, number, number, number]
  readonly dictionary: string
}

/** Every /ByteRange with its dictionary, ordered by how far it reaches; a file of hostile repetition is cut short. */
function fieldsOf(pdf: Buffer): Field[] {
  const fields: Field[] = []
  for (
    let at = pdf.indexOf('/ByteRange');
    at >= 0 && fields.length < 50;
    at = pdf.indexOf('/ByteRange', at + 1)
  ) {
    const text = pdf.subarray(at, at + 120).toString('latin1')
    const numbers = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/
      .exec(text)
      ?.slice(1)
      .map(Number)
    if (numbers?.length !== 4) continue
    const from = pdf.lastIndexOf(' obj', at)
    const to = pdf.indexOf('endobj', at)
    if (from < 0 || to < 0) continue
    const dictionary = pdf.subarray(from, Math.min(to, from + 200_000)).toString('latin1')
    if (/\/SubFilter\b/.test(dictionary))
      fields.push({ range: numbers as unknown as Field['range'], dictionary })
  }
  // A title may hold these very words: what is no sound range counts only where there is no sound one.
  const sound = fields.filter((field) => soundGap(pdf, field.range) !== undefined)
  return (sound.length > 0 ? sound : fields).toSorted(
    (a, b) => a.range[2] + a.range[3] - (b.range[2] + b.range[3]),
  )
}

/** A sound range begins at 0 and leaves out nothing but one hexadecimal string, the signature itself. */
function soundGap(pdf: Buffer, [zero, open, after, length]: Field['range']): string | undefined {
  if (zero !== 0 || open <= 0 || after <= open + 2 || after + length > pdf.length) return undefined
  const gap = pdf.subarray(open, after).toString('latin1')
  // Digits of one case: else each could be written in the other, and the file would differ unseen.
  return /^<(?:[0-9a-f]*|[0-9A-F]*)>$/.test(gap) ? gap.slice(1, -1) : undefined
}

function judged(
  pdf: Buffer,
  field: Field,
  roots: readonly X509Certificate[],
  stampRoots: readonly X509Certificate[],
): SignatureCheck {
  const [, open, after, length] = field.range
  const gap = soundGap(pdf, field.range)
  const signature = gap === undefined ? undefined : withoutPadding(Buffer.from(gap, 'hex'))
  const parts = [pdf.subarray(0, open), pdf.subarray(after, after + length)]
  const hash = (name: string) => {
    const sum = createHash(name)
    for (const part of parts) sum.update(part)
    return sum.digest()
  }
  const answer = signature && judgeSignature(signature, hash, stampRoots)
  const signedAt = instantOf(field.dictionary)
  const at = answer?.timestamp?.chainOk ? answer.timestamp.at : signedAt
  const leaf = answer?.certificate
  const reach = after + length
  return {
    covers: answer === undefined ? 'broken' : reach === pdf.length ? 'whole' : 'earlier',
    digestOk: answer?.digestOk ?? false,
    signatureOk: answer?.signatureOk ?? false,
    chainOk:
      leaf !== undefined &&
      at !== null &&
      maySign(leaf) &&
      chainReaches(leaf, answer?.others ?? [], roots, at),
    pades: (answer?.namesCertificate ?? false) && field.dictionary.includes('/ETSI.CAdES.detached'),
    signer: leaf ? commonName(leaf) : null,
    certificate: leaf ? leaf.fingerprint256.replaceAll(':', '').toLowerCase() : null,
    signedAt,
    timestamp: answer?.timestamp ?? null,
  }
}

/** The signature is followed by zeros up to the room that was kept; DER says its own length. Undefined where anything else follows. */
function withoutPadding(bytes: Buffer): Buffer | undefined {
  const first = bytes[1] ?? 0
  const count = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || count > 4 || bytes.length < 2 + count) return undefined
  const end = 2 + count + (count === 0 ? first : bytes.readUIntBE(2, count))
  return bytes.subarray(end).every((byte) => byte === 0) ? bytes.subarray(0, end) : undefined
}

/** /M: D:YYYYMMDDHHmmSS and Z or an offset (ISO 32000-2, 7.9.4). */
function instantOf(dictionary: string): string | null {
  const m = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?)?/.exec(dictionary)
  if (!m) return null
  const [, year, month, day, hour, minute, second, zone, rest] = m
  const at = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${zone ? `${zone}:${rest ?? '00'}` : 'Z'}`,
  )
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

function commonName(certificate: X509Certificate): string | null {
  const entry = pkiCertificate(certificate).subject.typesAndValues.find(({ type }) => type === '2.5.4.3')
  const value: unknown = entry?.value.valueBlock.value
  return typeof value === 'string' ? value : null
}

/** keyUsage, where it is stated, allows signatures (RFC 5280, 4.2.1.3: bit 0 digitalSignature, bit 1 nonRepudiation). */
function maySign(certificate: X509Certificate): boolean {
  const usage = pkiCertificate(certificate).extensions?.find(({ extnID }) => extnID === '2.5.29.15')
  if (!usage) return true
  // BIT STRING: 03, length, unused, bits…
  return ((usage.extnValue.valueBlock.valueHexView[3] ?? 0) & 0b1100_0000) !== 0
}
