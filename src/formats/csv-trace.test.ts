import { describe, expect, test } from 'vitest'
import { answers, REAL_FILES, realFile, realFolder } from '../../test/needs.ts'
import { readCsvTrace } from './csv-trace.ts'
import { fixture } from './fixtures/files.ts'
import { FormatFault, startReading } from './reading.ts'
import { basePeakOf, type ParsedFile } from './spectrum.ts'
import { decodeText } from './text-encoding.ts'

const read = (text: string): ParsedFile => readCsvTrace(text, startReading())
const codes = (file: ParsedFile): string[] => file.warnings.map((w) => w.code)
const refusal = (text: string): string => {
  try {
    read(text)
  } catch (fault) {
    return fault instanceof FormatFault ? fault.code : String(fault)
  }
  return 'none'
}

describe('encodings', () => {
  test('Windows-1252 with semicolons and decimal commas', () => {
    const { text, encoding } = decodeText(fixture('decimal-comma.windows-1252.csv'))
    expect(encoding).toBe('windows-1252')
    const got = read(text)
    expect(got.traces[0]).toMatchObject({
      x: [200, 200.5, 201, 201.5],
      y: [0.512, 0.498, 0.441, 0.377],
      xLabel: 'Longitud de onda',
      xUnit: 'nm',
      yLabel: 'Absorbancia',
      yUnit: 'AU',
    })
    expect(codes(got)).toEqual(['formats.csv.decimal-comma'])
  })
  test('UTF-16 with and without its mark, two channels', () => {
    const bytes = fixture('detector.utf16le.csv')
    for (const variant of [bytes, bytes.subarray(2)]) {
      const { text, encoding } = decodeText(variant)
      expect(encoding).toBe('utf-16le')
      const got = read(text)
      expect(got.traces.map((t) => [t.title, t.yUnit, t.y])).toEqual([
        ['254 nm', 'mAU', [0.1, 5.5, 2]],
        ['280 nm', 'mAU', [0.2, 1.5, 0.9]],
      ])
    }
  })
})

describe('signs', () => {
  test.each([
    ['1,000.5\t2\n1,001.5\t3\n1,002.5\t4', [1000.5, 1001.5, 1002.5]],
    ['"1.000,5";"2"\n"1.001,5";"3"\n"1.002,5";"4"', [1000.5, 1001.5, 1002.5]],
    ['323,214 7\n324,217 8\n325,220 9', [323.214, 324.217, 325.22]],
    ['1e2,5\n2E+2,6\n3e2,7', [100, 200, 300]],
  ])('%j', (text, x) => {
    const got = read(text)
    expect(got.traces[0]?.x ?? got.spectra[0]?.peaks.map((p) => p.mz)).toEqual(x)
  })
  test('what can be read in two ways is refused', () => {
    expect(refusal('100\t1,234\n101\t2,345\n102\t9,876')).toBe('formats.csv.comma-ambiguous')
    expect(refusal('100\t1,234\n101\t2,34\n102\t9,876')).toBe('none')
  })
  test('prose, plates and lists of names are refused', () => {
    expect(
      refusal('Dear Sir,\nplease find\n1 2\n3 4\n5 6\nenclosed\nthe report\nof the week\nbest regards'),
    ).toBe('formats.not-recognised')
    expect(refusal('name,age\nPérez,44\nTzul,31\nBudd,29')).toBe('formats.not-recognised')
    expect(refusal('1 2\n3 4')).toBe('formats.not-recognised')
  })
  test('an even list without heading is a trace, an uneven rising one a mass spectrum, and the guess is told', () => {
    expect(read('0.0 1\n0.1 2\n0.2 3\n0.3 2').traces).toHaveLength(1)
    const got = read('58.065 900\n91.054 1000\n119.085 20\n150.128 30')
    expect(got.spectra).toHaveLength(1)
    expect(codes(got)).toEqual(['formats.csv.taken-for-mass-spectrum'])
    expect(codes(read('m/z,intensity\n58.065,900\n91.054,1000\n119.085,20'))).toEqual([])
  })
})

test('all 27 DART spectra: count and base peak', ({ skip }) => {
  skip(!realFolder, REAL_FILES)
  const known = Object.entries(answers()).filter(
    ([path, a]) => path.startsWith('spectra/dart-ms/') && 'basePeakMz' in a,
  )
  expect(known).toHaveLength(27)
  for (const [path, answer] of known) {
    const [s] = read(decodeText(realFile(path)).text).spectra
    expect([path, s?.peaks.length, s && basePeakOf(s)]).toEqual([
      path,
      answer.peaks,
      { mz: answer.basePeakMz, intensity: answer.basePeakIntensity },
    ])
  }
})
