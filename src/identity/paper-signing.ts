/** Signs a paper in a person's name, for every module that makes one: keys stand in the key folder, one file a certificate; certificates are covered rows of ours. */
import { type KeyObject, X509Certificate, createPrivateKey } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { instantOf, ref } from '#kernel/shapes.ts'
import { Refusal, invariant } from '#kernel/verdict.ts'
import { issueSigningCertificate, type KeyAndCertificate, makeCa } from '#platform/documents/ca.ts'
import { checkPdfSignature, signPdf } from '#platform/documents/pades.ts'
import type { Cx } from '#platform/cx.ts'
import { certificateRows } from './signing-certificates.ts'
import { certificateOf, holdAuthority } from './store/signing-certificates.ts'

const AUTHORITY_YEARS = 20
const noPerson = '00000000-0000-7000-8000-000000000002'

interface Held {
  readonly id: string
  readonly certPem: string
  readonly key: KeyObject
}

export interface Signer {
  readonly id: string
  readonly name: string
}
/** The house as its letterhead names it. */
interface House {
  readonly serviceName: string
  readonly address: readonly string[]
}

/** The certificate in whose name a paper will be signed; a person's first paper makes it. */
export interface Signing {
  readonly person: Signer
  readonly own: Held
  readonly authority: Held
  readonly location: string
  /** SHA-256 of the certificate, hex: what the ledger and the twin name, so that nobody need trust the file about it. */
  readonly sha256: string
  readonly authoritySha256: string
}

export async function signingFor(cx: Cx, person: Signer, { serviceName, address }: House): Promise<Signing> {
  const authority = await authorityOf(cx, serviceName)
  const own = await certificateFor(cx, person, authority)
  return {
    person,
    own,
    authority,
    location: address.at(-1) ?? serviceName,
    sha256: fingerprintOf(own.certPem),
    authoritySha256: fingerprintOf(authority.certPem),
  }
}

export const fingerprintOf = (certificate: string): string =>
  new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase()

/** Signs, and judges the signature as a stranger would before anybody relies on it. */
export async function signWith(cx: Cx, signing: Signing, pdf: Uint8Array, reason: string): Promise<Buffer> {
  const { own, authority, person, location } = signing
  const signed = await signPdf(pdf, {
    privateKey: own.key,
    certificateChain: [own.certPem, authority.certPem],
    signingTime: cx.now,
    reason,
    name: person.name,
    location,
  })
  const check = checkPdfSignature(signed, { trustedRoots: [authority.certPem] })
  const good = check.wholeDocument && check.digestOk && check.signatureOk && check.chainOk && check.pades
  invariant(
    good && check.certificate === signing.sha256,
    'a paper was signed and its signature does not hold',
  )
  return signed
}

async function authorityOf(cx: Cx, serviceName: string): Promise<Held> {
  const stands = await certificateOf(cx, null)
  if (stands) return held(cx, stands)
  await holdAuthority(cx)
  const since = await certificateOf(cx, null)
  if (since) return held(cx, since)
  return keep(cx, 'authority', null, await makeCa({ serviceName, now: cx.now, years: AUTHORITY_YEARS }))
}

async function certificateFor(cx: Cx, person: Signer, authority: Held): Promise<Held> {
  const stands = await certificateOf(cx, person.id)
  if (stands) return held(cx, stands)
  const keyPem = authority.key.export({ type: 'pkcs8', format: 'pem' }) as string
  return keep(
    cx,
    'person',
    person.id,
    await issueSigningCertificate(
      { keyPem, certPem: authority.certPem },
      { name: person.name, personId: person.id, now: cx.now },
    ),
  )
}

const pathOf = (cx: Cx, id: string): string => join(cx.ground.house.keysFolder, `sign-${id}.pem`)

async function held(cx: Cx, row: { id: string; certificate: string }): Promise<Held> {
  const pem = await readFile(pathOf(cx, row.id), 'utf8').catch(() => {
    throw new Refusal('unavailable', 'identity.key-missing', { next: 'identity.next-keys' })
  })
  const { keyPassphrase } = cx.ground.house
  return {
    id: row.id,
    certPem: row.certificate,
    key: createPrivateKey({ key: pem, ...(keyPassphrase ? { passphrase: keyPassphrase } : {}) }),
  }
}

/** The key first, flushed, then the row: a certificate whose key is not there would sign nothing. */
async function keep(
  cx: Cx,
  kind: 'authority' | 'person',
  person: string | null,
  made: KeyAndCertificate,
): Promise<Held> {
  const id = cx.newId()
  const key = createPrivateKey(made.keyPem)
  const { keyPassphrase, keysFolder } = cx.ground.house
  await mkdir(keysFolder, { recursive: true, mode: 0o700 })
  const file = await open(pathOf(cx, id), 'wx', 0o600)
  try {
    await file.writeFile(
      key.export({
        type: 'pkcs8',
        format: 'pem',
        ...(keyPassphrase ? { cipher: 'aes-256-cbc', passphrase: keyPassphrase } : {}),
      }) as string,
    )
    await file.sync()
  } finally {
    await file.close()
  }
  const x509 = new X509Certificate(made.certPem)
  await cx.record({
    subject: ref('identity.person', person ?? noPerson),
    root: null,
    facts: { certificate: id, kind, sha256: fingerprintOf(made.certPem) },
    rows: certificateRows({
      id,
      person,
      kind,
      certificate: made.certPem,
      valid_from: instantOf(Date.parse(x509.validFrom)),
      valid_until: instantOf(Date.parse(x509.validTo)),
    }),
  })
  return { id, certPem: made.certPem, key }
}
