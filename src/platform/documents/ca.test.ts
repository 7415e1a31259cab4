/** The laboratory's authority makes certificates that other programs accept, and only for what they are meant. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { program } from '../../../test/needs.ts'
import { issueSigningCertificate, makeCa } from './ca.ts'

const now = '2026-03-05T15:04:05.678Z'
const ca = await makeCa({ serviceName: 'National Forensic Science Service', now, years: 30 })
const person = { name: 'José Ignacio Peña Ñúñez', personId: '01932d0e-7a3c-7f10-9a66-0a1c2b3d4e5f', now }
const issued = await issueSigningCertificate(ca, person)

describe('the root', () => {
  it('is its own issuer, an authority, and beyond 2050 still dated right', () => {
    const root = new X509Certificate(ca.certPem)
    expect(root.ca).toBe(true)
    expect(root.checkIssued(root) && root.verify(root.publicKey)).toBe(true)
    expect(new Date(root.validFrom).toISOString()).toBe('2026-03-05T15:04:05.000Z')
    expect(new Date(root.validTo).toISOString()).toBe('2056-03-05T15:04:05.000Z')
    expect(root.checkPrivateKey(createPrivateKey(ca.keyPem))).toBe(true)
  })
})

describe('a signing certificate', () => {
  const leaf = new X509Certificate(issued.certPem)
  it('names the person, comes from the root, lasts two years, fits its key', () => {
    const root = new X509Certificate(ca.certPem)
    expect(leaf.subject).toBe(
      'O=National Forensic Science Service\nserialNumber=01932d0e-7a3c-7f10-9a66-0a1c2b3d4e5f\nCN=José Ignacio Peña Ñúñez',
    )
    expect(leaf.ca).toBe(false)
    expect(leaf.checkIssued(root) && leaf.verify(root.publicKey)).toBe(true)
    expect(new Date(leaf.validTo).toISOString()).toBe('2028-03-05T15:04:05.000Z')
    expect(leaf.checkPrivateKey(createPrivateKey(issued.keyPem))).toBe(true)
    expect(createPrivateKey(issued.keyPem).asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
  })

  it('never outlives the root, and no two have one number', async () => {
    const late = await issueSigningCertificate(ca, { ...person, now: '2055-06-01T00:00:00Z' })
    expect(new X509Certificate(late.certPem).validTo).toBe(new X509Certificate(ca.certPem).validTo)
    expect(new X509Certificate(late.certPem).serialNumber).not.toBe(leaf.serialNumber)
  })

  it('is accepted by openssl, strictly', ({ skip }) => {
    const ssl = program('openssl', 'version')
    skip(!ssl.there, ssl.absent)
    const folder = mkdtempSync(join(tmpdir(), 'custodia-ca-'))
    writeFileSync(join(folder, 'root.pem'), ca.certPem)
    writeFileSync(join(folder, 'leaf.pem'), issued.certPem)
    const at = String(Date.parse('2026-06-01T00:00:00Z') / 1000)
    const verified = spawnSync(
      'openssl',
      [
        'verify',
        '-x509_strict',
        '-attime',
        at,
        '-CAfile',
        join(folder, 'root.pem'),
        join(folder, 'leaf.pem'),
      ],
      { encoding: 'utf8' },
    )
    const text = spawnSync('openssl', ['x509', '-noout', '-text', '-in', join(folder, 'leaf.pem')], {
      encoding: 'utf8',
    }).stdout
    rmSync(folder, { recursive: true })
    expect(verified.stdout).toContain('OK')
    expect(text).toContain('Digital Signature, Non Repudiation')
    expect(text).toMatch(/Subject Key Identifier/)
    expect(text).toMatch(/Authority Key Identifier/)
  })
})
