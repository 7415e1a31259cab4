import { describe, expect, test } from 'vitest'
import { answers, REAL_FILES, realFile, realFolder } from '../../test/needs.ts'
import { fixture } from './fixtures/files.ts'
import { looksLikeMassBank, readMassBank } from './massbank.ts'
import { looksLikeMsp, readMsp } from './msp.ts'
import { FormatFault, startReading } from './reading.ts'
import { basePeakOf } from './spectrum.ts'
import { decodeText } from './text-encoding.ts'

const textOf = (bytes: Uint8Array): string => decodeText(bytes).text

describe('MassBank records', () => {
  test('our own file: two records, the second cut off', () => {
    const text = textOf(fixture('made-up.massbank.txt'))
    expect(looksLikeMassBank(text)).toBe(true)
    const got = readMassBank(text, startReading())
    expect(got.spectra.map((s) => [s.name, s.peaks.length])).toEqual([
      ['Exampline', 4],
      ['Otherine', 2],
    ])
    expect(got.spectra[0]?.ids).toEqual({
      accession: 'MADE-UP-0001',
      casNumber: '000-00-0',
      inchiKey: 'AAAAAAAAAAAAAA-BBBBBBBBSA-N',
      formula: 'C10H15N',
      splash: 'splash10-0000-0000000000-00000000000000000000',
    })
    expect(got.spectra[0]).toMatchObject({
      licence: 'CC0',
      meta: { 'AC$MASS_SPECTROMETRY ION_MODE': 'POSITIVE', CH$NAME: 'Exampline; 1-(Example)ine' },
    })
    expect(got.spectra[0]?.peaks[1]).toEqual({ mz: 91.0542, intensity: 2000 }) // the annotation table above has the same mass and is no peak
    expect(got.spectra[1]?.ids).toEqual({ accession: 'MADE-UP-0002' })
    expect(got.warnings).toEqual([
      { code: 'formats.massbank.no-end', values: { record: 'MADE-UP-0002', times: 1 } },
      {
        code: 'formats.peak-count-differs',
        values: { record: 'MADE-UP-0002', declared: '3', found: 2, times: 1 },
      },
    ])
  })

  test('all 92 records: every fact that is known of them', ({ skip }) => {
    skip(!realFolder, REAL_FILES)
    const known = Object.entries(answers()).filter(([path]) => path.startsWith('spectra/massbank/'))
    expect(known).toHaveLength(92)
    let peaks = 0
    for (const [path, answer] of known) {
      const got = readMassBank(textOf(realFile(path)), startReading())
      const [s] = got.spectra
      expect(got.warnings).toEqual([])
      expect({
        accession: s?.ids.accession,
        peaks: s?.peaks.length,
        basePeak: s && basePeakOf(s)?.mz,
        cas: s?.ids.casNumber ?? null,
        inchikey: s?.ids.inchiKey ?? null,
        splash: s?.ids.splash,
        licence: s?.licence,
        name: s?.name,
        formula: s?.ids.formula,
      }).toEqual({
        accession: answer.accession,
        peaks: answer.peaks,
        basePeak: answer.basePeak,
        cas: answer.cas,
        inchikey: answer.inchikey,
        splash: answer.splash,
        licence: answer.licence,
        name: answer.name,
        formula: answer.formula,
      })
      peaks += s?.peaks.length ?? 0
    }
    expect(peaks).toBe(3_380)
  })
})

describe('NIST text libraries', () => {
  test('our own file: five ways of writing peaks, a name without a blank line before it', () => {
    const text = textOf(fixture('made-up.msp'))
    expect(looksLikeMsp(text)).toBe(true)
    const got = readMsp(text, startReading())
    expect(got.spectra.map((s) => [s.name, s.peaks])).toEqual([
      [
        'Exampline',
        [
          { mz: 65.0386, intensity: 120 },
          { mz: 91.0542, intensity: 2000 },
          { mz: 119.0855, intensity: 900 },
          { mz: 150.1277, intensity: 1500 },
        ],
      ],
      [
        'Otherine',
        [
          { mz: 58, intensity: 1000 },
          { mz: 91, intensity: 200 },
          { mz: 115, intensity: 30 },
          { mz: 134, intensity: 20 },
          { mz: 149, intensity: 10 },
        ],
      ],
      [
        'Shortine',
        [
          { mz: 41, intensity: 10 },
          { mz: 43, intensity: 999 },
        ],
      ],
    ])
    expect(got.spectra[0]).toMatchObject({
      ids: {
        casNumber: '000-00-0',
        inchiKey: 'AAAAAAAAAAAAAA-BBBBBBBBSA-N',
        formula: 'C10H15N',
        accession: '12',
      },
      licence: 'CC0',
      meta: { Comments: '"made up" for the tests: no compound' },
    })
    expect(got.warnings).toEqual([
      { code: 'formats.peak-count-differs', values: { record: 'Shortine', declared: 3, found: 2, times: 1 } },
    ])
  })

  test('a third number on a line is no second peak, and is told', () => {
    const got = readMsp('Name: a\nNum Peaks: 2\n55.1 20 3\n60 7\n', startReading())
    expect(got.spectra[0]?.peaks).toEqual([
      { mz: 55.1, intensity: 20 },
      { mz: 60, intensity: 7 },
    ])
    expect(got.warnings.map((w) => w.code)).toEqual(['formats.peak-not-understood'])
  })

  test('a library of nothing is a refusal', () => {
    expect(() => readMsp('hello\nworld', startReading())).toThrow(FormatFault)
  })

  test('92 spectra with 3,380 peaks, the same as record by record', ({ skip }) => {
    skip(!realFolder, REAL_FILES)
    const got = readMsp(textOf(realFile('spectra/massbank-subset.msp')), startReading())
    expect(got.summary).toEqual({ records: 92, peaks: 3_380 })
    expect(got.warnings).toEqual([])
    const known = answers()
    for (const s of got.spectra) {
      const answer = known[`spectra/massbank/${s.ids.accession}.txt`]
      expect([s.peaks.length, basePeakOf(s)?.mz, s.ids.inchiKey ?? null]).toEqual([
        answer?.peaks,
        answer?.basePeak,
        answer?.inchikey,
      ])
    }
  })
})
