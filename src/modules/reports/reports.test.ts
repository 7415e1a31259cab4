/** The main job told over HTTP: from the counter to a signed, issued, provable certificate; and everything that must be refused on the way. */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProof } from '#ledger/proof-file.ts'
import { checkPdfSignature } from '#platform/documents/pades.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { certificate, examined, examples, worked } from './examples.ts'
import { reports } from './module.ts'
import { derived } from './store/versions.ts'

let lab: Lab
let other: string
beforeAll(async () => {
  lab = await openLab()
  await lab.person('prosecutor', ['prosecutor'], { unit: lab.units.dpp })
  other = await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const L = () => lab as never
const seen = async (report: string, who = 'rp-analyst') =>
  (await lab.as(who).ask('reports.get-report', { report })).body
const textOf = async (pdf: Buffer): Promise<string | undefined> => {
  const path = join(lab.folder, `${sha(pdf)}.pdf`)
  await writeFile(path, pdf)
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  } catch {
    return undefined // poppler is not on every machine; the other checks stand without it
  }
}

describe('the main job', () => {
  it('ends in a certificate whose file, twin, signature and proof agree', async () => {
    const c = await certificate(
      L(),
      'reviewed',
      await worked(L(), {
        item: { packaging: { type: 'envelope', colour: 'brown', size: 'a4', condition: 'torn' } },
      }),
    )
    const started = performance.now()
    const signed = await lab
      .as('rp-analyst')
      .do('reports.sign-report', { report: c.report }, { stepUp: true })
    console.log(`signed in ${Math.round(performance.now() - started)} ms with the first certificates made`)
    const issued = await lab.as('rp-analyst').do('reports.issue-report', { report: c.report })
    expect(issued).toMatchObject({
      state: 'issued',
      pdfSha256: signed.pdfSha256,
      dataSha256: signed.dataSha256,
    })

    const [pdf, data, proof] = [
      await lab.as('rp-analyst').file('reports.report-file', { report: c.report }),
      await lab.as('rp-analyst').file('reports.report-data', { report: c.report }),
      await lab.as('rp-analyst').file('reports.report-proof', { report: c.report }),
    ]
    expect([pdf.status, data.status, proof.status]).toEqual([200, 200, 200])
    expect([sha(pdf.bytes), sha(data.bytes)]).toEqual([issued.pdfSha256, issued.dataSha256])
    const ca = await lab.db.direct.one<{ certificate: string }>(
      sql`select certificate from identity.signing_certificate where kind = 'authority'`,
    )
    const check = checkPdfSignature(pdf.bytes, { trustedRoots: [ca.certificate] })
    expect(check).toMatchObject({
      signed: true,
      wholeDocument: true,
      digestOk: true,
      signatureOk: true,
      chainOk: true,
      pades: true,
      signer: 'Eugenio Cus',
    })
    const changed = Buffer.from(pdf.bytes)
    changed[2000] = (changed[2000] ?? 0) ^ 1
    expect(checkPdfSignature(changed, { trustedRoots: [ca.certificate] }).digestOk).toBe(false)

    const leaf = JSON.parse(readProof(proof.bytes.toString('utf8'))?.extra.toString('utf8') ?? '{}')
    expect(leaf).toMatchObject({
      action: 'reports.issue-report',
      subject: `reports.report/${c.report}`,
      facts: { pdfSha256: issued.pdfSha256, dataSha256: issued.dataSha256 },
    })
    const twin = JSON.parse(data.bytes.toString('utf8'))
    expect(twin.items[0].packaging).toMatchObject({ type: 'envelope', colour: 'brown', condition: 'torn' })
    expect(twin.results.map((r: { kind: string; leaf: string }) => [r.kind, r.leaf.length])).toEqual([
      ['identity', 64],
      ['quantity', 64],
    ])
    const text = await textOf(pdf.bytes)
    if (text !== undefined)
      for (const words of [
        'Envelope',
        'Brown',
        'Torn',
        'Cannabis',
        '10.022',
        'RP-07',
        'Damion Palacio',
        'A104417',
        issued.code.slice(0, 4),
      ])
        expect(text).toContain(words)
    expect((await lab.as('rp-head').ask('work.request', { request: c.request })).body.state).toBe('completed')
    expect(
      (await seen(c.report)).actions.find(
        (a: { operation: string }) => a.operation === 'reports.amend-report',
      ),
    ).toMatchObject({ ok: true })
  })

  it('the proof is there within two seconds of issue, and the verifier accepts it', async () => {
    const c = await certificate(L(), 'signed')
    const started = performance.now()
    await lab.as('rp-analyst').do('reports.issue-report', { report: c.report })
    const proof = await lab.as('rp-analyst').file('reports.report-proof', { report: c.report })
    expect(performance.now() - started).toBeLessThan(2_000)
    const verifier = join(import.meta.dirname, '../../../verifier/verify.mjs')
    if (!existsSync(verifier)) return
    const [pdf, paper, key] = [
      join(lab.folder, 'c.pdf'),
      join(lab.folder, 'c.tlog-proof'),
      await lab.db.direct.one<{ value: string }>(
        sql`select value from platform.setting where key = 'log-vkey'`,
      ),
    ]
    await writeFile(pdf, (await lab.as('rp-analyst').file('reports.report-file', { report: c.report })).bytes)
    const twin = join(lab.folder, 'c.json')
    await writeFile(paper, proof.bytes)
    await writeFile(
      twin,
      (await lab.as('rp-analyst').file('reports.report-data', { report: c.report })).bytes,
    )
    const verify = () =>
      spawnSync(process.execPath, [verifier, pdf, twin, paper, '--key', key.value], { encoding: 'utf8' })
    expect(verify()).toMatchObject({ status: 0 })
    const bytes = await readFile(pdf)
    bytes[3000] = (bytes[3000] ?? 0) ^ 1
    await writeFile(pdf, bytes)
    expect(verify()).toMatchObject({ status: 1 })
  })

  it('pdfsig says that the signature is valid', async () => {
    const c = await certificate(L(), 'signed')
    const path = join(lab.folder, 'signed.pdf')
    await writeFile(
      path,
      (await lab.as('rp-analyst').file('reports.report-file', { report: c.report })).bytes,
    )
    let said: string
    try {
      said = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return
      throw error
    }
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('ETSI.CAdES.detached')
    expect(said).toContain('Total document signed')
  })
})

describe('what is refused', () => {
  it('a result that nobody reviewed is not reported', async () => {
    const w = await worked(L(), { review: false })
    expect((await lab.as('rp-analyst').tell('reports.draft-report', { request: w.request })).body.code).toBe(
      'reports.nothing-to-report',
    )
    expect(
      (
        await lab
          .as('rp-analyst')
          .tell('reports.draft-report', { request: w.request, results: w.conclusions })
      ).body.code,
    ).toBe('reports.result-not-reviewed')
  })

  it('a presumptive result is printed as that, never as an identity', async () => {
    const c = await certificate(L(), 'issued', await worked(L(), { outcome: 'presumptive' }))
    const twin = JSON.parse(
      (await lab.as('rp-analyst').file('reports.report-data', { report: c.report })).bytes.toString('utf8'),
    )
    expect(twin.results).toMatchObject([{ kind: 'presumptive', presumptive: true }])
    const text = await textOf(
      (await lab.as('rp-analyst').file('reports.report-file', { report: c.report })).bytes,
    )
    if (text !== undefined) {
      expect(text).toContain('it was not identified')
      expect(text).not.toContain('was identified.')
    }
  })

  it('a second certificate on the same question and exhibit cannot be', async () => {
    const c = await certificate(L(), 'issued')
    const again = await lab.as('rp-analyst').tell('reports.draft-report', { request: c.request })
    expect([again.status, again.body.code]).toEqual([409, 'reports.drafted-already'])
    await expect(
      lab.db.direct.run(
        sql`insert into reports.live (item, question, version) select item, question, version from reports.live where item = ${c.item}`,
      ),
    ).rejects.toThrow('reports_one_live')
  })

  it('two certificates drafted at once on one question and exhibit: only one comes into force', async () => {
    const first = await worked(L())
    const second = await examined(L(), first)
    const [a, b] = [await certificate(L(), 'signed', first), await certificate(L(), 'signed', second)]
    const answers = await Promise.all(
      [a, b].map((c) => lab.as('rp-analyst').tell('reports.issue-report', { report: c.report })),
    )
    expect(answers.map((x) => x.status).toSorted()).toEqual([200, 409])
    expect(answers.find((x) => x.status === 409)?.body.code).toMatch(/^reports\.(one-live|another-live)$/)
    const live = await lab.db.direct.many(sql`select version from reports.live where item = ${first.item}`)
    expect(live).toHaveLength(1)
  })

  it('nothing is signed that depends on an unconfirmed limit, until a named person confirms it', async () => {
    const limit = await lab.arrange('catalogue.define-limit', {
      key: 'cannabis-10g',
      substance: 'cannabis',
      value: '10',
      unit: 'g',
      comparison: 'more-than',
      law: 'Misuse of Drugs Act',
      clause: 's. 7',
      en: 'More than 10 g',
      es: 'Más de 10 g',
      unverified: true,
      source: 'Newspaper',
      validFrom: '2017-11-01',
    })
    const c = await certificate(L(), 'draft')
    const refused = await lab
      .as('rp-head')
      .tell('reports.review-administratively', { report: c.report }, { stepUp: true })
    expect([refused.body.code, refused.body.detail]).toEqual([
      'reports.value-unconfirmed',
      expect.stringContaining('More than 10 g'),
    ])
    await lab.arrange('catalogue.confirm-value', { value: limit.id, gazette: 'Gazette 2017/48' })
    await lab.as('rp-head').do('reports.review-administratively', { report: c.report }, { stepUp: true })
    await lab.as('rp-analyst').do('reports.sign-report', { report: c.report }, { stepUp: true })
    const text = await textOf(
      (await lab.as('rp-analyst').file('reports.report-file', { report: c.report })).bytes,
    )
    if (text !== undefined) expect(text).toContain('Above 10 g')
  })

  it('nothing is signed that names an office which nobody has confirmed', async () => {
    const c = await certificate(L(), 'draft')
    const { agency } = await lab.db.direct.one<{ agency: string }>(
      sql`select agency from identity.unit where id = ${lab.units.policeDangriga}`,
    )
    const unit = await lab.arrange('identity.add-unit', {
      agency,
      name: 'Hopkins Sub-station',
      code: 'HOP',
      kind: 'formation',
      unverified: true,
      source: 'General knowledge',
    })
    await lab.arrange('cases.change-investigator', { case: c.case, investigator: { unit: unit.id } })
    const read = () =>
      lab.as('rp-head').tell('reports.review-administratively', { report: c.report }, { stepUp: true })
    expect((await read()).body).toMatchObject({
      code: 'reports.value-unconfirmed',
      detail: expect.stringContaining('Hopkins Sub-station'),
    })
    const doubts = await lab.as('rp-director').ask('catalogue.list-unconfirmed', { q: 'Hopkins' })
    expect(doubts.body.items).toEqual([
      expect.objectContaining({ kind: 'unit', key: 'HOP', source: 'General knowledge' }),
    ])
    await lab.arrange('catalogue.confirm-value', { value: unit.id, gazette: 'Gazette 2026/12' })
    expect((await read()).status).toBe(200)
  })

  it('a returned draft goes back through its author', async () => {
    const c = await certificate(L(), 'draft')
    await lab
      .as('rp-head')
      .do('reports.return-report', { report: c.report, findings: ['The police number is missing.'] })
    expect(
      (
        await lab
          .as('rp-head')
          .tell('reports.review-administratively', { report: c.report }, { stepUp: true })
      ).body.code,
    ).toBe('reports.returned-waits')
    await lab
      .as('rp-analyst')
      .do('reports.include-result', { report: c.report, remarks: 'Police number DG-26-1189.' })
    await lab.as('rp-head').do('reports.review-administratively', { report: c.report }, { stepUp: true })
    expect((await seen(c.report)).state).toBe('reviewed')
  })
})

describe('after it is out', () => {
  it('the recipient sees it and acknowledges it; a stranger sees nothing; nobody outside sees a draft', async () => {
    const c = await certificate(L(), 'signed')
    expect((await lab.as('rp-officer').ask('reports.get-report', { report: c.report })).status).toBe(404)
    await lab.as('rp-analyst').do('reports.issue-report', { report: c.report })
    expect((await lab.as('prosecutor').ask('reports.get-report', { report: c.report })).status).toBe(404)
    const { delivery } = await lab
      .as('rp-analyst')
      .do('reports.deliver-report', { report: c.report, to: { unit: lab.units.dpp } })
    expect((await lab.as('prosecutor').file('reports.report-file', { report: c.report })).status).toBe(200)
    expect(
      (await lab.as('prosecutor').ask('reports.find-reports', { received: 'true' })).body.items.map(
        (r: { id: string }) => r.id,
      ),
    ).toContain(c.report)
    expect((await lab.as('stranger').tell('reports.acknowledge-report', { delivery })).status).toBe(404)
    await lab.as('prosecutor').do('reports.acknowledge-report', { delivery })
    expect((await lab.as('prosecutor').tell('reports.acknowledge-report', { delivery })).body.code).toBe(
      'reports.acknowledged-already',
    )
    expect((await lab.as('stranger').ask('reports.get-report', { report: c.report })).status).toBe(404)
    expect(other).toBeTruthy()
  })

  it('an amendment supersedes, says what changed, tells the recipients, and the old code says so', async () => {
    const c = await certificate(L(), 'issued')
    await lab.as('rp-analyst').do('reports.deliver-report', { report: c.report, to: { unit: lab.units.dpp } })
    expect((await lab.as(null).ask('reports.check-code', { code: c.code })).body).toMatchObject({
      state: 'live',
      number: c.number,
    })
    const amended = await lab
      .as('rp-analyst')
      .do(
        'reports.amend-report',
        { report: c.report, changes: 'The police number was added.' },
        { reason: 'Asked by the DPP' },
      )
    expect((await lab.as(null).ask('reports.check-code', { code: c.code })).body.state).toBe('live')
    expect((await lab.as(null).ask('reports.check-code', { code: amended.code })).status).toBe(404)
    await lab.as('rp-head').do('reports.review-administratively', { report: c.report }, { stepUp: true })
    await lab.as('rp-analyst').do('reports.sign-report', { report: c.report }, { stepUp: true })
    await lab.as('rp-analyst').do('reports.issue-report', { report: c.report })
    const old = (await lab.as(null).ask('reports.check-code', { code: c.code })).body
    expect(old).toMatchObject({ state: 'superseded', supersededBy: { version: 2 } })
    expect((await lab.as(null).ask('reports.check-code', { code: amended.code })).body).toMatchObject({
      state: 'live',
      number: `${c.number}-A1`,
    })
    const page = (await lab.as('prosecutor').ask('reports.get-report', { report: c.report })).body
    expect(page.deliveries).toMatchObject([
      { kind: 'replacement', words: expect.stringContaining('police number') },
    ])
    const text = await textOf(
      (await lab.as('prosecutor').file('reports.report-file', { report: c.report })).bytes,
    )
    if (text !== undefined) expect(text).toContain(`supersedes ${c.number}`)
  })

  it('a withdrawn certificate says so to anybody, without a name', async () => {
    const c = await certificate(L(), 'issued')
    await lab
      .as('rp-head')
      .do(
        'reports.withdraw-report',
        { report: c.report, words: 'Exhibits were confused.' },
        { stepUp: true, reason: 'Exhibits were confused' },
      )
    const told = (await lab.as(null).ask('reports.check-code', { code: c.code })).body
    expect(told.state).toBe('withdrawn')
    expect(JSON.stringify(told)).not.toMatch(/Eugenio|Usher|Palacio|confused/)
    expect((await lab.as(null).ask('reports.check-code', { code: 'ZZZZ-ZZZZ-ZZZZ' })).status).toBe(404)
    expect((await lab.as(null).ask('reports.check-code', { code: 'nonsense' })).status).toBe(400)
  })

  it('K9 other words are looked at on a real certificate before anybody proposes them, by whoever may see one', async () => {
    const c = await certificate(L(), 'issued')
    await lab.person('quality', ['quality-manager'], { unit: null })
    await lab.person('elsewhere', ['section-head'], { unit: lab.units.toxicology })
    const looked = async (who: string, key: string, en: string, es: string) =>
      (await lab.as(who).ask('reports.preview-wording', { key, en, es, language: 'es' })).body
    const drawn = await looked('rp-head', 'reports.paper-title', 'Finding', 'Hallazgo del laboratorio')
    expect(drawn.number).not.toBeNull()
    expect(drawn.svg).toMatch(/^<svg/)
    expect(drawn.pages).toBeGreaterThan(0)
    // Other words are another drawing, and nothing of it stays.
    const as = (await looked('rp-head', 'reports.paper-title', 'Finding', 'Certificado de examen')).svg
    expect(as).not.toBe(drawn.svg)
    expect((await seen(c.report)).state).toBe('issued')
    const wrong = await looked('rp-head', 'reports.paper-from-to', '{from} {whom}', '{from} {whom}')
    expect(wrong.code).toBe('catalogue.value-not-there')
    // A statement is looked for on the certificates that say it, with the values that stand there.
    const stated = await looked(
      'rp-head',
      'results.statement-identity',
      'It is {substance}.',
      'Es {substance}.',
    )
    expect(stated.number).not.toBeNull()
    expect(await looked('elsewhere', 'reports.paper-title', 'Finding', 'Hallazgo')).toMatchObject({
      number: null,
      pages: 0,
    })
  })

  it('in a demonstration an unconfirmed limit may be printed, and every page says what it is', async () => {
    const limit = await lab.arrange('catalogue.define-limit', {
      // Of two limits that are passed the higher one is stated.
      key: 'cannabis-higher',
      substance: 'cannabis',
      value: '10.01',
      unit: 'g',
      comparison: 'more-than',
      law: 'Misuse of Drugs Act',
      en: 'More than 10.01 g',
      es: 'Más de 10.01 g',
      unverified: true,
      source: 'Newspaper',
      validFrom: '2017-11-01',
    })
    const house = lab.ground.house as { demo: boolean }
    house.demo = true
    try {
      const c = await certificate(L(), 'issued')
      expect((await lab.as(null).ask('reports.check-code', { code: c.code })).body.demo).toBe(true)
      const text = await textOf(
        (await lab.as('rp-analyst').file('reports.report-file', { report: c.report })).bytes,
      )
      if (text !== undefined)
        for (const words of ['DEMONSTRATION', 'Values not confirmed', 'More than 10.01 g', 'Newspaper'])
          expect(text).toContain(words)
    } finally {
      house.demo = false
      await lab.arrange('catalogue.confirm-value', { value: limit.id, gazette: 'Gazette 2017/48' })
    }
  })

  it('every operation has an example that fits it', async () => {
    expect(Object.keys(examples).toSorted()).toEqual(reports.operations.map((op) => op.name).toSorted())
    for (const op of reports.operations) {
      const input = await examples[op.name]?.(lab)
      expect([op.name, op.input.safeParse(input).success]).toEqual([op.name, true])
    }
  }, 180_000) // fifteen whole stories, on a machine that may be doing other things

  it('the derived tables hold what their covered rows add up to', async () => {
    for (const [table, query] of Object.entries(derived)) {
      const { n } = (
        await lab.db.pool.query(
          `select count(*)::int as n from ((select * from ${table} except (${query})) union all ((${query}) except select * from ${table})) d`,
        )
      ).rows[0] as { n: number }
      expect([table, n]).toEqual([table, 0])
    }
  })
})
