/** No hidden count can be worked out: a thousand random tables under attack, the worked example of the handbook, and the naive way shown to fail. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Grid, attack, gridOf, suppress, tooClose } from './disclosure.ts'

const policy = { threshold: 5, sensitive: false }
const naive = ({ counts }: Grid) => counts.map((row) => row.map((n) => (n > 0 && n < 5 ? null : n)))

describe('disclosure', () => {
  test('with its one small cell hidden alone a table tells it exactly; with others hidden it does not', () => {
    const grid = gridOf(
      [
        [12, 2, 7],
        [30, 11, 9],
        [8, 14, 6],
      ],
      false,
    )
    expect(attack(grid, naive(grid))).toEqual([{ row: 0, column: 1, least: 2, most: 2 }])
    const { shown, primary, complementary, audit } = suppress(grid, policy)
    expect([primary, complementary]).toEqual([1, 3])
    expect(audit.every((c) => !tooClose(c, policy))).toBe(true)
    expect(shown.at(-1)).toEqual([50, 27, 22, 99])
  })

  test('a table of one way hides a second cell, and what has nothing small is left whole', () => {
    const one = suppress(gridOf([[3], [40], [7], [20]], true), policy)
    expect(one.shown.map((r) => r[0])).toEqual([null, 40, null, 20, 70])
    const whole = gridOf(
      [
        [5, 6],
        [7, 8],
      ],
      false,
    )
    expect(suppress(whole, policy)).toMatchObject({ primary: 0, complementary: 0, shown: whole.counts })
  })

  test('of a sensitive subject a zero in a small row is hidden too', () => {
    const grid = gridOf(
      [
        [0, 8],
        [20, 30],
      ],
      false,
    )
    expect(suppress(grid, policy).shown[0]).toEqual([0, 8, 8])
    expect(suppress(grid, { ...policy, sensitive: true }).shown[0]?.[0]).toBe(null)
  })

  test('of a thousand random tables no small cell can be told closer than the threshold; hiding the small cells alone fails on most', () => {
    let [attacked, told] = [0, 0]
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }).chain((rows) =>
          fc.integer({ min: 1, max: 5 }).chain((columns) =>
            fc.tuple(
              fc.array(
                fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 300 })), {
                  minLength: columns,
                  maxLength: columns,
                }),
                { minLength: rows, maxLength: rows },
              ),
              fc.boolean(),
            ),
          ),
        ),
        ([counts, sensitive]) => {
          const oneWay = counts[0]?.length === 1
          const grid = gridOf(counts, oneWay)
          const rule = { threshold: 5, sensitive }
          const { shown } = suppress(grid, rule)
          for (const cell of attack(grid, shown)) {
            const n = grid.counts[cell.row]?.[cell.column] ?? 0
            expect(cell.least).toBeLessThanOrEqual(n)
            if (cell.most !== null) expect(cell.most).toBeGreaterThanOrEqual(n)
            if (n > 0 && n < 5) expect(tooClose(cell, rule)).toBe(false)
          }
          const open = naive(grid)
          if (open.flat().includes(null)) {
            attacked++
            if (attack(grid, open).some((c) => c.least === c.most)) told++
          }
        },
      ),
      { numRuns: 1000, seed: 7 },
    )
    expect(told / attacked).toBeGreaterThan(0.5)
  }, 120_000)
})
