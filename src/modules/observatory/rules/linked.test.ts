/** Two tables side by side under attack: whatever the second is asked along, no small count of either can be worked out of both. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attack, gridOf, suppress, tooClose } from '../disclosure.ts'
import type { Question } from '../contract.ts'
import { type Now, type Public, besides } from './linked.ts'

const policy = { threshold: 5, sensitive: false }
const headings = (of: string, n: number) => Array.from({ length: n }, (_, i) => ({ code: `${of}${i}` }))
const question = (more: Partial<Question>): Question =>
  ({ dataset: 'victims', rows: 'district', columns: 'sex', measure: 'count', where: {}, ...more }) as Question
type Counts = readonly (readonly number[])[]
const transposed = <T>(of: readonly (readonly T[])[]): T[][] =>
  (of[0] ?? []).map((_, j) => of.map((line) => line[j] as T))

const tableOf = (counts: Counts): Now => ({
  asked: question({}),
  rows: headings('d', counts.length - 1),
  columns: headings('s', (counts[0]?.length ?? 1) - 1),
  counts,
})
/** The sums of one column, as a table of its own. */
const columnOf = (counts: Counts, j: number): Now => ({
  asked: question({ columns: null, where: { sex: [`s${j}`] } }),
  rows: headings('d', counts.length - 1),
  columns: [],
  counts: counts.map((line) => [line[j] ?? 0]),
})
const turned = (counts: Counts): Now => ({
  asked: question({ rows: 'sex', columns: 'district' }),
  rows: headings('s', (counts[0]?.length ?? 1) - 1),
  columns: headings('d', counts.length - 1),
  counts: transposed(counts),
})
const shownOf = (now: Now, earlier: readonly Public[] = [], beside = true) => {
  const { open, known } = beside ? besides(now, earlier, 5) : { open: [], known: [] }
  const grid = { counts: now.counts, oneWay: now.columns.length === 0 }
  return suppress(grid, policy, open, known).shown
}
const published = (now: Now, number = 'D-0001'): Public => ({ ...now, number, cells: shownOf(now) })

/** What anybody can work out who has both, as far as the first table reaches. */
function lessThanFiveApart(counts: Counts, both: (number | null)[][]): boolean {
  const grid = { counts, oneWay: false }
  return attack(grid, both).some((cell) => {
    const n = counts[cell.row]?.[cell.column] ?? 0
    return n > 0 && n < 5 && tooClose(cell, policy)
  })
}
const several = fc.integer({ min: 2, max: 5 }).chain((rows) =>
  fc.integer({ min: 2, max: 4 }).chain((columns) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 5, max: 40 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  ),
)

describe('tables side by side', () => {
  it('the same table turned round hides the same cells', () => {
    fc.assert(
      fc.property(several, (inside) => {
        const { counts } = gridOf(inside, false)
        const first = published(tableOf(counts))
        const second = transposed(shownOf(turned(counts), [first]))
        for (const [i, line] of first.cells.entries())
          for (const [j, said] of line.entries()) if (said === null) expect(second[i]?.[j]).toBe(null)
        const both = counts.map((line, i) => line.map((n, j) => (second[i]?.[j] === null ? null : n)))
        expect(lessThanFiveApart(counts, both)).toBe(false)
      }),
      { numRuns: 300, seed: 7 },
    )
  }, 120_000)

  it('a column asked for alone tells no more than the table that had it; asked without looking back it lays many open', () => {
    let [looked, blind, tables] = [0, 0, 0]
    fc.assert(
      fc.property(several, fc.nat(3), (inside, at) => {
        const { counts } = gridOf(inside, false)
        const first = published(tableOf(counts))
        const j = at % (inside[0]?.length ?? 1)
        const both = (beside: boolean): (number | null)[][] => {
          const column = shownOf(columnOf(counts, j), [first], beside)
          return first.cells.map((line, i) =>
            line.map((said, k) => (k === j ? (said ?? column[i]?.[0] ?? null) : said)),
          )
        }
        tables++
        if (lessThanFiveApart(counts, both(true))) looked++
        if (lessThanFiveApart(counts, both(false))) blind++
      }),
      { numRuns: 400, seed: 7 },
    )
    expect(looked).toBe(0)
    expect(blind / tables).toBeGreaterThan(0.05)
  }, 120_000)

  it('the other order too: a column first, then the table', () => {
    let blind = 0
    fc.assert(
      fc.property(several, fc.nat(3), (inside, at) => {
        const { counts } = gridOf(inside, false)
        const j = at % (inside[0]?.length ?? 1)
        const first = published(columnOf(counts, j))
        const both = (beside: boolean): (number | null)[][] =>
          shownOf(tableOf(counts), [first], beside).map((line, i) =>
            line.map((said, k) => (k === j ? (said ?? first.cells[i]?.[0] ?? null) : said)),
          )
        expect(lessThanFiveApart(counts, both(true))).toBe(false)
        if (lessThanFiveApart(counts, both(false))) blind++
      }),
      { numRuns: 400, seed: 7 },
    )
    expect(blind).toBeGreaterThan(0)
  }, 120_000)

  it('told anew with one person more it would tell of that person; with five more it tells of five', () => {
    const inside = [
      [12, 20],
      [30, 11],
    ]
    const first = published(tableOf(gridOf(inside, false).counts))
    const later = (more: number): Now =>
      tableOf(
        gridOf(
          inside.map((line, i) => line.map((n, j) => (i === 0 && j === 1 ? n + more : n))),
          false,
        ).counts,
      )
    expect(besides(later(0), [first], 5)).toMatchObject({ sameBut: null, open: [] })
    expect(besides(later(1), [first], 5).sameBut).toBe('D-0001')
    expect(besides(later(4), [first], 5).sameBut).toBe('D-0001')
    expect(besides(later(5), [first], 5).sameBut).toBe(null)
    // One who was put right, from one place to another: the sum is the same, two cells are not.
    const moved = gridOf(
      [
        [11, 20],
        [31, 11],
      ],
      false,
    ).counts
    expect(besides(tableOf(moved), [first], 5).sameBut).toBe('D-0001')
    // Along something else, the same people but one.
    const along: Now = {
      asked: question({ rows: 'means', columns: null }),
      rows: headings('m', 2),
      columns: [],
      counts: [[40], [34], [74]],
    }
    expect(besides(along, [first], 5).sameBut).toBe('D-0001')
    // A district where there was nobody, and now somebody.
    const fresh = gridOf([...inside, [0, 2]], false).counts
    expect(besides(tableOf(fresh), [first], 5).sameBut).toBe('D-0001')
  })

  it('a year beside the months of it, a class beside its section: what one leaves of the other is hidden when it is small', () => {
    const year: Now = {
      asked: question({ rows: 'year', columns: null }),
      rows: [{ code: '2026' }],
      columns: [],
      counts: [[40], [40]],
    }
    const first = published(year)
    const months: Now = {
      asked: question({ rows: 'sex', columns: null, where: { month: ['2026-01', '2026-02'] } }),
      rows: headings('s', 2),
      columns: [],
      counts: [[20], [18], [38]],
    }
    expect(besides(months, [first], 5)).toMatchObject({
      open: [[2, 0]],
      near: [{ number: 'D-0001', cells: 1 }],
    })
    const section: Now = {
      asked: question({ rows: 'section', columns: null }),
      rows: [{ code: '01' }],
      columns: [],
      counts: [[50], [50]],
    }
    const killed: Now = {
      asked: question({ rows: 'iccs', columns: null }),
      rows: [{ code: '0101' }, { code: '0102' }],
      columns: [],
      counts: [[47], [3], [50]],
    }
    expect(besides(killed, [published(section)], 5).open).toContainEqual([0, 0])
  })
})
