/** The river keeps order, folds what is quiet, never hides a gap, and stays inside its frame, however the data lie. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FOLDED_LANE, LABEL, type RiverData, layoutRiver } from './river-layout.ts'

const HOUR = 3_600_000
const start = Date.UTC(2026, 10, 2, 20)
const iso = (hours: number): string => new Date(start + hours * HOUR).toISOString()
function chain(hours: readonly number[]): { data: RiverData; now: string } {
  let at = 0
  const stays = hours.map((h, i) => {
    const from = at
    at += h
    return { lane: `h${i}`, from: iso(from), to: i === hours.length - 1 ? null : iso(at) }
  })
  return {
    data: { lanes: hours.map((_, i) => ({ id: `h${i}`, name: `Holder ${i}` })), stays, seals: [], gaps: [] },
    now: iso(at),
  }
}

test('time runs left to right and nothing leaves the frame', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.05, max: 2000, noNaN: true }), { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 400, max: 1600 }),
      (hours, width) => {
        const { data, now } = chain(hours)
        const layout = layoutRiver(data, { width, now })
        for (const [i, stay] of layout.stays.entries()) {
          expect(stay.x1).toBeGreaterThanOrEqual(LABEL - 0.001)
          expect(stay.x2).toBeLessThanOrEqual(width + 3)
          if (i > 0) expect(stay.x1).toBeGreaterThanOrEqual(layout.stays[i - 1]!.x1)
        }
        expect(layout.links).toHaveLength(hours.length - 1)
      },
    ),
  )
})

test('a quiet stretch of seventeen days is folded and says how long it was', () => {
  const { data, now } = chain([2, 17 * 24, 5])
  const { folds, stays } = layoutRiver(data, { width: 900, now })
  expect(folds.map((fold) => fold.ms / HOUR)).toEqual([17 * 24])
  expect(stays[1]!.fold).toBeGreaterThan(stays[1]!.x1)
  expect(folds[0]!.x2 - folds[0]!.x1).toBeLessThan(600)
})

test('a gap makes no hand-over, and its words stand beside the bands', () => {
  const data: RiverData = {
    lanes: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
      { id: 'c', name: 'C' },
    ],
    seals: [],
    stays: [
      { lane: 'a', from: iso(0), to: iso(3) },
      { lane: 'b', from: iso(6), to: iso(8) },
      { lane: 'c', from: iso(8), to: null },
    ],
    gaps: [{ from: iso(3), to: iso(6), fromLane: 'a', toLane: 'b', title: 'Nobody recorded for 3 h' }],
  }
  const layout = layoutRiver(data, { width: 1000, now: iso(20) })
  expect(layout.links).toHaveLength(1)
  const { box, x1, x2 } = layout.gaps[0]!
  expect(x2).toBeGreaterThan(x1)
  expect(
    box === null ||
      layout.stays.every(
        (stay) => stay.y < box.y - 9 || stay.y > box.y + 61 || stay.x2 < box.x || stay.x1 > box.x + 272,
      ),
  ).toBe(true)
})

test('more than eight holders: the quiet ones fold into one lane, those of a gap never', () => {
  const { data, now } = chain([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
  const withGap = {
    ...data,
    gaps: [{ from: iso(2), to: iso(3), fromLane: 'h2', toLane: 'h3', title: 'gap' }],
  }
  const layout = layoutRiver(withGap, { width: 900, now })
  const ids = layout.lanes.map((lane) => lane.id)
  expect(ids).toContain(FOLDED_LANE)
  expect(ids).toEqual(expect.arrayContaining(['h0', 'h2', 'h3', 'h11']))
  expect(layout.lanes.find((lane) => lane.id === FOLDED_LANE)?.folded).toBe(12 - (ids.length - 1))
  expect(layoutRiver(withGap, { width: 900, now, all: true }).lanes).toHaveLength(12)
})
