import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { REAL_FILES, realFile, realFolder } from '../../test/needs.ts'
import { makeSay } from '#kernel/say.ts'
import { fixture } from './fixtures/files.ts'
import { madeUpChromatogram, madeUpRun, netcdfBytes } from './fixtures/netcdf-bytes.ts'
import { MAX_BYTES, MAX_TEXT_BYTES } from './reading.ts'
import { readSpectrumFile } from './read-spectrum-file.ts'
import { en } from './texts.en.ts'
import { es } from './texts.es.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const own: Record<string, Uint8Array> = {
  'made-up.massbank.txt': fixture('made-up.massbank.txt'),
  'made-up.msp': fixture('made-up.msp'),
  'peak-table.jdx': fixture('peak-table.jdx'),
  'compound.jdx': fixture('compound.jdx'),
  'decimal-comma.windows-1252.csv': fixture('decimal-comma.windows-1252.csv'),
  'detector.utf16le.csv': fixture('detector.utf16le.csv'),
  'run.cdf': netcdfBytes(madeUpRun),
  'trace.cdf': netcdfBytes(madeUpChromatogram),
}
const say = { en: makeSay({ en, es }, 'en'), es: makeSay({ en, es }, 'es') }

describe('the door', () => {
  test('knows each kind by its content, whatever the name says', () => {
    const kinds = Object.values(own).map((bytes) => {
      const got = readSpectrumFile(bytes, 'wrong.pdf')
      return got.ok ? got.file.format : got.code
    })
    expect(kinds).toEqual([
      'massbank',
      'msp',
      'jcamp-dx',
      'jcamp-dx',
      'delimited-text',
      'delimited-text',
      'andi-ms',
      'andi-chromatography',
    ])
  })
  test.each([
    [new Uint8Array(), 'formats.empty', 'is empty'],
    [bytesOf('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'formats.not-recognised', 'none of the kinds'],
    [Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'formats.packed', 'workbook'],
    [Uint8Array.of(0x1f, 0x8b, 8, 0), 'formats.packed', 'Unpack'],
    [
      Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 0),
      'formats.netcdf.version-four',
      'netCDF-4',
    ],
    [bytesOf('##TITLE= x\n##END='), 'formats.nothing-inside', 'holds no spectrum'],
  ])('refuses in a sentence: %#', (bytes, code, words) => {
    const got = readSpectrumFile(bytes, '/home/somebody/päper.dx')
    expect(got).toMatchObject({ ok: false, code })
    if (got.ok) return
    expect(got.reason).toContain(words)
    expect(got.reason).toContain('“päper.dx”')
    expect(say.es(got.code, got.values)).toContain('«päper.dx»')
  })
  test('limits: bytes, points, spectra, one endless line', () => {
    expect(readSpectrumFile(new Uint8Array(MAX_BYTES + 1), 'x')).toMatchObject({ code: 'formats.too-large' })
    expect(
      readSpectrumFile(bytesOf(`##TITLE=x\n##XYDATA=(X++(Y..Y))\n${'0A%s99999\n'.repeat(300)}`), 'x'),
    ).toMatchObject({ code: 'formats.too-many-points' })
    expect(readSpectrumFile(bytesOf('Name: a\nNum Peaks: 1\n1 1\n\n'.repeat(100_001)), 'x')).toMatchObject({
      code: 'formats.too-many-spectra',
    })
    expect(readSpectrumFile(bytesOf(' '.repeat(MAX_TEXT_BYTES + 1)), 'x')).toMatchObject({
      code: 'formats.too-large',
      values: { limit: 32 },
    })
    expect(readSpectrumFile(bytesOf('##TITLE=x\n##DATATYPE=LINK\n'.repeat(33)), 'x')).toMatchObject({
      code: 'formats.jcamp.too-deep',
    })
    expect(readSpectrumFile(bytesOf('1,'.repeat(1_100_000)), 'x')).toMatchObject({
      code: 'formats.line-too-long',
    })
  })
  test('texts that would make a careless pattern wander are answered at once', () => {
    const started = performance.now()
    for (const text of [
      `${' '.repeat(1_000_000)}x`,
      '\n'.repeat(2_000_000),
      `${'9'.repeat(1_900_000)}x\n`.repeat(4),
      `##TITLE=${' '.repeat(1_900_000)}\n##XYDATA=(X++(Y..Y))\n${'9'.repeat(1_900_000)}`,
      `Name:${' '.repeat(1_900_000)}x\nNum Peaks: 1\n${'('.repeat(1_900_000)}`,
      `ACCESSION: x\nCH$NAME: y\n${'a'.repeat(1_900_000)}\nPK$PEAK: z\n  ${'9.'.repeat(900_000)}`,
      '='.repeat(1_900_000),
      `##TITLE=x\n##PEAK TABLE=(XY..XY)\n${'9'.repeat(1_900_000)}x`,
    ]) {
      readSpectrumFile(bytesOf(text), 'x')
    }
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

/** Cut, flip, repeat, insert: what a broken cable or a hostile hand does to a file. */
type Damage = {
  readonly kind: 'cut' | 'flip' | 'insert' | 'double'
  readonly at: number
  readonly byte: number
  readonly size: number
}
const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut' as const, 'flip' as const, 'insert' as const, 'double' as const),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0, 10, 35, 36, 37, 43, 45, 61, 63, 83, 115, 255),
  ),
  size: fc.integer({ min: 1, max: 40 }),
})
function damaged(bytes: Uint8Array, list: readonly Damage[]): Uint8Array {
  let out = Array.from(bytes)
  for (const { kind, at, byte, size } of list) {
    const i = Math.floor(at * out.length)
    if (kind === 'cut') out = out.slice(0, i)
    else if (kind === 'flip') out[i] = byte
    else if (kind === 'insert') out.splice(i, 0, ...Array.from({ length: size }, () => byte))
    else out.splice(i, 0, ...out.slice(i, i + size))
  }
  return Uint8Array.from(out)
}
const answersCleanly = (bytes: Uint8Array): void => {
  const got = readSpectrumFile(bytes, 'fuzz')
  if (!got.ok) {
    expect(got.code).not.toBe('formats.reader-defect')
    expect(Object.keys(en)).toContain(got.code)
    return
  }
  for (const w of got.file.warnings)
    for (const speak of [say.en, say.es]) expect(speak(w.code, w.values)).not.toMatch(/^formats\./)
  for (const t of got.file.traces) {
    expect(t.x.length).toBe(t.y.length)
    expect([...t.x, ...t.y].every(Number.isFinite)).toBe(true)
  }
  const scans = Array.from(
    { length: Math.min(got.file.run?.scanCount ?? 0, 50) },
    (_, i) => got.file.run?.scans(i) ?? { peaks: [] },
  )
  for (const s of [...got.file.spectra, ...scans])
    expect(s.peaks.every((p) => Number.isFinite(p.mz) && Number.isFinite(p.intensity))).toBe(true)
}

describe('damaged and hostile bytes', () => {
  test('no byte string of our fixtures, damaged up to eight times, meets a defect', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(own)),
        fc.array(damage, { minLength: 1, maxLength: 8 }),
        (bytes, list) => answersCleanly(damaged(bytes, list)),
      ),
      { numRuns: 6_000 },
    )
  })
  test('nor does any noise behind a known beginning', () => {
    const heads = [
      '',
      'CDF\u0001',
      'CDF\u0002',
      'CDF\u0005',
      '##TITLE=x\n##XYDATA=(X++(Y..Y))\n',
      '##TITLE=x\n##SYMBOL=X,Y\n##PAGE=X=1\n##DATA TABLE=(X++(Y..Y)),PEAKS\n',
      'ACCESSION: a\nCH$NAME: b\nPK$PEAK: \n',
      'Name: a\nNum Peaks: 3\n',
    ]
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ maxLength: 400 }).map(bytesOf),
      fc.stringMatching(/^[0-9A-Sa-s@%?+\-., \n#=$]{0,300}$/).map(bytesOf),
    )
    fc.assert(
      fc.property(fc.constantFrom(...heads), noise, (head, tail) =>
        answersCleanly(Uint8Array.from([...bytesOf(head), ...tail])),
      ),
      { numRuns: 6_000 },
    )
  })
  test('real files cut anywhere and damaged', ({ skip }) => {
    skip(!realFolder, REAL_FILES)
    const folders = ['jcamp', 'andi', 'dart-ms', 'spc', '.']
    const names = folders
      .flatMap((f) => readdirSync(join(realFolder ?? '', 'spectra', f)).map((n) => join(f, n)))
      .filter(
        (n) =>
          statSync(join(realFolder ?? '', 'spectra', n)).isFile() &&
          statSync(join(realFolder ?? '', 'spectra', n)).size < 60_000,
      )
    expect(names.length).toBeGreaterThan(50)
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(damage, { minLength: 1, maxLength: 4 }), (name, list) =>
        answersCleanly(damaged(realFile(`spectra/${name}`), list)),
      ),
      { numRuns: 600 },
    )
  })
})

describe('sentences', () => {
  test('both languages have the same keys, and every one is a well formed message', () => {
    expect(Object.keys(es)).toEqual(Object.keys(en))
    for (const [texts, locale] of [
      [en, 'en-BZ'],
      [es, 'es-GT'],
    ] as const)
      for (const text of Object.values(texts)) expect(() => new IntlMessageFormat(text, locale)).not.toThrow()
  })
  test('every code in the source has its sentence, and no sentence is left over', () => {
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
      (n) => n.endsWith('.ts') && !n.includes('.test.') && !/(^|\/)(texts\.|fixtures\/)/.test(n),
    )
    const used = new Set(
      sources.flatMap((n) =>
        [...new TextDecoder().decode(fixture(`../${n}`)).matchAll(/'(formats\.[a-z0-9.-]+[a-z0-9])'/g)].map(
          (m) => m[1],
        ),
      ),
    )
    for (const status of ['insufficient', 'no-match', 'single', 'distinguished', 'mixture', 'ambiguous'])
      used.add(`formats.search.${status}`)
    expect([...used].sort()).toEqual(Object.keys(en).sort())
  })
})
