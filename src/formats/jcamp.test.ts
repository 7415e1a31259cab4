import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { needs, REAL_FILES, realFile, realFolder } from '../../test/needs.ts'
import { fixture } from './fixtures/files.ts'
import { decodeOrdinates } from './jcamp-ordinates.ts'
import { readJcamp } from './jcamp.ts'
import { FormatFault, startReading } from './reading.ts'
import { apexOf, basePeakOf, type ParsedFile } from './spectrum.ts'
import { decodeText } from './text-encoding.ts'

const read = (text: string): ParsedFile => readJcamp(text, startReading())
const codes = (file: ParsedFile): string[] => file.warnings.map((w) => w.code)
const file = (name: string): ParsedFile => read(decodeText(realFile(`spectra/jcamp/${name}`)).text)
const fixtureFile = (name: string): ParsedFile => read(decodeText(fixture(name)).text)

/** An encoder of its own, written from the tables of the standard, so that the decoder has somebody to disagree with. */
type Form = 'fix' | 'pac' | 'sqz' | 'dif' | 'difdup'
const signs = (zero: string, plus: string, minus: string) => (n: number) => {
  const digits = String(Math.abs(n))
  const first = Number(digits[0])
  return (n === 0 ? zero : n > 0 ? plus[first - 1] : minus[first - 1]) + digits.slice(1)
}
const sqz = signs('@', 'ABCDEFGHI', 'abcdefghi')
const dif = signs('%', 'JKLMNOPQR', 'jklmnopqr')
const dup = (n: number): string => 'STUVWXYZs'[Number(String(n)[0]) - 1] + String(n).slice(1)

function encode(values: readonly number[], form: Form, perLine: number): string[] {
  const lines: string[] = []
  const differences = form === 'dif' || form === 'difdup'
  for (let at = 0; at < values.length; at += perLine) {
    const part = values.slice(at, at + perLine)
    if (!differences) {
      const word = { fix: (n: number) => ` ${n}`, pac: (n: number) => (n < 0 ? String(n) : `+${n}`), sqz }[
        form as 'fix' | 'pac' | 'sqz'
      ]
      lines.push(`${at}${part.map(word).join('')}`)
      continue
    }
    const from = at === 0 ? 0 : at - 1 // the line repeats the last ordinate before its differences
    const words: string[] = []
    let last = values[from] as number
    let before = ''
    let times = 1
    const flush = (): void => {
      if (before)
        words.push(before + (times > 1 ? (form === 'difdup' ? dup(times) : before.repeat(times - 1)) : ''))
    }
    for (const v of values.slice(from + 1, at + perLine)) {
      const word = dif(v - last)
      last = v
      if (word === before) times += 1
      else {
        flush()
        before = word
        times = 1
      }
    }
    flush()
    lines.push(`${from}${sqz(values[from] as number)}${words.join('')}`)
  }
  // A last line with nothing but the check.
  if (differences && values.length > 1) lines.push(`${values.length - 1}${sqz(values.at(-1) as number)}`)
  return lines
}
const wrap = (lines: readonly string[], n: number): string =>
  [
    '##TITLE= t',
    '##JCAMP-DX= 4.24',
    '##DATA TYPE= INFRARED SPECTRUM',
    '##XUNITS= 1/CM',
    '##YUNITS= A',
    '##XFACTOR= 1',
    '##YFACTOR= 1',
    '##FIRSTX= 0',
    `##LASTX= ${n - 1}`,
    `##NPOINTS= ${n}`,
    '##XYDATA= (X++(Y..Y))',
    ...lines,
    '##END=',
  ].join('\n')

describe('the five forms of ordinates', () => {
  const values = fc.array(fc.oneof(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(0, 7, -7)), {
    minLength: 2,
    maxLength: 60,
  })
  test('whatever is written in any form is read back, without a note', () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom<Form>('fix', 'pac', 'sqz', 'dif', 'difdup'),
        (y, perLine, form) => {
          const got = read(wrap(encode(y, form, perLine), y.length))
          expect(got.traces[0]?.y).toEqual(y)
          expect(got.traces[0]?.x).toEqual(y.map((_, i) => i))
          expect(codes(got)).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a flipped digit in a difference table is told by the check digit', () => {
    const lines = encode([100, 110, 125, 125, 125, 90, 80, 60, 61, 62], 'difdup', 4)
    expect(lines[0]).toBe('0A00J0J5%')
    expect(codes(read(wrap(lines, 10)))).toEqual([])
    expect(codes(read(wrap(['0A00J0J6%', ...lines.slice(1)], 10)))).toContain('formats.jcamp.y-check-failed')
  })

  test('a lost line is told by the count, and the points after it still stand where they should', () => {
    const lines = encode([1, 2, 3, 4, 5, 6, 7, 8, 9], 'fix', 3)
    const got = read(wrap([lines[0] as string, lines[2] as string], 9))
    expect(codes(got)).toContain('formats.jcamp.point-count-differs')
    expect(got.traces[0]?.x).toEqual([0, 1, 2, 6, 7, 8])
    expect(got.traces[0]?.y).toEqual([1, 2, 3, 7, 8, 9])
  })

  test('a bomb of repetitions is refused before the memory is taken', () => {
    const bomb = wrap(
      Array.from({ length: 100 }, (_, i) => `${i}A${'%s99999'.repeat(20)}`),
      9,
    )
    expect(() => read(bomb)).toThrow(FormatFault)
    expect(decodeOrdinates(['0A%s99999999999999999999'], startReading()).values.length).toBe(2)
  })
})

describe('our own files', () => {
  test('a peak table with all three separators', () => {
    const got = fixtureFile('peak-table.jdx')
    expect(got.spectra[0]).toMatchObject({
      name: 'Exampline',
      ids: { casNumber: '000-00-0', formula: 'C10H15N' },
      peaks: [
        { mz: 65, intensity: 6 },
        { mz: 91, intensity: 100 },
        { mz: 119, intensity: 45 },
        { mz: 150, intensity: 75 },
      ],
    })
    expect(codes(got)).toEqual([])
  })
  test('blocks within blocks: an open ordinate, a factor, a run of two pages', () => {
    const got = fixtureFile('compound.jdx')
    expect(got.traces).toHaveLength(1)
    expect(got.traces[0]).toMatchObject({
      title: 'infrared',
      x: [400, 401, 403, 404],
      y: [5, 10, 15, 20],
      xUnit: '1/CM',
    })
    expect(got.run).toMatchObject({
      scanCount: 2,
      times: [0.5, 0.6],
      tic: { xUnit: 'minutes', y: [120, 357] },
    })
    expect(basePeakOf(got.run?.scans(1) ?? { peaks: [] })).toEqual({ mz: 91, intensity: 300 })
    expect(got.run?.scans(2).peaks).toEqual([])
    expect(codes(got)).toEqual(['formats.points-left-open'])
  })
  test('nothing inside is a refusal, a missing END a note', () => {
    expect(() => read('##TITLE= empty\n##END=')).toThrow(FormatFault)
    expect(codes(read('##TITLE=x\n##PEAK TABLE= (XY..XY)\n1 2\n3'))).toEqual([
      'formats.jcamp.half-a-pair',
      'formats.jcamp.no-end',
    ])
  })
  test('a field called __proto__ stays a field', () => {
    const got = read('##TITLE=x\n##__proto__= evil\n##XUNITS= M/Z\n##PEAK TABLE= (XY..XY)\n1 2\n##END=')
    expect(Object.keys(got.spectra[0]?.meta ?? {})).toContain('PROTO')
    expect(({} as Record<string, unknown>).evil).toBeUndefined()
  })
})

describe('the public test set', () => {
  needs(realFolder, REAL_FILES)
  test('mass spectra: count and base peak', () => {
    const seen = (name: string) => {
      const s = file(name).spectra[0]
      return [s?.peaks.length, s && basePeakOf(s)?.mz]
    }
    expect(seen('misc-ISAS_MS1.DX')).toEqual([26, 128])
    expect(seen('ethanol_ms.jdx')).toEqual([12, 31])
    expect(seen('misc-mass_ACD.jdx')).toEqual([180, 93])
    expect(seen('pktab1.jdx')).toEqual([46, 43])
    expect(file('1-propanol_ms.jdx').spectra.map((s) => s.peaks.length)).toEqual([44, 17, 61, 57, 61, 61])
  })
  test('curves: every point, the extremes that the files themselves declare, no check digit fails', () => {
    const known: [string, number, number, number][] = [
      ['ethanol2.jdx', 1764, 13.97983932, 94.7244873],
      ['PE1800.DX', 3301, 0.8631, 1.0189],
      ['misc-uv.jdx', 911, -0.362050056458, 0.56627702713],
      ['LABCALC.DX', 3435, 0, 1],
      ['dupdec1.jdx', 3951, 0.01, 87.1],
      ['tree-uv.jdx', 911, -0.84539270401, 0.9072265625],
    ]
    for (const [name, n, low, high] of known) {
      const got = file(name)
      const y = got.traces[0]?.y ?? []
      expect([name, y.length]).toEqual([name, n])
      expect(Math.min(...y)).toBeCloseTo(low, 1)
      expect(Math.max(...y)).toBeCloseTo(high, 3)
      expect(codes(got)).toEqual([])
    }
    expect(file('compound.jdx').traces.map((t) => t.x.length)).toEqual([1976, 1976, 3951, 1976, 3951])
    expect(file('sqzdec1.jdx').traces[0]?.x.length).toBe(16_384)
    expect(file('ISAS_MS2.DX').traces[0]).toMatchObject({ xUnit: 'SECONDS' })
    expect(codes(file('ISAS_MS2.DX'))).toEqual([])
  })
  test('one spectrum in four encodings decodes alike, as far as each goes', () => {
    const [fix, packed, squeezed, difdup] = ['fix', 'packed', 'squeezed', 'difdup'].map(
      (f) => file(`compression-small-jcamp-${f}.dx`).traces[0],
    )
    expect([fix, packed, squeezed, difdup].map((t) => t?.y.length)).toEqual([8, 30, 38, 30])
    expect(packed?.y.slice(0, 8)).toEqual(fix?.y)
    expect(difdup?.y).toEqual(packed?.y)
    expect(squeezed?.y.slice(0, 30)).toEqual(packed?.y)
    for (const t of [packed, squeezed, difdup])
      for (const [i, x] of (fix?.x ?? []).entries()) expect(t?.x[i]).toBeCloseTo(x, 9)
  })
  test('a file without END is read and noted; a header that lies is noted', () => {
    const got = file('structure-noend.jdx')
    expect(got.traces[0]).toMatchObject({ x: [1, 2], y: [2, 3] })
    expect(codes(got)).toEqual(['formats.jcamp.no-end'])
    expect(codes(file('isopropanol_ASDF.jdx'))).toEqual(['formats.jcamp.first-y-differs'])
    expect(file('structure-ntuples.jdx').traces.map((t) => t.y)).toEqual([
      [2, 3, 4],
      [3, 4, 5],
      [4, 5, 6],
      [5, 6, 7],
    ])
  })
  test('an old GC-MS export is a run of 2,420 scans', () => {
    const { run, summary } = file('misc-gcms.jdx')
    expect(run).toMatchObject({ scanCount: 2_420 })
    expect(summary.points).toBe(215_475)
    expect([run?.times[0], run?.tic.y[0], run?.scans(0).peaks.length]).toEqual([125.207, 16_132, 78])
    expect(apexOf(run?.tic ?? { y: [] })).toBeGreaterThan(0)
  })
})
