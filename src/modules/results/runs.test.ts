/** Stories of instrument files: kept byte for byte whatever they are, read where they can be, never rendered; and hostile ones. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { madeUpChromatogram, madeUpRun, netcdfBytes } from '#formats/fixtures/netcdf-bytes.ts'
import { fixture } from '#formats/fixtures/files.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { REAL_FILES, needs, realFile, realFolder } from '../../../test/needs.ts'
import * as bench from './examples.ts'

let lab: Lab
let at: bench.Sheet
beforeAll(async () => {
  lab = await openLab()
  at = await bench.opened(lab as never)
})
afterAll(() => lab?.close())

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const eugenio = () => lab.as('eugenio')
const attach = async (bytes: Uint8Array, name: string) => {
  const sent = await eugenio().upload(bytes, name)
  if (sent.status >= 300) return sent
  return eugenio().tell('results.import-run', {
    worksheet: at.worksheet,
    item: at.item,
    file: sent.body.sha256,
    technique: 'gc-ms',
    equipment: at.section.gcms,
  })
}
const shown = async (run: string, language: 'en' | 'es' = 'en') =>
  (await eugenio().ask('results.run', { run }, { language })).body
/** Attached, served back as an attachment of a type that no browser draws, the same to the byte. */
async function keptAsSent(bytes: Uint8Array, name: string) {
  const answer = await attach(bytes, name)
  expect([name, answer.status]).toEqual([name, 200])
  const raw = await eugenio().file('results.raw-file', { run: answer.body.id })
  expect([name, sha(raw.bytes)]).toEqual([name, sha(bytes)])
  expect(raw.headers.get('content-type')).toBe('application/octet-stream')
  expect(raw.headers.get('content-disposition')).toMatch(/^attachment/)
  return shown(answer.body.id)
}

describe('an instrument file', () => {
  test.each([
    ['made-up.massbank.txt', 1, 0],
    ['made-up.msp', 2, 0],
    ['compound.jdx', 1, 1],
    ['peak-table.jdx', 1, 0],
    ['detector.utf16le.csv', 0, 1],
    ['decimal-comma.windows-1252.csv', 0, 1],
  ])('%s is kept byte for byte and read: %i spectra, %i curves at least', async (name, spectra, traces) => {
    const run = await keptAsSent(fixture(name), name)
    expect(run).toMatchObject({ readable: true, unreadableBecause: null, fileName: name })
    expect(run.spectra).toBeGreaterThanOrEqual(spectra)
    expect(run.traces.length).toBeGreaterThanOrEqual(traces)
  })

  test('ANDI netCDF: a run of scans and a curve', async () => {
    const run = await keptAsSent(netcdfBytes(madeUpRun), 'run.cdf')
    expect(run).toMatchObject({ readable: true, spectra: 3, format: 'andi-ms' })
    const scan = (await eugenio().ask('results.spectrum', { run: run.id, spectrum: 2 })).body
    expect(scan.peaks).toEqual([
      [58, 50],
      [91, 300],
      [115, 7],
    ])
    expect((await eugenio().ask('results.spectrum', { run: run.id, spectrum: 3 })).status).toBe(404)
    const curve = await keptAsSent(netcdfBytes(madeUpChromatogram), 'curve.cdf')
    expect(curve.traces[0].points.length).toBeGreaterThan(0)
  })

  test('is numbered under its worksheet in the order of arrival, and counted among those that nobody accounts for', async () => {
    const one = await bench.opened(lab as never)
    for (let n = 0; n < 3; n += 1) await bench.ran(lab as never, one, bench.spectrumFile('heroin'))
    const left = (await eugenio().ask('results.unaccounted-runs', { request: one.request })).body.items
    expect(left.map((r: { number: string }) => r.number)).toEqual([1, 2, 3].map((n) => `${one.sheet}/0${n}`))
  })

  test('is attached by the person who sent it, with a technique and an instrument of the method', async () => {
    const { sha256 } = (await lab.as('ingrid').upload(bench.spectrumFile('cocaine', [[60, 1]]), 'hers.csv'))
      .body
    const tell = (more: Record<string, unknown>) =>
      eugenio().tell('results.import-run', {
        ...at.about,
        technique: 'gc-ms',
        equipment: at.section.gcms,
        file: sha256,
        ...more,
      })
    expect((await tell({})).body.code).toBe('file-not-sent-by-you')
    expect((await tell({ file: 'a'.repeat(64) })).body.code).toBe('file-not-sent-by-you')
    const mine = (await eugenio().upload(bench.spectrumFile('cocaine', [[61, 1]]), 'mine.csv')).body.sha256
    expect((await tell({ file: mine, technique: 'x-ray' })).body.code).toBe('results.no-such-technique')
    expect((await tell({ file: mine, item: undefined })).body.code).toBe('results.run-of-which-exhibit')
    const other = await bench.opened(lab as never)
    expect((await tell({ file: mine, item: other.item })).body.code).toBe('results.item-not-asked-about')
    expect((await tell({ file: mine, equipment: at.section.balance })).body.code).toBe(
      'results.not-asked-for',
    )
  })
})

describe('a file that cannot be read', () => {
  test('of no bytes is refused in a sentence, and nothing is kept', async () => {
    const answer = await attach(Buffer.alloc(0), 'empty.csv')
    expect([answer.status, answer.body.code]).toEqual([400, 'file-empty'])
  })

  test('cut off on the way is kept with a true sentence, in the language of who looks; a search on it is refused with the same', async () => {
    const whole = netcdfBytes(madeUpRun)
    const run = await keptAsSent(whole.slice(0, whole.length - 40), 'cut.cdf')
    expect(run).toMatchObject({
      readable: false,
      spectra: 0,
      unreadableBecause:
        'The file “cut.cdf” is shorter than its own header says: it was cut off. Export or copy it again.',
    })
    expect((await shown(run.id, 'es')).unreadableBecause).toContain('más corto')
    const no = await eugenio().tell('results.search-library', {
      run: run.id,
      library: await bench.libraryOf(lab as never),
    })
    expect(no.body).toMatchObject({ status: 409, code: 'formats.netcdf.cut-short' })
    const listed = (await eugenio().ask('results.worksheet', { worksheet: at.worksheet })).body.runs.find(
      (r: { id: string }) => r.id === run.id,
    )
    expect(listed).toMatchObject({ readable: false, account: null })
  })

  test('made to look for a way out of its name gets a name that is only shown', async () => {
    const run = await keptAsSent(bench.spectrumFile('cocaine', [[62, 3]]), '../../etc/pass\u202ewd.csv')
    expect(run.fileName).not.toMatch(/[/\\\u202e]/)
  })
})

describe('hostile files of the folder of real ones', () => {
  needs(realFolder, REAL_FILES)
  const made = 'badinput/made'

  test('the test file of virus scanners is refused', async () => {
    const eicar = Buffer.from(Buffer.from(realFile(`${made}/eicar.base64.txt`)).toString('utf8'), 'base64')
    const answer = await attach(eicar, 'run.csv')
    expect([answer.status, answer.body.code]).toEqual([415, 'file-is-malware'])
  })

  test('bombs, wrong types, scripts and every other file there: kept as they are and never opened, and the house goes on', async () => {
    const names = readdirSync(join(realFolder ?? '', made)).filter((n) => n !== 'eicar.base64.txt')
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) {
      const before = process.memoryUsage().rss
      const bytes = realFile(`${made}/${name}`)
      const run = await keptAsSent(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, name)
      if (!run.readable) expect([name, run.unreadableBecause?.length > 20]).toEqual([name, true])
      if (name.endsWith('.zip')) expect([name, run.readable]).toEqual([name, false])
      expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1_048_576)
    }
    expect((await eugenio().ask('results.worksheet', { worksheet: at.worksheet })).status).toBe(200)
  }, 120_000)

  test('damaged PDFs are no spectra: each is kept and says so', async () => {
    const folder = join(realFolder ?? '', 'badinput/pdf')
    for (const name of readdirSync(folder).slice(0, 12))
      expect([name, (await keptAsSent(readFileSync(join(folder, name)), name)).readable]).toEqual([
        name,
        false,
      ])
  }, 60_000)

  test('strings of every awkward kind go in as words and come out as words', async () => {
    const strings = JSON.parse(Buffer.from(realFile('badinput/blns.json')).toString('utf8')) as string[]
    let told = 0
    for (const words of strings.filter((s) => s.trim() !== '').slice(0, 200)) {
      const answer = await eugenio().tell('results.record-test', {
        ...at.about,
        technique: 'marquis',
        outcome: 'inconclusive',
        words,
      })
      expect([words, [200, 400].includes(answer.status)]).toEqual([words, true])
      if (answer.status === 200) told += 1
    }
    const tests = (await eugenio().ask('results.worksheet', { worksheet: at.worksheet })).body.tests
    expect(told).toBeGreaterThan(150)
    expect(
      tests.filter((t: { words: string }) => strings.map((s) => s.trim()).includes(t.words)).length,
    ).toBe(told)
  }, 60_000)
})
