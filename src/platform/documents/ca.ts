/**
 * The laboratory's own certificate authority: one root, and a certificate for each person who signs (X.509 v3, ECDSA P-256,
 * RFC 5280). Here and not with the people, because it is bytes and clauses; identity decides who gets one and keeps the
 * keys. A service that has a national authority uses its certificates instead: signPdf takes any chain.
 *
 *   makeCa({serviceName, now, years}) → {keyPem, certPem}
 *   issueSigningCertificate(ca, {name, personId, now, years?}) → {keyPem, certPem}
 */
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto'
import type * as Asn1 from 'asn1js'
import type * as Pki from 'pkijs'
import { onFirstUse } from '../on-first-use.ts'
import { own, pkiCertificate } from './cms.ts'

const pkijs = onFirstUse<typeof Pki>('pkijs')
const asn1js = onFirstUse<typeof Asn1>('asn1js')

export interface KeyAndCertificate {
  /** PKCS #8. */
  readonly keyPem: string
  readonly certPem: string
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
const id = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  serialNumber: '2.5.4.5',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
} as const

/** Bits of keyUsage, first octet (RFC 5280, 4.2.1.3). */
const usage = { digitalSignature: 0x80, nonRepudiation: 0x40, keyCertSign: 0x04, cRLSign: 0x02 } as const

function engine(): Pki.CryptoEngine {
  return new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto, subtle: webcrypto.subtle })
}

/** A new root, valid from `now` (ISO 8601) for `years`. */
export async function makeCa(wanted: {
  serviceName: string
  now: string
  years: number
}): Promise<KeyAndCertificate> {
  const keys = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify'])
  const certificate = await begun(keys, wanted)
  certificate.subject = named({
    commonName: `${wanted.serviceName} Root CA`,
    organisation: wanted.serviceName,
  })
  certificate.issuer = certificate.subject
  const ski = await keyIdentifier(keys.publicKey)
  certificate.extensions = [
    extension(
      id.basicConstraints,
      true,
      new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema(),
    ),
    extension(id.keyUsage, true, bits(usage.keyCertSign | usage.cRLSign)),
    extension(id.subjectKeyIdentifier, false, new asn1js.OctetString({ valueHex: ski })),
    extension(
      id.authorityKeyIdentifier,
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: ski }),
      }).toSchema(),
    ),
  ]
  return finished(certificate, keys, keys.privateKey)
}

/** A key and a certificate for one person, two years unless said otherwise, never beyond the root's own end. */
export async function issueSigningCertificate(
  ca: KeyAndCertificate,
  wanted: { name: string; personId: string; now: string; years?: number },
): Promise<KeyAndCertificate> {
  const keys = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify'])
  const root = pkiCertificate(new X509Certificate(ca.certPem))
  const certificate = await begun(keys, { now: wanted.now, years: wanted.years ?? 2 })
  if (certificate.notAfter.value > root.notAfter.value) certificate.notAfter = root.notAfter
  const organisation = root.subject.typesAndValues.find(({ type }) => type === id.organisation)?.value
    .valueBlock.value as unknown
  certificate.subject = named({
    commonName: wanted.name,
    organisation: typeof organisation === 'string' ? organisation : '',
    serialNumber: wanted.personId,
  })
  certificate.issuer = root.subject
  const rootKey = await webcrypto.subtle.importKey('pkcs8', pkcs8Of(ca.keyPem), curve, false, ['sign'])
  certificate.extensions = [
    extension(id.basicConstraints, true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    // nonRepudiation: the person answers for what is signed (ETSI EN 319 412-2, 4.3.2).
    extension(id.keyUsage, true, bits(usage.digitalSignature | usage.nonRepudiation)),
    extension(
      id.subjectKeyIdentifier,
      false,
      new asn1js.OctetString({ valueHex: await keyIdentifier(keys.publicKey) }),
    ),
    extension(
      id.authorityKeyIdentifier,
      false,
      new pkijs.AuthorityKeyIdentifier({ keyIdentifier: authorityOf(root) }).toSchema(),
    ),
  ]
  return finished(certificate, keys, rootKey)
}

async function begun(
  keys: webcrypto.CryptoKeyPair,
  wanted: { now: string; years: number },
): Promise<Pki.Certificate> {
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  // 20 octets at most and positive (RFC 5280, 4.1.2.2): 16 of chance, the top bit off, never zero in front.
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  certificate.serialNumber = new asn1js.Integer({ valueHex: own(serial) })
  const from = new Date(`${new Date(wanted.now).toISOString().slice(0, 19)}Z`)
  const until = new Date(from)
  until.setUTCFullYear(from.getUTCFullYear() + wanted.years)
  certificate.notBefore = timeOf(from)
  certificate.notAfter = timeOf(until)
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine())
  return certificate
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5). */
function timeOf(value: Date): Pki.Time {
  return new pkijs.Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value })
}

/** One set for each part: the library itself would put all parts into one set, and readers print that as `O=… + CN=…`. */
function named(parts: {
  commonName: string
  organisation: string
  serialNumber?: string
}): Pki.RelativeDistinguishedNames {
  const set = (type: string, value: Asn1.BaseBlock) =>
    new asn1js.Set({
      value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), value] })],
    })
  const value = [
    ...(parts.organisation === ''
      ? []
      : [set(id.organisation, new asn1js.Utf8String({ value: parts.organisation }))]),
    // serialNumber is a PrintableString by definition (X.520, 6.2.9).
    ...(parts.serialNumber === undefined
      ? []
      : [set(id.serialNumber, new asn1js.PrintableString({ value: parts.serialNumber }))]),
    set(id.commonName, new asn1js.Utf8String({ value: parts.commonName })),
  ]
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value }).toBER(false))
}

function extension(extnID: string, critical: boolean, value: Asn1.BaseBlock): Pki.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) })
}

/** A BIT STRING of one octet without its trailing zeros, as DER asks for named bits (X.690, 11.2.2). */
function bits(octet: number): Asn1.BitString {
  let unusedBits = 0
  while (((octet >> unusedBits) & 1) === 0) unusedBits++
  return new asn1js.BitString({ valueHex: own(Uint8Array.of(octet)), unusedBits })
}

/** SHA-1 of the public key's bits (RFC 5280, 4.2.1.2, method 1): a name for a key, not a protection. */
async function keyIdentifier(key: webcrypto.CryptoKey): Promise<ArrayBuffer> {
  const info = await webcrypto.subtle.exportKey('spki', key)
  const spki = pkijs.PublicKeyInfo.fromBER(info)
  return webcrypto.subtle.digest('SHA-1', own(new Uint8Array(spki.subjectPublicKey.valueBlock.valueHexView)))
}

function authorityOf(root: Pki.Certificate): Asn1.OctetString {
  const found = root.extensions?.find(({ extnID }) => extnID === id.subjectKeyIdentifier)
  if (!found) throw new Error('Defect: the root has no subject key identifier')
  return asn1js.fromBER(own(new Uint8Array(found.extnValue.valueBlock.valueHexView)))
    .result as Asn1.OctetString
}

function pkcs8Of(pem: string): ArrayBuffer {
  return own(createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' }))
}

async function finished(
  certificate: Pki.Certificate,
  keys: webcrypto.CryptoKeyPair,
  signer: webcrypto.CryptoKey,
): Promise<KeyAndCertificate> {
  await certificate.sign(signer, 'SHA-256', engine())
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  return {
    keyPem: pem('PRIVATE KEY', key),
    certPem: pem('CERTIFICATE', Buffer.from(certificate.toSchema(true).toBER(false))),
  }
}

function pem(label: string, bytes: Buffer): string {
  return `-----BEGIN ${label}-----\n${bytes.toString('base64').replaceAll(/.{64}(?!$)/g, '$&\n')}\n-----END ${label}-----\n`
}
