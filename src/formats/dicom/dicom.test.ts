import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { greyOf, packFrame, unpackFrame, type ViewFrame } from '#kernel/frame.ts'
import { makeSay } from '#kernel/say.ts'
import { answers, needs, REAL_FILES, realFile, realFolder } from '../../../test/needs.ts'
import { madeUpDicom, type MadeUpPicture } from '../fixtures/dicom-bytes.ts'
import { en } from '../texts.en.ts'
import { es } from '../texts.es.ts'
import { type DicomFile, readDicom } from './dicom.ts'
import { type FrameAnswer, frameOf } from './frame.ts'

const read = (bytes: Uint8Array, name = 'x.dcm'): DicomFile => {
  const got = readDicom(bytes, name)
  if (!got.ok) throw new Error(got.reason)
  return got.file
}
const frame = async (picture: MadeUpPicture, index = 0): Promise<ViewFrame> => {
  const got = await frameOf(read(madeUpDicom(picture)), index)
  if (!got.ok) throw new Error(got.told.code)
  return got.frame
}
const codes = (file: DicomFile): string[] => file.notes.map((n) => n.code)
const said = (code: string, values: object | undefined): void => {
  for (const texts of [en, es])
    expect(makeSay({ en: texts }, 'en')(code, { ...values, file: 'x' })).toMatch(/\.$/)
}

describe('pictures of our own making', () => {
  test('16 bits in either byte order, with and without sign, and 12 of 16 bits', async () => {
    const little = { rows: 1, columns: 3, bits: 16, pixels: [1, 0, 0xff, 0xff, 0, 0x80] } as const
    expect([...(await frame(little)).values]).toEqual([1, 65_535, 32_768])
    expect([...(await frame({ ...little, signed: true })).values]).toEqual([1, -1, -32_768])
    expect([...(await frame({ ...little, big: true, pixels: [0, 1, 0xff, 0xff, 0x80, 0] })).values]).toEqual([
      1, 65_535, 32_768,
    ])
    expect([
      ...(await frame({ ...little, stored: 12, signed: true, pixels: [0xff, 0xff, 0xff, 0x07, 0, 0xf8] }))
        .values,
    ]).toEqual([-1, 2_047, -2_048])
  })
  test('values are scaled as the file says, and its windows come first', async () => {
    const got = await frame({
      rows: 1,
      columns: 2,
      bits: 16,
      pixels: [0, 0, 232, 3],
      more: [
        ['0028,1052', 'DS', '-1000'],
        ['0028,1053', 'DS', '2'],
        ['0028,1050', 'DS', '40\\300'],
        ['0028,1051', 'DS', '400\\1500'],
        ['0028,0030', 'DS', '0.5\\0.25'],
      ],
    })
    expect(got).toMatchObject({ least: -1_000, most: 1_000, spacing: [0.5, 0.25] })
    expect(got.windows).toEqual([
      { centre: 40, width: 400 },
      { centre: 300, width: 1_500 },
      { centre: 0.5, width: 2_001 },
    ])
  })
  test('colours lie together or apart, or as brightness and two differences', async () => {
    const rgb = { rows: 1, columns: 2, bits: 8, photometric: 'RGB', pixels: [255, 0, 0, 0, 0, 255] } as const
    expect([...(await frame(rgb)).values]).toEqual([255, 0, 0, 0, 0, 255])
    expect([...(await frame({ ...rgb, planar: true, pixels: [255, 0, 0, 0, 0, 255] })).values]).toEqual([
      255, 0, 0, 0, 0, 255,
    ])
    expect([
      ...(await frame({ ...rgb, photometric: 'YBR_FULL', pixels: [76, 85, 255, 29, 255, 107] })).values,
    ]).toEqual([254, 0, 0, 0, 0, 254])
  })
  test('run lengths are unpacked, several pictures each for itself', async () => {
    // 16 bits, two pixels 0x0102 and 0x0102, then 0x0304 twice; header of 64 bytes: two segments.
    const packed = (high: number[], low: number[]): number[] => {
      const word = (n: number): number[] => [n & 255, (n >> 8) & 255, 0, 0]
      return [
        ...word(2),
        ...word(64),
        ...word(64 + high.length),
        ...Array.from({ length: 52 }, () => 0),
        ...high,
        ...low,
      ]
    }
    const picture: MadeUpPicture = {
      rows: 1,
      columns: 2,
      bits: 16,
      pixels: [],
      frames: '2',
      syntax: '1.2.840.10008.1.2.5',
      fragments: [packed([255, 1], [255, 2]), packed([1, 3, 3], [1, 4, 4])],
    }
    expect([...(await frame(picture, 0)).values]).toEqual([0x0102, 0x0102])
    expect([...(await frame(picture, 1)).values]).toEqual([0x0304, 0x0304])
    expect(await frameOf(read(madeUpDicom(picture)), 2)).toMatchObject({
      ok: false,
      told: { code: 'formats.dicom.no-such-picture' },
    })
  })
  test('a window makes black, grey and white; small values are white where the file says so', async () => {
    const window = { centre: 100, width: 100 }
    expect([0, 50, 100, 149, 500].map((v) => greyOf(v, window, false))).toEqual([0, 0, 129, 255, 255])
    expect([0, 500].map((v) => greyOf(v, window, true))).toEqual([255, 0])
    expect(
      (await frame({ rows: 1, columns: 2, bits: 8, photometric: 'MONOCHROME1', pixels: [0, 255] })).inverted,
    ).toBe(true)
  })
  test('a frame travels packed and arrives equal; anything else is no frame', async () => {
    const sent = await frame({
      rows: 2,
      columns: 3,
      bits: 16,
      signed: true,
      pixels: [1, 0, 255, 255, 3, 0, 4, 0, 5, 0, 6, 0],
    })
    const bytes = packFrame(sent)
    expect(unpackFrame(bytes.buffer as ArrayBuffer)).toEqual(sent)
    expect(unpackFrame(bytes.slice(0, 40).buffer as ArrayBuffer)).toBeUndefined()
    expect(unpackFrame(new ArrayBuffer(64))).toBeUndefined()
  })
  test('what a maker keeps to itself is listed with its place, and its bytes are there', () => {
    const bytes = madeUpDicom({
      rows: 1,
      columns: 1,
      bits: 8,
      pixels: [1, 0],
      more: [
        ['0009,0010', 'LO', 'MAKER'],
        ['0009,1001', 'UN', '\u0001\u0002secret'],
      ],
    })
    const file = read(bytes)
    expect(file.privateTags).toBe(2)
    const tag = file.tags.find((t) => t.tag === '0009,1001')
    expect(tag).toMatchObject({ private: true, vr: 'UN', length: 8 })
    expect(Buffer.from(bytes.subarray(tag!.offset, tag!.offset + 8)).toString('latin1')).toBe(
      '\u0001\u0002secret',
    )
  })
  test('what cannot be drawn says why', async () => {
    const no = async (change: Partial<MadeUpPicture>): Promise<string> => {
      const got: FrameAnswer = await frameOf(
        read(madeUpDicom({ rows: 1, columns: 2, bits: 8, pixels: [1, 2], ...change })),
        0,
      )
      if (!got.ok) said(got.told.code, got.told.values)
      return got.ok ? 'shown' : got.told.code
    }
    expect(await no({})).toBe('shown')
    expect(await no({ rows: 0 })).toBe('formats.dicom.size-odd')
    expect(await no({ photometric: 'PALETTE COLOR' })).toBe('formats.dicom.colour-not-shown')
    expect(await no({ syntax: '1.2.840.10008.1.2.4.80', fragments: [[1, 2]] })).toBe(
      'formats.dicom.compression-unknown',
    )
    for (const syntax of [
      '1.2.840.10008.1.2.5',
      '1.2.840.10008.1.2.4.50',
      '1.2.840.10008.1.2.4.70',
      '1.2.840.10008.1.2.4.90',
    ])
      expect(await no({ syntax, fragments: [[0xff, 0xd8, 0, 1]] })).toBe('formats.dicom.not-decoded')
  })
  test('damaged bytes are read or refused, and never break the reader', { timeout: 120_000 }, async () => {
    const seed = madeUpDicom({
      rows: 4,
      columns: 4,
      bits: 16,
      pixels: Array.from({ length: 32 }, (_, i) => i),
      more: [
        ['0010,0010', 'PN', 'A^B'],
        ['0028,1050', 'DS', '1'],
      ],
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 10 }),
        fc.nat(),
        async (changes, cut) => {
          const bytes = Uint8Array.from(seed)
          for (const [at, value] of changes) bytes[132 + (at % (bytes.length - 132))] = value
          const got = readDicom(cut % 4 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes, 'x')
          expect(got.ok || got.code !== 'formats.reader-defect').toBe(true)
          if (got.ok) await frameOf(got.file, 0)
        },
      ),
      { numRuns: 1_500 },
    )
  })
})

/** The decoder's own pictures: one picture, written with each of the seven predictors of lossless JPEG. */
const lossless = join(import.meta.dirname, '../../../node_modules/jpeg-lossless-decoder-js/tests/data')
describe('lossless JPEG', () => {
  needs(existsSync(lossless), 'the decoder came without its pictures')
  test('seven predictors give one picture', async () => {
    const pictures = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map(async (n) => {
        const got = await frameOf(
          read(new Uint8Array(readFileSync(join(lossless, `jpeg_lossless_sel${n}.dcm`)))),
          0,
        )
        if (!got.ok) throw new Error(got.told.code)
        return got.frame
      }),
    )
    const [first] = pictures
    expect(first!.most - first!.least).toBeGreaterThan(100)
    for (const picture of pictures) expect(picture.values).toEqual(first!.values)
  })
})

describe('the radiographs of the field', () => {
  needs(realFolder, REAL_FILES)
  const names = realFolder ? readdirSync(join(realFolder, 'dicom')) : []
  test('every file is read as an independent reader read it, and shown or kept with a true sentence', async () => {
    const known = answers()
    const seen: Record<string, string> = {}
    for (const name of names) {
      const file = read(realFile(`dicom/${name}`), name)
      const truth = known[`dicom/${name}`] as Record<string, string | number>
      const of = (tag: string): string | undefined => file.tags.find((t) => t.tag === tag)?.value
      expect(file.transferSyntax).toBe(truth.transferSyntax)
      expect(of('0010,0010')).toBe(truth.patientName)
      expect(of('0008,0020') ?? '').toBe(truth.studyDate)
      expect([file.pixels?.rows, file.pixels?.columns]).toEqual([truth.rows, truth.columns])
      said(file.told.code, file.told.values)
      const got = await frameOf(file, 0)
      if (!got.ok) said(got.told.code, got.told.values)
      seen[name] = got.ok ? file.told.code : got.told.code
      if (got.ok && truth.min !== undefined) {
        const { least, most, slope, intercept } = got.frame
        const stored = { least: (least - intercept) / slope, most: (most - intercept) / slope }
        expect({ name, ...stored }).toEqual({ name, least: truth.min, most: truth.max })
      }
    }
    expect(seen).toEqual({
      'CT_small.dcm': 'formats.dicom.shown',
      'ExplVR_BigEnd.dcm': 'formats.dicom.shown',
      'JPEG2000.dcm': 'formats.dicom.shown',
      'MR_small.dcm': 'formats.dicom.shown',
      'MR_truncated.dcm': 'formats.dicom.shown-in-part',
      'SC_rgb_jpeg_dcmtk.dcm': 'formats.dicom.shown',
      'badVR.dcm': 'formats.dicom.shown',
      'chrFren.dcm': 'formats.dicom.shown',
      'chrH31.dcm': 'formats.dicom.shown',
    })
  })
  test('accents and kanji, an old date, a picture that was cut, a count that is none', () => {
    const file = (name: string): DicomFile => read(realFile(`dicom/${name}`), name)
    expect(file('chrFren.dcm').facts.patientName).toBe('Buc Jérôme')
    expect(file('chrH31.dcm').facts.patientName).toBe('Yamada Tarou (山田 太郎, やまだ たろう)')
    expect(file('ExplVR_BigEnd.dcm').facts.studyDate).toBe('1997-04-24')
    expect(codes(file('MR_truncated.dcm'))).toEqual(['formats.dicom.cut-off', 'formats.dicom.too-few-pixels'])
    expect(codes(file('badVR.dcm'))).toContain('formats.dicom.frames-odd')
    expect(file('CT_small.dcm').privateTags).toBe(179)
  })
})
