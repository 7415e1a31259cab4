import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cameraNumberOf, type NumberedPhoto, numberSeriesOf } from './camera-numbers.ts'

const photo = (number: number, id = `p${number}`, camera = 'Maker M 1 0042'): NumberedPhoto => ({
  id,
  camera,
  cameraNumber: { prefix: 'DSCN', number },
})

test('the number of a photograph is what the camera wrote, not what a person named', () => {
  expect(cameraNumberOf('DSCN0010.jpg')).toEqual({ prefix: 'DSCN', number: 10 })
  expect(cameraNumberOf('a/b/IMG_1054.HEIC')).toEqual({ prefix: 'IMG_', number: 1054 })
  expect(cameraNumberOf('img_1054 (2).jpg')).toEqual({ prefix: 'IMG_', number: 1054 })
  expect(cameraNumberOf('renamed.jpg', 'DCIM\\100GOPRO\\GOPR0482.JPG')).toEqual({
    prefix: 'GOPR',
    number: 482,
  })
  for (const name of [
    'kitchen.jpg',
    '20261124_081530.jpg',
    'IMG_0000.JPG',
    'IMG_12345.JPG',
    'scene1234.jpg',
    '',
  ])
    expect(cameraNumberOf(name)).toBeUndefined()
})

test('a number that is absent between two is a gap with its neighbours; two of one number are told', () => {
  const [series] = numberSeriesOf([photo(12), photo(10), photo(15), photo(12, 'raw12')])
  expect(series).toEqual({
    camera: 'Maker M 1 0042',
    prefix: 'DSCN',
    first: 10,
    last: 15,
    photographs: 4,
    missing: 3,
    gaps: [
      { after: 'p10', before: 'p12', from: 11, to: 11, missing: 1 },
      { after: 'p12', before: 'p15', from: 13, to: 14, missing: 2 },
    ],
    repeated: [{ number: 12, ids: ['p12', 'raw12'] }],
  })
})

test('a card that turned over from 9999 to 0001 is one series without a gap', () => {
  const [series] = numberSeriesOf([photo(2), photo(9_998), photo(1), photo(9_999)])
  expect(series).toMatchObject({ first: 9_998, last: 2, missing: 0, gaps: [] })
})

test('two cameras of one kind count apart', () => {
  const got = numberSeriesOf([
    photo(1),
    photo(3, 'x', 'Maker M 1 0043'),
    photo(2),
    photo(5, 'y', 'Maker M 1 0043'),
  ])
  expect(got.map((s) => [s.camera, s.missing])).toEqual([
    ['Maker M 1 0042', 0],
    ['Maker M 1 0043', 1],
  ])
})

test('what the photographer wrote down shows what is missing at the ends', () => {
  const written = { camera: 'Maker M 1 0042', prefix: 'DSCN', first: 8, last: 14 }
  expect(numberSeriesOf([photo(10), photo(12)], written)[0]).toMatchObject({
    first: 8,
    last: 14,
    missing: 5,
    gaps: [
      { after: '', before: 'p10', from: 8, to: 9, missing: 2 },
      { after: 'p10', before: 'p12', from: 11, to: 11, missing: 1 },
      { after: 'p12', before: '', from: 13, to: 14, missing: 2 },
    ],
  })
})

test('whatever is taken out of a series, in whatever order it comes, is found and nothing else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999 }),
      fc.integer({ min: 3, max: 400 }),
      fc.uniqueArray(fc.nat(), { maxLength: 60 }),
      fc.integer(),
      (start, length, out, seed) => {
        const number = (i: number): number => ((start - 1 + i) % 9_999) + 1
        // The first and the last stay: what is missing at the ends no number can tell.
        const gone = new Set(out.map((n) => 1 + (n % (length - 2))))
        const left = Array.from({ length }, (_, i) => i).filter((i) => !gone.has(i))
        const shuffled = left.toSorted((a, b) => ((a * 7_919 + seed) % 101) - ((b * 7_919 + seed) % 101))
        const [series] = numberSeriesOf(shuffled.map((i) => photo(number(i))))
        expect(series).toMatchObject({ first: start, last: number(length - 1), missing: gone.size })
        const told = series!.gaps.flatMap((g) =>
          Array.from({ length: g.missing }, (_, i) => ((g.from - 1 + i) % 9_999) + 1),
        )
        expect(new Set(told)).toEqual(new Set([...gone].map(number)))
      },
    ),
  )
})
