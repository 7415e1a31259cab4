import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ViewFrame } from '#kernel/frame.ts'
import { changedWindow, fitted, moved, painted, pixelAt, valueAt, zoomed } from './radiograph.ts'

const frame: ViewFrame = {
  kind: 'grey',
  width: 4,
  height: 2,
  samples: 'i16',
  slope: 2,
  intercept: -1_000,
  least: -1_000,
  most: 1_000,
  windows: [{ centre: 0, width: 2_000 }],
  inverted: false,
  values: Int16Array.from([0, 250, 500, 750, 1_000, 0, 0, 0]),
}

test('the whole picture fits, and lies in the middle', () => {
  expect(fitted({ width: 100, height: 50 }, { width: 400, height: 400 })).toEqual({ zoom: 4, x: 0, y: 100 })
})
test('enlarging keeps the point under the finger where it is', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      fc.integer({ min: 0, max: 399 }),
      fc.integer({ min: 0, max: 399 }),
      fc.integer({ min: -200, max: 200 }),
      (by, x, y, dx) => {
        const before = moved(fitted({ width: 100, height: 50 }, { width: 400, height: 400 }), dx, 0)
        const after = zoomed(before, by, { x, y })
        expect((x - after.x) / after.zoom).toBeCloseTo((x - before.x) / before.zoom, 6)
        expect((y - after.y) / after.zoom).toBeCloseTo((y - before.y) / before.zoom, 6)
      },
    ),
  )
})
test('the pixel under the pointer, with its real value; none beside the picture', () => {
  const view = { x: 10, y: 10, zoom: 10 }
  expect(pixelAt(view, frame, { x: 25, y: 15 })).toEqual({ row: 0, column: 1 })
  expect(pixelAt(view, frame, { x: 9, y: 15 })).toBeUndefined()
  expect(pixelAt(view, frame, { x: 51, y: 15 })).toBeUndefined()
  expect(valueAt(frame, { row: 0, column: 1 })).toBe('-500')
})
test('values become greys under the window, in either sense, by table or by sum alike', () => {
  const greys = (f: ViewFrame, inverted = false): number[] =>
    Array.from({ length: 5 }, (_, i) => painted(f, f.windows[0]!, inverted)[i * 4] as number)
  expect(greys(frame)).toEqual([0, 64, 128, 191, 255])
  expect(greys(frame, true)).toEqual([255, 191, 127, 64, 0])
  const wide: ViewFrame = { ...frame, samples: 'i32', most: 1_000_000, values: Int32Array.from(frame.values) }
  expect(greys(wide)).toEqual(greys(frame))
})
test('brightness moves the centre, contrast narrows the window, and it never closes', () => {
  const window = frame.windows[0]!
  expect(changedWindow(window, frame, 0.1, 0)).toEqual({ centre: -400, width: 2_000 })
  expect(changedWindow(window, frame, 0, 0.25)).toEqual({ centre: 0, width: 1_000 })
  expect(changedWindow(window, frame, 0, 9).width).toBe(1)
})
