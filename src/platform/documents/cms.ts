/**
 * Cryptographic Message Syntax (RFC 5652) as PAdES uses it: detached, SHA-256, with the signing-certificate-v2 attribute
 * (RFC 5035) that ties the signature to one certificate, and a signature time stamp (RFC 3161) where there is one.
 * Making and judging stand side by side, because each is the other's check. Keys and hashes are Node's own.
 */
import { createHash, type KeyObject, sign, verify, X509Certificate } from 'node:crypto'
import type * as Asn1 from 'asn1js'
import type * as Pki from 'pkijs'
import { onFirstUse } from '../on-first-use.ts'

const pkijs = onFirstUse<typeof Pki>('pkijs')
const asn1js = onFirstUse<typeof Asn1>('asn1js')

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  rsaWithSha256: '1.2.840.113549.1.1.11',
} as const

/** What is accepted on reading; SHA-1 and MD5 are not, whatever the file says. */
const hashes: Readonly<Record<string, string>> = {
  [oid.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
/** Signature algorithm → its hash; rsaEncryption takes the hash of the signer info. */
const signatureHashes: Readonly<Record<string, { key: 'ec' | 'rsa'; hash?: string }>> = {
  [oid.ecdsaWithSha256]: { key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', hash: 'sha512' },
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  [oid.rsaWithSha256]: { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
}

export const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** A copy with a buffer of its own: asn1js reads the whole ArrayBuffer beneath a view. */
export function own(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  return copy
}
const der = (value: { toBER(sizeOnly?: boolean): ArrayBuffer }): Buffer => Buffer.from(value.toBER(false))

/** Certificate of pkijs from one of Node. */
export function pkiCertificate(certificate: X509Certificate): Pki.Certificate {
  return pkijs.Certificate.fromBER(own(certificate.raw))
}

export interface SigningInput {
  /** SHA-256 over what is signed. */
  readonly digest: Buffer
  readonly privateKey: KeyObject
  /** The signer's certificate first. */
  readonly chain: readonly X509Certificate[]
  /** Gives a time stamp token or response (DER) over the SHA-256 of the signature value. */
  readonly timestamp?: ((digest: Uint8Array) => Promise<Uint8Array>) | undefined
}

/** The DER of a detached SignedData over `digest`. */
export async function makeSignature(input: SigningInput): Promise<Buffer> {
  const [leaf] = input.chain
  if (!leaf) throw new Error('Defect: a signature needs a certificate')
  const signer = pkiCertificate(leaf)
  const attributes = [
    attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, octets(input.digest)),
    attribute(oid.signingCertificateV2, essOf(leaf)),
    // DER asks for a set in the order of its encodings (X.690, 11.6); readers rehash them so.
  ].toSorted((a, b) => Buffer.compare(der(a.toSchema()), der(b.toSchema())))
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes })
  const toSign = der(signedAttrs.toSchema())
  toSign[0] = 0x31 // signed as SET OF, stored as [0] (RFC 5652, 5.4)
  const ec = input.privateKey.asymmetricKeyType === 'ec'
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    signedAttrs,
    signatureAlgorithm: ec
      ? new pkijs.AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 })
      : new pkijs.AlgorithmIdentifier({ algorithmId: oid.rsaWithSha256, algorithmParams: new asn1js.Null() }),
    signature: octets(sign('sha256', toSign, input.privateKey)),
  })
  if (input.timestamp)
    info.unsignedAttrs = await stamped(
      new Uint8Array(info.signature.valueBlock.valueHexView),
      input.timestamp,
    )
  return encoded(input.chain, info)
}

/** The one form of a signature by these certificates: what a reader rebuilds and finds different was not made so. */
function encoded(chain: readonly X509Certificate[], info: Pki.SignerInfo): Buffer {
  const signed = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: info.digestAlgorithm.algorithmId })],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: chain.map(pkiCertificate),
    signerInfos: [info],
  })
  return der(
    new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) }).toSchema(),
  )
}

const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: own(bytes) })
const attribute = (type: string, value: Asn1.BaseBlock) => new pkijs.Attribute({ type, values: [value] })

/** SigningCertificateV2 with one ESSCertIDv2; SHA-256 is the default and so is left out (RFC 5035, 4). */
function essOf(leaf: X509Certificate): Asn1.Sequence {
  const id = new asn1js.Sequence({ value: [octets(sha256(leaf.raw))] })
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] })
}

async function stamped(value: Uint8Array, timestamp: (digest: Uint8Array) => Promise<Uint8Array>) {
  const token = tokenOf(await timestamp(sha256(value)))
  const judged = token && judgeTimeStamp(token, value, [])
  if (!token || !judged?.imprintOk || !judged.signatureOk)
    throw new Error('the answer is no time stamp of this signature')
  const parsed = asn1js.fromBER(own(token))
  return new pkijs.SignedAndUnsignedAttributes({
    type: 1,
    attributes: [attribute(oid.timeStampToken, parsed.result)],
  })
}

/** A bare token, or the token of a TimeStampResp that granted it. */
function tokenOf(bytes: Uint8Array): Buffer | undefined {
  const whole = asn1js.fromBER(own(bytes)).result
  if (!(whole instanceof asn1js.Sequence)) return undefined
  const [first, second] = whole.valueBlock.value
  if (first instanceof asn1js.ObjectIdentifier) return Buffer.from(bytes)
  return second instanceof asn1js.Sequence ? der(second) : undefined
}

export interface Judged {
  readonly digestOk: boolean
  readonly signatureOk: boolean
  /** Subject of the certificate that signed; absent where none could be read. */
  readonly certificate?: X509Certificate
  readonly others: readonly X509Certificate[]
  /** The attribute of RFC 5035 is there and names that certificate. */
  readonly namesCertificate: boolean
  readonly timestamp?: JudgedTime
}
export interface JudgedTime {
  readonly at: string
  readonly imprintOk: boolean
  readonly signatureOk: boolean
  readonly chainOk: boolean
}
const nothing: Judged = { digestOk: false, signatureOk: false, others: [], namesCertificate: false }

/** Judges a detached signature over the content that `hash` digests; hostile bytes are answered, never thrown. */
export function judgeSignature(
  bytes: Uint8Array,
  hash: (name: string) => Buffer,
  roots: readonly X509Certificate[],
): Judged {
  try {
    const signed = signedDataOf(bytes)
    if (!signed || signed.signerInfos.length !== 1 || signed.encapContentInfo.eContent) return nothing
    const judged = judgeSigner(signed, hash, oid.data)
    const info = signed.signerInfos[0]
    // A signature speaks for its attributes only; every other byte of it must be the one that belongs there.
    if (!info || !judged.certificate || !isExact(bytes, signed, info, judged.certificate)) return nothing
    const token = info && first(info.unsignedAttrs, oid.timeStampToken)
    if (!info || !token) return judged
    const time = judgeTimeStamp(der(token), new Uint8Array(info.signature.valueBlock.valueHexView), roots)
    return time ? { ...judged, timestamp: time } : judged
  } catch {
    return nothing
  }
}

/** Made anew from what was understood of it, it is byte for byte the same: nothing rides along, nothing is written otherwise. */
function isExact(
  bytes: Uint8Array,
  signed: Pki.SignedData,
  info: Pki.SignerInfo,
  leaf: X509Certificate,
): boolean {
  const { issuer, serialNumber } = pkiCertificate(leaf)
  const { signedAttrs, unsignedAttrs, signature, signatureAlgorithm, digestAlgorithm } = info
  const algorithmId = signatureAlgorithm.algorithmId
  const again = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: digestAlgorithm.algorithmId }),
    ...(signedAttrs ? { signedAttrs } : {}),
    ...(unsignedAttrs ? { unsignedAttrs } : {}),
    signatureAlgorithm: new pkijs.AlgorithmIdentifier({
      algorithmId,
      ...(signatureHashes[algorithmId]?.key === 'rsa' ? { algorithmParams: new asn1js.Null() } : {}),
    }),
    signature: octets(signature.valueBlock.valueHexView),
  })
  return encoded(certificatesIn(signed), again).equals(bytes)
}

function certificatesIn(signed: Pki.SignedData): X509Certificate[] {
  return (signed.certificates ?? [])
    .filter((entry) => entry instanceof pkijs.Certificate)
    .map((entry) => new X509Certificate(der(entry.toSchema(false))))
}

function signedDataOf(bytes: Uint8Array): Pki.SignedData | undefined {
  const content = pkijs.ContentInfo.fromBER(own(bytes))
  if (content.contentType !== oid.signedData) return undefined
  return new pkijs.SignedData({ schema: content.content as Asn1.BaseBlock })
}

function first(
  attributes: Pki.SignedAndUnsignedAttributes | undefined,
  type: string,
): Asn1.BaseBlock | undefined {
  const found = attributes?.attributes.filter((entry) => entry.type === type) ?? []
  // Twice the same attribute is a way to say two things to two readers.
  return found.length === 1 ? (found[0]?.values[0] as Asn1.BaseBlock | undefined) : undefined
}

function judgeSigner(signed: Pki.SignedData, hash: (name: string) => Buffer, contentType: string): Judged {
  const info = signed.signerInfos[0]
  const certificates = certificatesIn(signed)
  const certificate = info && certificates.find((entry) => isSigner(entry, info))
  const digestName = info && hashes[info.digestAlgorithm.algorithmId]
  if (!info?.signedAttrs || !certificate || !digestName) return nothing
  const stated = first(info.signedAttrs, oid.messageDigest)
  const type = first(info.signedAttrs, oid.contentType)
  const digestOk =
    stated instanceof asn1js.OctetString &&
    hash(digestName).equals(Buffer.from(stated.valueBlock.valueHexView)) &&
    type instanceof asn1js.ObjectIdentifier &&
    type.valueBlock.toString() === contentType
  const how = signatureHashes[info.signatureAlgorithm.algorithmId]
  const toVerify = Buffer.from(info.signedAttrs.encodedValue)
  const named = namesCertificate(first(info.signedAttrs, oid.signingCertificateV2), certificate)
  const signatureOk =
    how !== undefined &&
    certificate.publicKey.asymmetricKeyType === how.key &&
    named !== false &&
    verify(
      how.hash ?? digestName,
      toVerify,
      certificate.publicKey,
      Buffer.from(info.signature.valueBlock.valueHexView),
    )
  return {
    digestOk,
    signatureOk,
    certificate,
    others: certificates.filter((entry) => entry !== certificate),
    namesCertificate: named === true,
  }
}

function isSigner(certificate: X509Certificate, info: Pki.SignerInfo): boolean {
  const pki = pkiCertificate(certificate)
  if (info.sid instanceof pkijs.IssuerAndSerialNumber)
    return (
      der(info.sid.issuer.toSchema()).equals(der(pki.issuer.toSchema())) &&
      info.sid.serialNumber.isEqual(pki.serialNumber)
    )
  return false
}

/** True or false where the attribute is there, undefined where it is not. */
function namesCertificate(
  value: Asn1.BaseBlock | undefined,
  certificate: X509Certificate,
): boolean | undefined {
  if (!(value instanceof asn1js.Sequence)) return undefined
  const [list] = value.valueBlock.value
  const [id] = list instanceof asn1js.Sequence ? list.valueBlock.value : []
  if (!(id instanceof asn1js.Sequence)) return false
  const [one, two] = id.valueBlock.value
  if (one instanceof asn1js.OctetString)
    return sha256(certificate.raw).equals(Buffer.from(one.valueBlock.valueHexView))
  const [algorithm] = one instanceof asn1js.Sequence ? one.valueBlock.value : []
  const name =
    algorithm instanceof asn1js.ObjectIdentifier ? hashes[algorithm.valueBlock.toString()] : undefined
  if (name === undefined || !(two instanceof asn1js.OctetString)) return false
  return createHash(name).update(certificate.raw).digest().equals(Buffer.from(two.valueBlock.valueHexView))
}

/** RFC 3161: the token is over the hash of `value`, signed by whom it says, and its root is known. */
export function judgeTimeStamp(
  token: Uint8Array,
  value: Uint8Array,
  roots: readonly X509Certificate[],
): JudgedTime | undefined {
  try {
    const signed = signedDataOf(token)
    const content = signed?.encapContentInfo.eContent
    if (!signed || !content || signed.encapContentInfo.eContentType !== oid.tstInfo) return undefined
    const bytes = Buffer.from(content.getValue())
    const info = pkijs.TSTInfo.fromBER(own(bytes))
    const name = hashes[info.messageImprint.hashAlgorithm.algorithmId]
    const imprintOk =
      name !== undefined &&
      createHash(name)
        .update(value)
        .digest()
        .equals(Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView))
    const judged = judgeSigner(signed, (hash) => createHash(hash).update(bytes).digest(), oid.tstInfo)
    const at = info.genTime.toISOString()
    return {
      at,
      imprintOk,
      signatureOk: judged.digestOk && judged.signatureOk,
      chainOk: judged.certificate !== undefined && chainReaches(judged.certificate, judged.others, roots, at),
    }
  } catch {
    return undefined
  }
}

/**
 * Whether a path of certificates, all valid at `at`, leads from the signer's to a trusted root (RFC 5280, 6.1, in small).
 * Every certificate that came along must stand on that path: what nobody looks at could be changed unseen.
 */
export function chainReaches(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: string,
): boolean {
  const path = pathTo(leaf, others, roots, Date.parse(at))
  return path !== undefined && others.every((other) => path.some((one) => one.raw.equals(other.raw)))
}

function pathTo(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  when: number,
): X509Certificate[] | undefined {
  const path = [leaf]
  for (let now = leaf; path.length <= 6; ) {
    if (when < Date.parse(now.validFrom) || when > Date.parse(now.validTo)) return undefined
    if (roots.some((root) => root.raw.equals(now.raw))) return path
    const issuer = [...roots, ...others].find(
      (one) => one.ca && now.checkIssued(one) && now.verify(one.publicKey),
    )
    if (!issuer || issuer.raw.equals(now.raw)) return undefined
    path.push(issuer)
    now = issuer
  }
  return undefined
}
