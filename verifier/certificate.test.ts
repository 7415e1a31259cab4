/** A certificate with its data and its proof: what is true holds, and every attack that we know of is refused with a sentence that names it. */
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '../src/kernel/canonical.ts'
import { type MadeLog, madeKey, madeLog, uuidOf } from '../src/ledger/examples.ts'
import { leafHash } from '../src/ledger/merkle.ts'
import { issueSigningCertificate, makeCa } from '../src/platform/documents/ca.ts'
import { signPdf } from '../src/platform/documents/pades.ts'
import { paperPdf } from '../src/platform/documents/papers.ts'
import { tools } from './node-tools.mjs'
import { p256Verify } from './p256.mjs'
import { pdfSignature } from './pdf-signature.mjs'
import { verifyFiles } from './run.mjs'
import { say } from './texts.mjs'

interface Report {
  ok: boolean
  usage?: string
  problems: { kind: string; detail: string; subject?: string }[]
  certificates: { number: string; action: string; papers: { name: string; signer?: string }[] }[]
}
interface File {
  name: string
  bytes: Buffer
  size?: number
}
async function check(
  files: File[],
  vkey: string,
  options: { heads?: string[]; witnesses?: string[]; language?: string } = {},
): Promise<Report> {
  const given = files.map(({ name, bytes, size = bytes.length }) => ({
    name,
    size,
    begin: bytes.subarray(0, 64),
    bytes: async () => bytes,
    async *chunks() {
      yield bytes
    },
  }))
  return (await verifyFiles(tools, given, { vkey, ...options })) as Report
}
const kinds = (report: Report): string[] => [...new Set(report.problems.map((p) => p.kind))]
const sentences = (report: Report): string => report.problems.map((p) => p.detail).join('\n')
const sha = (b: Buffer): string => createHash('sha256').update(b).digest('hex')
const asExport = (log: MadeLog): File => ({
  name: 'ledger.ndjson',
  bytes: Buffer.from(`${log.lines.join('\n')}\n`),
})

const made = '2026-01-01T00:00:00.000Z'
const at = '2026-03-02T14:05:09.120Z'
const ca = await makeCa({ serviceName: 'Forensic Service', now: made, years: 20 })
const person = (name: string) => issueSigningCertificate(ca, { name, personId: 'p', now: made })
const analyst = await person('José Ignacio Peña')
const colleague = await person('Amelia Chan')
const signedBy = (who: { keyPem: string; certPem: string }, title: string): Promise<Buffer> =>
  signPdf(
    paperPdf(
      {
        lang: 'en',
        title,
        number: '26-0001',
        letterhead: { service: 'Service', address: [] },
        pageOf: '{page}/{pages}',
        sections: [{ blocks: [{ kind: 'paragraphs', lines: [title] }] }],
      },
      { at },
    ),
    {
      privateKey: who.keyPem,
      certificateChain: [who.certPem, ca.certPem],
      signingTime: at,
      reason: 'Certificate',
      name: 'Signer',
      location: 'Belize',
    },
  )
const pdf = await signedBy(analyst, 'Certificate')
const signer = (pdfSignature(tools, pdf) as { certificate: string }).certificate

const base = madeLog({ entries: 60 })
const twinOf = (more: object = {}): Buffer =>
  Buffer.from(
    canonical({
      format: 'custodia-certificate/1',
      number: '26-0001',
      ledger: { checkpoint: base.head(50), key: base.vkey },
      results: [{ entry: uuidOf(5), leaf: leafHash(Buffer.from(base.leaves[5] as string)).toString('hex') }],
      ...more,
    }),
  )
const twin = twinOf()
const factsOf = (paper: Buffer, data: Buffer, more: object = {}) => ({
  number: '26-0001',
  pdfSha256: sha(paper),
  dataSha256: sha(data),
  signerSha256: signer,
  ...more,
})
type Telling = Record<number, { action: string; facts: object }>
const logOf = (told: Telling, more: Partial<Parameters<typeof madeLog>[0]> = {}): MadeLog =>
  madeLog({ entries: 60, ...more, tell: (e, n) => void (told[n] && Object.assign(e, told[n])) })
const issue = (facts: object) => ({ action: 'reports.issue-report', facts })
const issued = logOf({ 57: issue(factsOf(pdf, twin)) })
const proofOf = (log: MadeLog, position = 57, size = 59): File => ({
  name: 'R-1.tlog-proof',
  bytes: Buffer.from(log.proof(position, size)),
})
const paper = (bytes = pdf): File => ({ name: 'R-1.pdf', bytes })
const data = (bytes = twin): File => ({ name: 'R-1.json', bytes })
const whole = [paper(), data(), proofOf(issued)]

test('a certificate holds with its data and proof, and with the export beside them; the signer is named', async () => {
  const report = await check(whole, issued.vkey)
  expect(report.problems).toEqual([])
  expect(report.certificates).toMatchObject([
    {
      number: '26-0001',
      action: 'reports.issue-report',
      papers: [{ name: 'R-1.pdf', signer: 'José Ignacio Peña' }, { name: 'R-1.json' }],
    },
  ])
  expect((await check([...whole, asExport(issued)], issued.vkey)).problems).toEqual([])
  const alone = await check([paper(), data(), asExport(issued)], issued.vkey)
  expect(alone.problems).toEqual([])
  expect(alone.certificates).toMatchObject([{ papers: [{ name: 'R-1.pdf' }, { name: 'R-1.json' }] }])
})

/** Each attack: what is given, which kind of finding, and words of the sentence by which a court understands it. */
const attacks: [what: string, kind: string, words: RegExp, () => Promise<Report>][] = [
  [
    'a changed PDF',
    'certificate-changed',
    /R-1\.pdf was changed after it was issued: the log says SHA-256/,
    () => check([paper(bent(pdf, 900)), data(), proofOf(issued)], issued.vkey),
  ],
  [
    'a PDF with something appended',
    'certificate-changed',
    /R-1\.pdf was changed/,
    () => check([paper(Buffer.concat([pdf, Buffer.from('\n')])), data(), proofOf(issued)], issued.vkey),
  ],
  [
    'changed data',
    'certificate-changed',
    /R-1\.json was changed after it was issued/,
    () => check([paper(), data(bent(twin, 40)), proofOf(issued)], issued.vkey),
  ],
  [
    'the proof of another certificate',
    'certificate-changed',
    /is not what was issued as 26-0002/,
    () =>
      check(
        [
          paper(),
          data(),
          proofOf(
            logOf({ 57: issue({ ...factsOf(Buffer.from('x'), Buffer.from('y')), number: '26-0002' }) }),
          ),
        ],
        issued.vkey,
      ),
  ],
  [
    'no proof at all',
    'certificate-changed',
    /Nothing given speaks of R-1\.pdf .*: give the proof/,
    () => check([paper()], issued.vkey),
  ],
  [
    'another key',
    'checkpoint-not-signed',
    /not signed by the key you gave/,
    () => check(whole, madeKey(3, 'custodia.log/made').vkey),
  ],
  [
    'a truncated export',
    'entries-cut-off',
    /the newest were cut off/,
    () => check([...whole, asExport(madeLog({ entries: 55 }))], issued.vkey, { heads: [issued.head(60)] }),
  ],
  [
    'an export whose chain was built anew',
    'history-rewritten',
    /History was rewritten/,
    () =>
      check(
        [
          paper(),
          data(),
          asExport(logOf({ 57: issue(factsOf(pdf, twin)), 20: { action: 'evidence.hand-over', facts: {} } })),
        ],
        issued.vkey,
        { heads: [issued.head(60)] },
      ),
  ],
  [
    'an export rewritten before the head that the data quote',
    'history-rewritten',
    /History was rewritten/,
    () =>
      check(
        [
          paper(),
          data(),
          asExport(logOf({ 57: issue(factsOf(pdf, twin)), 20: { action: 'evidence.hand-over', facts: {} } })),
        ],
        issued.vkey,
      ),
  ],
  [
    'the proof of another leaf',
    'proof-invalid',
    /does not lead to the signed head/,
    () => {
      const text = issued
        .proof(57, 59)
        .replace(/^extra .*$/m, () => `extra ${b64(issued.leaves[56] as string)}`)
      return check([paper(), data(), { name: 'R-1.tlog-proof', bytes: Buffer.from(text) }], issued.vkey)
    },
  ],
  [
    'a proof that is true, of an act that issues nothing',
    'certificate-not-issued',
    /but not as an issued certificate \(reports\.sign-report\)/,
    () => {
      const log = logOf({ 57: { action: 'reports.sign-report', facts: factsOf(pdf, twin) } })
      return check([paper(), data(), proofOf(log)], log.vkey)
    },
  ],
  [
    'a log rolled back behind the paper',
    'history-rewritten',
    /the log had 50 entries; the entry that issued it says to be number 31/,
    () => {
      const log = logOf({ 30: issue(factsOf(pdf, twin)) })
      return check([paper(), data(), proofOf(log, 30, 59)], log.vkey)
    },
  ],
  [
    'a head kept elsewhere that contradicts',
    'history-rewritten',
    /Two signed heads of 59 entries contradict each other/,
    () => check(whole, issued.vkey, { heads: [base.head(59)] }),
  ],
  [
    'data that quote a head of another key',
    'checkpoint-not-signed',
    /quotes a signed head that the key you gave did not sign/,
    () => {
      const other = twinOf({ ledger: { checkpoint: madeLog({ entries: 60, seed: 2 }).head(50), key: 'x' } })
      const log = logOf({ 57: issue(factsOf(pdf, other)) })
      return check([paper(), data(other), proofOf(log)], log.vkey)
    },
  ],
  [
    'a colleague who signed it instead',
    'signature-invalid',
    /signed by Amelia Chan, with another certificate than the log names/,
    async () => {
      const other = await signedBy(colleague, 'Certificate')
      const log = logOf({ 57: issue(factsOf(other, twin)) })
      return check([paper(other), data(), proofOf(log)], log.vkey)
    },
  ],
  [
    'a signature over other bytes',
    'signature-invalid',
    /over other bytes than those of the file/,
    () => issuedAs(bent(pdf, 900)),
  ],
  [
    'an update behind the signature',
    'signature-invalid',
    /does not cover the whole file/,
    () => issuedAs(Buffer.concat([pdf, Buffer.from('\n%%EOF\n')])),
  ],
  [
    'no signature',
    'signature-invalid',
    /carries no signature/,
    () => issuedAs(Buffer.from('%PDF-1.7\n%%EOF\n')),
  ],
  [
    'something hidden in the padding of the signature',
    'signature-invalid',
    /not in its one form/,
    () => issuedAs(bent(pdf, pdf.lastIndexOf('0000>') + 2)),
  ],
  [
    'a member twice in the data',
    'file-unreadable',
    /a member twice, or written otherwise/,
    () => {
      const double = Buffer.from(twin.toString().replace('"number":', '"number":"26-0001","number":'))
      const log = logOf({ 57: issue(factsOf(pdf, double)) })
      return check([paper(), data(double), proofOf(log)], log.vkey)
    },
  ],
  [
    'a member twice in an entry',
    'proof-invalid',
    /not an entry of this format/,
    () => {
      const leaf = (issued.leaves[57] as string).replace('"reason":', '"reason":null,"reason":')
      return check([{ name: 'R-1.tlog-proof', bytes: lonely(leaf) }], issued.vkey)
    },
  ],
  [
    'an entry nested without end',
    'proof-invalid',
    /not an entry of this format/,
    () => {
      const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
      const leaf = (issued.leaves[57] as string).replace('"facts":{', `"facts":{"a":${deep},`)
      return check([{ name: 'R-1.tlog-proof', bytes: lonely(leaf) }], issued.vkey)
    },
  ],
  [
    'a number that is not the one issued',
    'certificate-changed',
    /bears another number than 26-0001/,
    () => {
      const other = twinOf({ number: '26-0009' })
      const log = logOf({ 57: issue(factsOf(pdf, other)) })
      return check([paper(), data(other), proofOf(log)], log.vkey)
    },
  ],
  [
    'a file larger than any certificate',
    'file-unreadable',
    /larger than any certificate: it was not read/,
    () => check([{ ...paper(), size: 3 * 1024 ** 3 }, data(), proofOf(issued)], issued.vkey),
  ],
  [
    'a line without end',
    'file-unreadable',
    /cannot be read to its end/,
    () =>
      check(
        [
          {
            name: 'ledger.ndjson',
            bytes: Buffer.concat([asExport(base).bytes, Buffer.alloc(70 * 1024 ** 2, 0x61)]),
          },
        ],
        issued.vkey,
      ),
  ],
  [
    'a certificate that was replaced',
    'certificate-superseded',
    /was replaced by 26-0001-A1 and is in force no longer/,
    () => {
      const log = logOf({
        57: issue(factsOf(pdf, twin)),
        58: { action: 'reports.supersede-report', facts: factsOf(pdf, twin, { by: '26-0001-A1' }) },
      })
      return check([...whole, asExport(log)], log.vkey)
    },
  ],
  [
    'a certificate that was withdrawn',
    'certificate-withdrawn',
    /was withdrawn/,
    () => {
      const log = logOf({
        57: issue(factsOf(pdf, twin)),
        58: { action: 'reports.withdraw-report', facts: factsOf(pdf, twin) },
      })
      return check([paper(), data(), asExport(log)], log.vkey)
    },
  ],
  [
    'a result that the log does not hold',
    'leaf-not-found',
    /rests on an entry that the export does not hold/,
    () => {
      const other = twinOf({ results: [{ entry: uuidOf(5), leaf: 'ab'.repeat(32) }] })
      const log = logOf({ 57: issue(factsOf(pdf, other)) })
      return check([paper(), data(other), asExport(log)], log.vkey)
    },
  ],
]
const b64 = (text: string): string => Buffer.from(text).toString('base64')
function bent(bytes: Buffer, where: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[where] = (copy[where] ?? 0) ^ 1
  return copy
}
/** The log itself vouches for these bytes, so that only the signature inside them can object. */
function issuedAs(bytes: Buffer): Promise<Report> {
  const log = logOf({ 57: issue(factsOf(bytes, twin)) })
  return check([paper(bytes), data(), proofOf(log)], log.vkey)
}
/** A proof that leads to a rightly signed head of one leaf. */
function lonely(leaf: string): Buffer {
  const key = madeKey(1, 'custodia.log/made')
  const root = leafHash(Buffer.from(leaf)).toString('base64')
  const text = `custodia.log/made\n1\n${root}\n`
  const id = Buffer.from(key.vkey.split('+')[1] as string, 'hex')
  const line = Buffer.concat([id, sign(null, Buffer.from(text), key.privateKey)]).toString('base64')
  return Buffer.from(
    `c2sp.org/tlog-proof@v1\nextra ${b64(leaf)}\nindex 0\n\n${text}\n— custodia.log/made ${line}\n`,
  )
}

test.each(attacks)('refused: %s', async (_what, kind, words, attack) => {
  const report = await attack()
  expect(report.ok).toBe(false)
  expect(kinds(report)).toContain(kind)
  expect(sentences(report)).toMatch(words)
})

test('a name or a subject that commands the terminal, turns the reading or hides is shown by its code points', async () => {
  const name = 'R-1\u001b[2J\u202efdp.pdf'
  const report = await check([{ ...paper(bent(pdf, 900)), name }, data(), proofOf(issued)], issued.vkey)
  expect(sentences(report)).toContain('R-1\\u{1b}[2J\\u{202e}fdp.pdf was changed')
  expect(say('en', 'withdrawn', { name: 'a\u200bb' })).toContain('a\\u{200b}b')
})

test('each changed byte of PDF, data and proof is refused (2,000 tried)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(2), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, place, by) => {
      const files = whole.map((p) => ({ ...p, bytes: Buffer.from(p.bytes) }))
      const { bytes } = files[which] as File
      const where = place % bytes.length
      bytes[where] = (bytes[where] as number) ^ by
      expect((await check(files, issued.vkey)).ok, `${which} byte ${where}`).toBe(false)
    }),
    { numRuns: 2_000, seed: 4 },
  )
}, 120_000)

test('each changed digit of the signature is refused, though the log vouches for the file (400 tried)', () => {
  const [, open = '', after = ''] =
    /\/ByteRange \[0 +(\d+) +(\d+) +\d+ *\]/.exec(pdf.toString('latin1')) ?? []
  const [from, length] = [Number(open), Number(after) - Number(open)]
  fc.assert(
    fc.property(
      fc.nat(length - 1),
      fc.constantFrom(...'0123456789abcdefABCDEF<> '.split('')),
      (place, sign) => {
        const copy = Buffer.from(pdf)
        copy.write(sign, from + place, 'latin1')
        if (!copy.equals(pdf)) expect(pdfSignature(tools, copy)).toHaveProperty('fault')
      },
    ),
    { numRuns: 400, seed: 5 },
  )
}, 120_000)

test('a hash left out of the middle, another place: the proof is refused', async () => {
  const lines = issued.proof(57, 59).split('\n')
  const refused = async (text: string) =>
    kinds(await check([{ name: 'a.tlog-proof', bytes: Buffer.from(text) }], issued.vkey))
  expect(await refused(lines.join('\n'))).toEqual([])
  for (let i = 3; i < lines.indexOf(''); i += 1)
    expect(await refused(lines.toSpliced(i, 1).join('\n'))).toEqual(['proof-invalid'])
  expect(await refused(lines.join('\n').replace('index 57', 'index 56'))).toEqual(['proof-invalid'])
})

test('bytes of any kind are answered, never thrown', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('a.pdf', 'a.json', 'a.tlog-proof', 'a.ndjson', 'a.checkpoint', 'a'),
      async (bytes, name) => {
        const report = await check([{ name, bytes: Buffer.from(bytes) }], issued.vkey)
        expect(report.ok).not.toBe(true)
      },
    ),
    { numRuns: 600, seed: 6 },
  )
})

test('the page’s own ECDSA agrees with Node’s', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-65)
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(63),
      fc.integer({ min: 1, max: 255 }),
      (message, i, by) => {
        const signature = sign('sha256', message, {
          key: createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })),
          dsaEncoding: 'ieee-p1363',
        })
        const digest = createHash('sha256').update(message).digest()
        const holds = (s: Buffer) => p256Verify(point, digest, s.subarray(0, 32), s.subarray(32))
        expect(holds(signature)).toBe(true)
        const other = Buffer.from(signature)
        other[i] = (other[i] as number) ^ by
        expect(holds(other)).toBe(false)
      },
    ),
    { numRuns: 40, seed: 7 },
  )
  expect(p256Verify(point, Buffer.alloc(32), Buffer.alloc(32), Buffer.alloc(32))).toBe(false)
})
