import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeSay } from '#kernel/say.ts'
import { answers, needs, REAL_FILES, realFile, realFolder } from '../../../test/needs.ts'
import { madeUpHeic, madeUpJpeg, madeUpPng, madeUpTiff, type MadeUpFacts } from '../fixtures/photo-bytes.ts'
import { en } from '../texts.en.ts'
import { es } from '../texts.es.ts'
import { type Photo, readPhoto } from './photo.ts'

const read = async (bytes: Uint8Array, name = 'IMG_0001.JPG'): Promise<Photo> => {
  const got = await readPhoto(bytes, name)
  if (!got.ok) throw new Error(got.reason)
  return got.photo
}
const codes = (photo: Photo): string[] => photo.notes.map((n) => n.code)

const facts: MadeUpFacts = {
  make: 'Maker',
  model: 'M 1',
  serial: '0042',
  orientation: 6,
  taken: '2026:11:24 08:15:30',
  offset: '-06:00',
  latitude: [17, 15, 3_500, 'N'],
  longitude: [88, 46, 6_000, 'W'],
  satellite: { day: '2026:11:24', time: [14, 15, 28] },
}
const containers = { jpeg: madeUpJpeg, png: madeUpPng, tiff: madeUpTiff, heic: madeUpHeic }

describe.each(Object.entries(containers))('facts of a camera in %s', (kind, make) => {
  test('time, camera, serial number, place and turn are read alike', async () => {
    const photo = await read(make(facts))
    expect(photo).toMatchObject({
      kind,
      width: 8,
      height: 6,
      shownWidth: 6,
      shownHeight: 8,
      orientation: 6,
      takenAt: { local: '2026-11-24T08:15:30', offset: '-06:00' },
      satelliteAt: '2026-11-24T14:15:28Z',
      camera: { make: 'Maker', model: 'M 1', serial: '0042' },
      position: { latitude: '17.250972', longitude: '-88.768333' },
      cameraNumber: { prefix: 'IMG_', number: 1 },
    })
    expect(codes(photo)).toEqual([])
  })
})

test('what a browser shows is shown, what it does not is kept, and each says so', async () => {
  const said = async (bytes: Uint8Array): Promise<unknown> => {
    const { showable, told } = await read(bytes)
    return [showable, told.code]
  }
  expect(await said(madeUpJpeg(facts))).toEqual([true, 'formats.photo.shown'])
  expect(await said(madeUpPng(facts))).toEqual([true, 'formats.photo.shown'])
  expect(await said(madeUpHeic(facts))).toEqual([false, 'formats.photo.kept-only'])
  expect(await said(madeUpTiff(facts))).toEqual([false, 'formats.photo.kept-only'])
  expect(await said(madeUpTiff({ ...facts, dng: true }))).toEqual([false, 'formats.photo.kept-raw'])
  expect(await said(madeUpTiff({ ...facts, make: 'NIKON CORPORATION' }))).toEqual([
    false,
    'formats.photo.kept-raw',
  ])
  expect(await said(madeUpJpeg(facts, { cut: true }))).toEqual([true, 'formats.photo.shown-in-part'])
})

test('a clock that no time zone explains is told; one that some zone explains is not', async () => {
  const at = async (taken: string, offset?: string): Promise<string[]> =>
    codes(await read(madeUpJpeg({ ...facts, taken, offset: offset ?? '' })))
  expect(await at('2026:11:24 08:15:30')).toEqual([])
  expect(await at('2026:11:24 20:00:00')).toEqual([])
  expect(await at('2026:11:24 08:22:30')).toEqual(['formats.photo.clock-differs'])
  expect(await at('2026:11:22 08:15:30')).toEqual(['formats.photo.clock-differs'])
  // With its offset written, the clock has no excuse of a zone.
  expect(await at('2026:11:24 09:15:30', '-06:00')).toEqual(['formats.photo.clock-differs'])
})

test('what cannot be true is not taken, and said', async () => {
  const of = async (change: MadeUpFacts): Promise<Photo> => read(madeUpJpeg({ ...facts, ...change }))
  const noClock = await of({ taken: '0000:00:00 00:00:00' })
  expect([noClock.takenAt, codes(noClock)]).toEqual([undefined, ['formats.photo.clock-not-set']])
  expect((await of({ taken: '2026:02:30 10:00:00' })).takenAt).toBeUndefined()
  for (const latitude of [
    [0, 0, 0, 'N'],
    [91, 0, 0, 'N'],
    [17, 61, 0, 'N'],
    [17, 0, 0, 'X'],
  ] as const) {
    const photo = await of({ latitude, longitude: latitude[0] === 0 ? [0, 0, 0, 'E'] : facts.longitude! })
    expect([photo.position, codes(photo)]).toEqual([undefined, ['formats.photo.position-not-understood']])
  }
  expect(codes(await of({ software: 'Adobe Photoshop CC (Macintosh)' }))).toEqual(['formats.photo.edited'])
  expect((await of({ orientation: 9 })).orientation).toBe(1)
})

test('a file that is no picture, or is empty, is answered with a sentence', async () => {
  const no = async (bytes: Uint8Array): Promise<string> => {
    const got = await readPhoto(bytes, '../x/IMG_1.JPG')
    return got.ok ? 'read' : got.reason
  }
  expect(await no(new Uint8Array())).toContain('“IMG_1.JPG” is empty')
  expect(await no(Buffer.from('%PDF-1.7'))).toContain('no picture of a kind that is known here')
  expect(await no(Buffer.from('<svg onload="x()"/>'))).toContain('kept byte for byte')
})

test('boxes that lead nowhere end the reading, not the server', async () => {
  const whole = madeUpHeic(facts)
  const at = (kind: string): number => Buffer.from(whole).indexOf(kind, 0, 'latin1') - 4
  // Nought bytes long where the library would walk on to `meta`; and too short to be a box, further in.
  for (const [kind, length] of [
    ['meta', 0],
    ['iinf', 2],
    ['iloc', 4],
  ] as const) {
    expect(at(kind)).toBeGreaterThan(0)
    const bytes = Uint8Array.from(whole)
    if (kind === 'meta') bytes.set(Buffer.from('meto', 'latin1'), at(kind) + 4)
    new DataView(bytes.buffer).setUint32(at(kind), length)
    expect(codes(await read(bytes)), kind).toContain('formats.photo.facts-damaged')
  }
  const many = new Uint8Array(16 + 8 * 5_000)
  many.set(whole.subarray(0, 16))
  for (let n = 0; n < 5_000; n += 1) new DataView(many.buffer).setUint32(16 + n * 8, 8)
  expect(codes(await read(many))).toContain('formats.photo.facts-damaged')
})

test('damaged bytes never throw and never hang', { timeout: 60_000 }, async () => {
  const seeds = Object.values(containers).map((make) => make(facts))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
      fc.nat(),
      async (seed, changes, cut) => {
        const bytes = Uint8Array.from(seed)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const got = await readPhoto(bytes.subarray(0, cut % 3 === 0 ? cut % bytes.length : bytes.length), 'x')
        expect(got.ok || got.code !== 'formats.reader-defect').toBe(true)
      },
    ),
    { numRuns: 1_500 },
  )
})

describe('the photographs of the field', () => {
  needs(realFolder, REAL_FILES)
  const names = realFolder ? readdirSync(join(realFolder, 'photos')) : []
  test('every file is shown or kept with a true sentence, and its facts are those of an independent reader', async () => {
    const known = answers()
    expect(names.length).toBeGreaterThanOrEqual(18)
    for (const name of names) {
      const photo = await read(realFile(`photos/${name}`), name)
      const truth = known[`photos/${name}`] as Record<string, string | number>
      const where = (key: string): unknown => (truth[key] === undefined ? undefined : Number(truth[key]))
      expect({ name, width: photo.width, height: photo.height, turn: photo.orientation }).toEqual({
        name,
        width: truth.ImageWidth,
        height: truth.ImageHeight,
        turn: truth.Orientation ?? 1,
      })
      // A camera for game keeps its time in a note of its maker's, which we do not read.
      if (!name.startsWith('Reconyx'))
        expect(photo.takenAt?.local.slice(0, 19)).toBe(dashed(truth.DateTimeOriginal as string | undefined))
      expect(photo.camera.make).toBe(truth.Make)
      expect(photo.camera.model).toBe(truth.Model)
      if (truth.GPSLatitude !== undefined) {
        expect(Number(photo.position?.latitude)).toBeCloseTo(where('GPSLatitude') as number, 5)
        expect(Number(photo.position?.longitude)).toBeCloseTo(where('GPSLongitude') as number, 5)
      } else expect(photo.position).toBeUndefined()
      for (const texts of [en, es])
        expect(makeSay({ en: texts }, 'en')(photo.told.code, photo.told.values)).toMatch(/\.$/)
      expect(photo.showable).toBe(!name.endsWith('.tiff'))
    }
  })
  test('a camera’s clock that was a day off is told; places west and below the sea are negative', async () => {
    const nikon = await read(realFile('photos/gps-DSCN0010.jpg'), 'DSCN0010.jpg')
    expect(nikon).toMatchObject({
      position: { latitude: '43.467448', longitude: '11.885127' },
      takenAt: { local: '2008-10-22T16:28:39' },
      satelliteAt: '2008-10-23T14:27:07.24Z',
    })
    expect(codes(nikon)).toContain('formats.photo.clock-differs')
    const diver = await read(realFile('photos/exiftool-GoPro.jpg'), 'x.jpg')
    expect(diver.position).toMatchObject({ longitude: '-73.993354', altitude: '-4.0' })
    expect(diver.cameraNumber).toEqual({ prefix: 'GOPR', number: 482 })
  })
  test('four landscapes that lie differently are shown alike', async () => {
    for (const n of [1, 3, 6, 8]) {
      const photo = await read(realFile(`photos/orientation-landscape_${n}.jpg`), `l_${n}.jpg`)
      expect([photo.shownWidth, photo.shownHeight, photo.orientation]).toEqual([600, 450, n])
    }
  })
})
const dashed = (written: string | undefined): string | undefined =>
  written?.replace(/^(\d{4}):(\d{2}):(\d{2}) /, '$1-$2-$3T')
