/** The main job with files that real instruments wrote: what may be identified is, what may not is refused. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { REAL_FILES, answers, needs, realFile, realFolder } from '../../../test/needs.ts'
import * as bench from './examples.ts'

needs(realFolder, REAL_FILES)

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab?.close())

const L = () => lab as never
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const eugenio = () => lab.as('eugenio')
const register = async (name: string, version: string, bytes: Uint8Array, file: string): Promise<string> => {
  await bench.libraryOf(L())
  const { sha256 } = (await lab.as('marva').upload(bytes, file)).body
  return (await lab.as('marva').do('results.register-library', { name, version, file: sha256 })).id
}

/** A NIST text library out of spectra as the instrument exported them: two columns of numbers each. */
const dart = (name: string): string => Buffer.from(realFile(`spectra/dart-ms/${name}.txt`)).toString('utf8')
const peaksOf = (text: string): string[] =>
  text
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
function dartLibrary(volts: string): Buffer {
  const compounds = [
    ['AcetylFentanyl', 'Acetylfentanyl', '3258-84-2'],
    ['BenzylFentanyl', 'Benzylfentanyl', '1474-02-8'],
    ['Amphetamine', 'Amphetamine', '300-62-9'],
    ['Methamphetamine', 'Methamphetamine', '537-46-2'],
  ] as const
  return Buffer.from(
    compounds
      .map(([file, name, cas]) => {
        const peaks = peaksOf(dart(`${file}_${volts}`))
        return `Name: ${name}\nCASNO: ${cas}\nNum Peaks: ${peaks.length}\n${peaks.join('\n')}\n`
      })
      .join('\n'),
  )
}

describe('the main job with a real record of cocaine and a real ANDI run', () => {
  test('from the counter to the issued certificate: every file byte for byte, the run scan by scan, the identity by a person', async () => {
    const library = await register(
      'MassBank subset',
      '2026-11',
      realFile('spectra/massbank-subset.msp'),
      'massbank-subset.msp',
    )
    const listed = (await eugenio().ask('results.list-libraries')).body.items
    expect(listed.find((l: { id: string }) => l.id === library)).toMatchObject({ spectra: 92 })

    const at = await bench.opened(L())
    await bench.described(L(), at)
    await bench.weighed(L(), at)
    await bench.test(L(), at)

    const andi = realFile('spectra/andi/agilent-gcms.cdf')
    const blank = await bench.ran(L(), at, andi, { sampleKind: 'blank', item: undefined })
    const run = (await eugenio().ask('results.run', { run: blank })).body
    expect(run).toMatchObject({ readable: true, spectra: 6401, sha256: sha(andi), size: 2517393 })
    expect(run.summary).toMatchObject({
      title: 'P071 Essence super BP',
      operator: 'SC',
      scans: 6401,
      points: 157201,
      apexScan: 191,
    })
    const top = run.traces[0].points.reduce((best: number[], p: number[]) =>
      (p[1] ?? 0) > (best[1] ?? 0) ? p : best,
    )
    expect(top).toEqual([117.895, 5207687])
    expect(run.traces[0].points.length).toBeLessThanOrEqual(4_002)
    const apex = (await eugenio().ask('results.spectrum', { run: blank, spectrum: 191 })).body
    const known = answers()['spectra/andi/agilent-gcms.cdf'] as { apexPoints: number; apexBasePeak: number[] }
    expect(apex.peaks).toHaveLength(known.apexPoints)
    expect(
      apex.peaks.reduce((best: number[], p: number[]) => ((p[1] ?? 0) > (best[1] ?? 0) ? p : best)),
    ).toEqual(known.apexBasePeak)
    expect(await bench.searched(L(), blank, { library, spectrum: 191 })).toMatchObject({
      status: 'no-match',
      mayPropose: false,
    })
    expect(sha((await eugenio().file('results.raw-file', { run: blank })).bytes)).toBe(sha(andi))

    const record = realFile('spectra/massbank/MSBNK-Athens_Univ-AU161905.txt')
    const cocaine = await bench.ran(L(), at, record)
    const search = await bench.searched(L(), cocaine, { library })
    expect(search).toMatchObject({
      status: 'distinguished',
      mayPropose: true,
      says: 'The spectrum shows the ions of Cocaine that set it apart from Ecgonine-methyl-ester (EME), and none of theirs.',
    })
    expect(search.hits[0]).toMatchObject({
      name: 'Cocaine',
      score: 999,
      cas: '50-36-2',
      accession: 'MSBNK-Athens_Univ-AU161905',
    })
    const beside = (await eugenio().ask('results.spectrum', { run: cocaine, search: search.id, hit: 0 })).body
    expect(beside).toMatchObject({ reference: { name: 'Cocaine', unmatched: [] } })
    expect(beside.peaks).toHaveLength(41)

    await eugenio().do('results.confirm-hit', { search: search.id, hit: 0, substance: 'cocaine' })
    await bench.test(L(), at, { technique: 'gc-ms', sampling: 2, run: cocaine })
    await eugenio().do('results.account-for-run', {
      run: [blank, cocaine],
      disposition: 'used',
      words: 'As expected',
    })
    const identity = await bench.concluded(L(), at)
    await bench.concluded(L(), at, 'quantity')
    await lab.as('ingrid').do('results.review-technically', { worksheet: at.worksheet }, { stepUp: true })
    await lab
      .as('ingrid')
      .do('results.verify-result', { conclusion: identity.id, outcome: 'agrees' }, { stepUp: true })

    const { id: report } = await eugenio().do('reports.draft-report', { request: at.request })
    await lab.as('marva').do('reports.review-administratively', { report }, { stepUp: true })
    await eugenio().do('reports.sign-report', { report }, { stepUp: true })
    const issued = await eugenio().do('reports.issue-report', { report })
    expect(issued.state).toBe('issued')
    const twin = JSON.parse((await eugenio().file('reports.report-data', { report })).bytes.toString('utf8'))
    expect(twin.results.map((r: { kind: string }) => r.kind)).toEqual(['identity', 'quantity'])
    expect(JSON.stringify(twin)).toContain(sha(record))
    expect(JSON.stringify(twin)).toContain(sha(andi))
    expect((await eugenio().ask('work.request', { request: at.request })).body.state).toBe('completed')
  }, 120_000)
})

describe('acetyl fentanyl', () => {
  const identify = async (at: bench.Sheet, run: string) => {
    await bench.test(L(), at, { technique: 'marquis', pointsTo: 'acetyl-fentanyl' })
    await bench.test(L(), at, { technique: 'gc-ms', sampling: 2, run, pointsTo: 'acetyl-fentanyl' })
    return eugenio().tell('results.record-conclusion', {
      ...at.about,
      kind: 'identity',
      substance: 'acetyl-fentanyl',
    })
  }
  const confirm = (search: { id: string }, hit = 0, substance = 'acetyl-fentanyl', words = 'I am sure') =>
    eugenio().tell('results.confirm-hit', { search: search.id, hit, substance, words })

  test('is not identified from its base peak alone, whatever the score and whoever is sure', async () => {
    const library = await register('DART', '60 V', dartLibrary('60V'), 'dart-60.msp')
    const at = await bench.opened(L())
    const base = peaksOf(dart('AcetylFentanyl_60V')).filter((l) => l.startsWith('323.'))
    expect(base.length).toBeGreaterThan(0)
    const run = await bench.ran(
      L(),
      at,
      Buffer.from(
        `m/z,intensity\n${base.map((l) => l.split(/\s+/).join(',')).join('\n')}\n322.9,1\n322.8,1\n`,
      ),
    )
    const search = await bench.searched(L(), run, { library })
    expect(search).toMatchObject({ status: 'insufficient', mayPropose: false })
    expect(search.hits.length).toBeGreaterThanOrEqual(2)
    const no = await confirm(search)
    expect(no.body).toMatchObject({ status: 409, code: 'results.cannot-be-told-apart' })
    expect(no.body.detail).toContain('at least 3 are needed before a library may speak')
    expect(no.body.next).toContain('Run it again under other conditions')
    const identity = await identify(at, run)
    expect(identity.body).toMatchObject({ status: 409, code: 'results.nobody-confirmed' })
    const presumptive = await eugenio().tell('results.record-conclusion', {
      ...at.about,
      kind: 'presumptive',
      substance: 'acetyl-fentanyl',
    })
    expect(presumptive.body.says).toBe('The tests indicate Acetylfentanyl; it was not identified.')
  })

  test('is not told from benzyl fentanyl at 30 V, although the library gives 999', async () => {
    const library = await register('DART', '30 V', dartLibrary('30V'), 'dart-30.msp')
    const at = await bench.opened(L())
    const run = await bench.ran(L(), at, realFile('spectra/dart-ms/AcetylFentanyl_30V.txt'))
    const search = await bench.searched(L(), run, { library })
    expect(search).toMatchObject({ status: 'ambiguous', mayPropose: false })
    expect(search.hits.slice(0, 2)).toMatchObject([
      { name: 'Acetylfentanyl', score: 999 },
      { name: 'Benzylfentanyl' },
    ])
    expect((await confirm(search)).body.code).toBe('results.cannot-be-told-apart')
    expect((await identify(at, run)).body.code).toBe('results.nobody-confirmed')
  })

  test('is told from it at 60 V by its own ion; nobody confirms the other one in its place', async () => {
    const library = await register('DART', '60 V again', dartLibrary('60V'), 'dart-60.msp')
    const at = await bench.opened(L())
    const run = await bench.ran(L(), at, realFile('spectra/dart-ms/AcetylFentanyl_60V.txt'))
    const search = await bench.searched(L(), run, { library })
    expect(search.status).toBe('distinguished')
    expect(search.hits.slice(0, 2)).toMatchObject([{ name: 'Acetylfentanyl' }, { name: 'Benzylfentanyl' }])
    expect((await confirm(search, 1, 'benzyl-fentanyl')).body.code).toBe('results.told-to-be-another')
    expect((await confirm(search)).status).toBe(200)
    expect((await identify(at, run)).status).toBe(200)
  })

  test('in a mixture of both a person says what they make of it, or nothing is confirmed', async () => {
    const library = await register('DART', '60 V once more', dartLibrary('60V'), 'dart-60.msp')
    const at = await bench.opened(L())
    const run = await bench.ran(L(), at, realFile('spectra/dart-ms/Mixture1_60V.txt'))
    const search = await bench.searched(L(), run, { library })
    expect(search).toMatchObject({ status: 'mixture', mayPropose: false })
    const silent = await eugenio().tell('results.confirm-hit', {
      search: search.id,
      hit: 0,
      substance: 'acetyl-fentanyl',
    })
    expect(silent.body.code).toBe('results.mixture-unremarked')
  })
})
