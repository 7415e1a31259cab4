/** What stands on the certificate, read from the printed page: for the court that relies on it and for whoever wants to break it. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { program } from '../../../test/needs.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { type Stage, type Worked, certificate, examined, worked } from './examples.ts'
import { spansOf } from './details.ts'
import { en } from './texts.en.ts'
import { es } from './texts.es.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await lab.person('crown', ['prosecutor'], { unit: lab.units.dpp })
  await lab.person('quality', ['quality-manager'], { name: 'Quinn Ku' })
  await lab.arrange('catalogue.define-list', {
    list: 'report-recipient',
    en: 'Recipients',
    es: 'Destinatarios',
  })
  for (const [code, unit] of [
    ['DPP', lab.units.dpp],
    ['PB', lab.units.policeBelmopan],
  ] as const) {
    const name = await unitCode(unit)
    await lab.arrange('catalogue.define-code', {
      list: 'report-recipient',
      code: name,
      en: code,
      es: code,
      data: { negative: true },
    })
  }
})
afterAll(() => lab?.close())
const unitCode = async (id: string): Promise<string> =>
  (await lab.db.pool.query<{ code: string }>('select code from identity.unit where id = $1', [id])).rows[0]
    ?.code ?? ''
const L = () => lab as never
const analyst = () => lab.as('rp-analyst')

const poppler = program('pdftotext', '-v')
async function textOf(bytes: Buffer): Promise<string> {
  const path = join(lab.folder, `${Math.random()}.pdf`)
  await writeFile(path, bytes)
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
}
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
/** The printed words of a certificate, and its data. */
async function printed(report: string, more: Record<string, string> = {}) {
  const pdf = await analyst().file('reports.report-file', { report, ...more })
  const data = await analyst().file('reports.report-data', { report, ...more })
  return { text: flat(await textOf(pdf.bytes)), data: JSON.parse(data.bytes.toString('utf8')) }
}
async function issued(work: Worked, language: 'en' | 'es' = 'en', remarks?: string) {
  const { id: report } = await analyst().do('reports.draft-report', {
    request: work.request,
    language,
    ...(remarks ? { remarks } : {}),
  })
  await lab.as('rp-head').do('reports.review-administratively', { report, findings: [] }, { stepUp: true })
  await analyst().do('reports.sign-report', { report }, { stepUp: true })
  const out = await analyst().do('reports.issue-report', { report })
  return { report, out }
}
const at = (stage: Stage, work?: Worked) => certificate(L(), stage, work)

describe.skipIf(!poppler.there)('on the paper', () => {
  it('stands every element of ISO/IEC 17025:2017, 7.8.2.1, and what a defence asks for', async () => {
    const work = await worked(L())
    const c = await at('issued', work)
    const { text, data } = await printed(c.report)
    const elements: Record<string, string | RegExp> = {
      'a title': 'Certificate of analysis',
      'c place of examination': 'Place of examination Analytical Chemistry',
      'd number and pages': /26-\d{4} .*Page 1 of (\d).*Page \1 of \1/,
      'd a clear end': /End of certificate 26-\d{4}/,
      'e customer': 'Damion Palacio Dangriga Formation',
      'f method with its version': /RP-07 Identification of cannabis 4 10\/01\/2025/,
      'g exhibit, packaging, seals and their state': 'A104417 (intact)',
      'h received': 'Exhibits received 02/11/2026',
      'i examined': 'Examined 02/11/2026',
      'j date': 'Signed on 02/11/2026',
      'l only what was tested': 'The results relate only to the exhibits listed, as they were received.',
      'm result, unit and uncertainty': '10.0220 ± 0.0020 g',
      'n deviations, or that there are none': 'Deviations None.',
      'o who authorises': 'Eugenio Cus',
      'who reviewed, and when': /Administrative review .*On 02\/11\/2026/,
      'what others supplied (7.8.2.2)': 'were supplied by those who submitted the exhibits',
      'opinions (7.8.7)': 'It gives no opinion.',
      'in full only': 'reproduced only in full',
      'the zone of its times': 'UTC−06:00',
      weighings: '14.882 g 4.860 g 10.022 g',
      custody: 'Every hand until this paper was made is recorded',
      'instruments relied on': 'RP-BAL-03 Analytical balance',
      'the key of the ledger': /Key that verifies the ledger custodia\.log/,
    }
    for (const [element, words] of Object.entries(elements))
      expect(text, element).toMatch(words instanceof RegExp ? words : new RegExp(escaped(words)))
    expect(data.bench[0].weighings).toMatchObject([{ gross: '14.882', tare: '4.860', unit: 'g' }])
    expect(data.signature.certificateSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(data.ledger.checkpoint).toContain('custodia.log/')
    expect(data.custody).toMatchObject([
      { unbroken: true, hands: [{ kind: 'received' }, { kind: 'accepted' }] },
    ])
  })

  it('S-B4 a certificate cannot state another packaging than that of intake, and says what was done since', async () => {
    const work = await worked(L(), {
      item: { packaging: { type: 'envelope', colour: 'brown', size: 'a4', condition: 'torn' } },
    })
    await analyst().do('evidence.break-seal', { item: work.item, number: 'A104417', why: 'Examination' })
    await analyst().do(
      'evidence.repack-item',
      { item: work.item, packaging: { type: 'envelope', colour: 'white', size: 'a4' } },
      { reason: 'The first envelope was torn' },
    )
    const { text, data } = await printed((await issued(work)).report)
    expect(data.items[0].packaging).toMatchObject({ type: 'envelope', colour: 'brown', condition: 'torn' })
    expect(text).toContain('Envelope, Brown, A4, Torn')
    expect(text).toMatch(/repacked on 02\/11\/2026: Envelope, White, The first envelope was torn/)
    const typed = await analyst().tell('reports.draft-report', { request: work.request, packaging: 'white' })
    expect(typed.body.code).toBe('input-does-not-fit')
  })

  it('S-B9 a presumptive result is never an identity; that nothing was found is told to police and prosecution at once', async () => {
    const presumptive = await printed((await issued(await worked(L(), { outcome: 'presumptive' }))).report)
    expect(presumptive.text).toContain('The tests indicate Cannabis; it was not identified.')
    expect(presumptive.text).not.toContain('Cannabis was identified')
    expect(presumptive.data.results).toMatchObject([{ kind: 'presumptive', presumptive: true }])

    const work = await worked(L(), { outcome: 'negative' })
    // Whoever issues it need not think of it, and cannot leave anybody out.
    const { report, out } = await issued(work)
    expect(out.delivered).toBe(2)
    expect((await printed(report)).text).toContain('No controlled drug was found.')
    const { deliveries } = (await analyst().ask('reports.get-report', { report })).body
    expect(deliveries.map((d: { to: string; kind: string }) => [d.kind, d.to]).toSorted()).toEqual([
      ['copy', 'Belmopan Formation'],
      ['copy', 'DPP Belize City'],
    ])
    const got = (await lab.as('crown').ask('reports.find-reports', { received: 'true' })).body.items
    expect(got.map((r: { id: string }) => r.id)).toContain(report)
  })

  it('S-B10 an amount whose interval reaches the limit is not shown to be above it, in grams and pounds, by the law of that day', async () => {
    await lab.arrange('catalogue.define-list', { list: 'paper-rule', en: 'Papers', es: 'Papeles' })
    await lab.arrange('catalogue.define-code', {
      list: 'paper-rule',
      code: 'pounds',
      en: 'Pounds',
      es: 'Libras',
    })
    await lab.arrange('catalogue.define-limit', {
      key: 'cannabis-10g',
      substance: 'cannabis',
      value: '10',
      unit: 'g',
      comparison: 'more-than',
      law: 'Misuse of Drugs Act',
      clause: 's. 7',
      en: 'More than 10 g',
      es: 'Más de 10 g',
      validFrom: '2017-11-01',
    })
    // Net 10.001 g with U 0.0020 g: 9.999 to 10.003.
    const { text, data } = await printed((await issued(await worked(L(), { net: '14.861' }))).report)
    expect(text).toContain('Not shown to be above 10 g')
    expect(text).toContain('between 9.9990 and 10.0030 g')
    expect(text).toMatch(/Misuse of Drugs Act, s\. 7, as in force on/)
    expect(text).toContain('0.022 lb')
    expect(data.results.at(-1)).toMatchObject({ decision: 'not-shown-above', value: '10.0010', k: '2' })
    const over = await printed((await issued(await worked(L(), { net: '14.863' }))).report)
    expect(over.text).toContain('Above 10 g')
  })

  it('a deviation stands with what, why, until when and the two who allowed it, though it ended before the signature', async () => {
    const work = await worked(L())
    const deviation = lab.ground.newId()
    await lab.as('rp-director').do(
      'quality.grant-deviation',
      {
        id: deviation,
        text: 'A second balance was used.',
        why: 'The first was at calibration.',
        subjects: [work.request],
        things: [],
        until: '2026-12-20',
      },
      { stepUp: true },
    )
    await lab.as('quality').do('quality.grant-deviation', { deviation }, { stepUp: true })
    await lab.as('quality').do('quality.end-deviation', { deviation, why: 'The balance is back' })
    const { text } = await printed((await issued(work)).report)
    expect(text).toContain(
      'A second balance was used. Why: The first was at calibration. Allowed by Gian Cho, Quinn Ku, until 20/12/2026.',
    )
  })

  it('a gap in custody is printed as one', async () => {
    const work = await worked(L())
    const { chain } = (await lab.as('rp-counter').ask('evidence.custody-of-item', { item: work.item })).body
    const correct = (event: string, times: object) =>
      lab
        .as('rp-counter')
        .do(
          'evidence.correct-custody-entry',
          { item: work.item, event, ...times },
          { reason: 'The clock of the counter was wrong', stepUp: true },
        )
    await correct(chain[0].id, { at: '2026-11-02T12:00:00.000Z', gaveAt: '2026-11-02T12:00:00.000Z' })
    await correct(chain[1].id, { gaveAt: '2026-11-02T13:00:00.000Z' })
    const { text, data } = await printed((await issued(work)).report)
    expect(data.custody).toMatchObject([
      {
        unbroken: false,
        findings: [expect.stringMatching(/^Nobody recorded for 1 h: Simone Reneau put it down/)],
      },
    ])
    expect(text).toContain(flat(data.custody[0].findings[0]))
    expect(text).toContain('The chain above has a gap or a contradiction; it is printed as it is.')
    expect(text).not.toContain('with no gap')
  })

  it('S-B5 one live certificate per question: an amendment supersedes, lists what changed and tells the recipients', async () => {
    const work = await worked(L())
    const c = await at('issued', work)
    await analyst().do('reports.deliver-report', { report: c.report, to: { unit: lab.units.dpp } })
    const again = await analyst().tell('reports.draft-report', { request: work.request })
    expect([again.status, again.body.code]).toEqual([409, 'reports.drafted-already'])
    const second = await examined(L(), work)
    expect((await analyst().tell('reports.draft-report', { request: second.request })).body.code).toBe(
      'reports.another-live',
    )
    // Nobody writes the comparison: what reads otherwise than on the signed paper before is found by itself.
    const was = (await printed(c.report)).data.items[0].description as string
    await lab
      .as('rp-analyst')
      .do(
        'evidence.correct-description',
        { item: work.item, description: 'Dried plant material, 5 parcels in a clear evidence bag' },
        { reason: 'Five parcels, not four' },
      )
    await analyst().do(
      'reports.amend-report',
      { report: c.report, changes: 'The remark on the exhibit was added.' },
      { reason: 'Asked for by the court' },
    )
    await lab.as('rp-head').do('reports.review-administratively', { report: c.report }, { stepUp: true })
    await analyst().do('reports.sign-report', { report: c.report }, { stepUp: true })
    await analyst().do('reports.issue-report', { report: c.report })
    const { text, data } = await printed(c.report)
    expect(text).toContain(`supersedes ${c.number} of 02/11/2026`)
    expect(text).toContain('What changed: The remark on the exhibit was added.')
    expect(text).toContain('Why: Asked for by the court')
    expect(text).toMatch(
      new RegExp(`Description ${escaped(was).replaceAll(' ', ' ?')} ?Dried plant material, 5 parcels`),
    )
    expect(data.changed).toEqual([
      {
        item: work.itemNumber,
        what: 'Description',
        was,
        now: 'Dried plant material, 5 parcels in a clear evidence bag',
      },
    ])
    const seen = (await lab.as('crown').ask('reports.get-report', { report: c.report })).body
    expect(seen.deliveries).toMatchObject([{ kind: 'replacement' }])
    const live = (
      await lab.db.pool.query<{ n: number }>(
        'select count(*)::int as n from reports.live where item = $1 and question = $2',
        [work.item, 'controlled-drug'],
      )
    ).rows[0]
    expect(live?.n).toBe(1)
  })

  it('the whole certificate is Spanish where Spanish was asked', async () => {
    const { text } = await printed(
      (await issued(await worked(L()), 'es', 'Una porción queda guardada.')).report,
    )
    for (const words of ['Certificado de análisis', 'Se identificó Cannabis.', 'Custodia', 'Página 1 de'])
      expect(text).toContain(words)
    const labels = (Object.keys(en) as (keyof typeof en)[]).filter(
      (key) =>
        key.startsWith('reports.paper-') &&
        !en[key].includes('{') &&
        en[key].length > 6 &&
        en[key] !== es[key],
    )
    expect(labels.length).toBeGreaterThan(30)
    for (const key of labels) expect(text, key).not.toContain(en[key])
  })
})

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

describe.skipIf(!poppler.there)('a copy to read', () => {
  it('says draft on every page before it is signed, and how it stands once it is over', async () => {
    const c = await at('draft')
    const copy = async (more = {}) =>
      textOf((await analyst().file('reports.report-copy', { report: c.report, ...more })).bytes)
    const pages = (text: string): string[] => text.split('\f').slice(0, -1)
    const draft = pages(await copy())
    expect(draft.length).toBeGreaterThan(1)
    for (const page of draft) expect(page).toContain('DRAFT')
    expect(draft.join()).toContain('Not signed yet')
    await lab.as('rp-head').do('reports.review-administratively', { report: c.report }, { stepUp: true })
    await analyst().do('reports.sign-report', { report: c.report }, { stepUp: true })
    await analyst().do('reports.issue-report', { report: c.report })
    expect(await copy()).not.toContain('DRAFT')
    await lab
      .as('rp-head')
      .do(
        'reports.withdraw-report',
        { report: c.report, words: 'The exhibits were confused.' },
        { stepUp: true, reason: 'The exhibits were confused' },
      )
    const withdrawn = pages(await copy())
    expect(withdrawn.length).toBe(draft.length)
    for (const page of withdrawn) expect(page).toContain('WITHDRAWN')
    const signed = await analyst().file('reports.report-file', { report: c.report })
    expect(await textOf(signed.bytes)).not.toContain('WITHDRAWN')
  })
})

describe('out of the house', () => {
  it('S-B20 goes as one file with its data, its proof and the verifier, under 75 MB, and verifies with no network', async () => {
    const c = await at('issued')
    const zip = await analyst().file('reports.report-bundle', { report: c.report })
    expect(zip.status).toBe(200)
    expect(zip.bytes.length).toBeLessThan(75_000_000)
    const names = [
      ...zip.bytes
        .toString('latin1')
        .matchAll(/PK\x01\x02[\s\S]{42}(26-\d{4}\.[a-z-]+|verify\.html|READ ME\.txt)/g),
    ]
    expect(names.map((m) => m[1])).toEqual([
      `${c.number}.pdf`,
      `${c.number}.json`,
      `${c.number}.tlog-proof`,
      'verify.html',
      'READ ME.txt',
    ])
    const page = await lab.as(null).file('reports.verifier-page', {})
    expect(page.status).toBe(200)
    expect(zip.bytes.includes(page.bytes)).toBe(true)
  })

  it('is given at issue to whom the issuer chose, and nobody under a seal is told unasked', async () => {
    const c = await at('signed')
    const offered = (await analyst().ask('reports.get-report', { report: c.report })).body.offered
    expect(offered.map((o: { must: boolean }) => o.must)).toEqual([false, false])
    const { delivered } = await analyst().do('reports.issue-report', {
      report: c.report,
      to: [{ unit: lab.units.dpp }],
      words: 'By the portal',
    })
    expect(delivered).toBe(1)
    const after = (await analyst().ask('reports.get-report', { report: c.report })).body
    expect(after.deliveries).toMatchObject([{ kind: 'copy', words: 'By the portal', acknowledged: null }])
    expect(after.offered).toHaveLength(1)
    const nowhere = await analyst().tell('reports.deliver-report', {
      report: c.report,
      to: { unit: lab.ground.newId() },
    })
    expect(nowhere.body.code).toBe('reports.no-such-recipient')
  })

  it('is given at each issue to whom the laboratory always gives it', async () => {
    const unit = lab.units.policeDangriga
    const code = await unitCode(unit)
    await lab.arrange('catalogue.define-code', {
      list: 'report-recipient',
      code,
      en: 'Registry',
      es: 'Secretaría',
      data: { always: true },
    })
    const c = await at('issued')
    const { deliveries } = (await analyst().ask('reports.get-report', { report: c.report })).body
    expect(deliveries).toMatchObject([{ kind: 'copy', to: expect.stringContaining('Dangriga') }])
  })

  it('numbers that follow each other are told as one span', () => {
    expect(spansOf(['2026-00004-1', '2026-00004-2', '2026-00004-3', '2026-00004-7'])).toBe(
      '2026-00004-1 … -3, -7',
    )
    expect(spansOf(['2026-00004-9', '2026-00004-10', '2026-00005-1'])).toBe(
      '2026-00004-9 … -10, 2026-00005-1',
    )
    expect(spansOf(['A'])).toBe('A')
  })
})
