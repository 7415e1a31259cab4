/**
 * What may leave as a table of counts: small cells are hidden, and enough others with them that no hidden one can be worked out from the sums.
 * A grid holds the counts with its sums as last row and last column; a table of one way has one column and its sum as last row.
 * Source of the method: ESSnet handbook on statistical disclosure control (2010), 4.4; the audit is the linear programme of 4.3.2.
 */
import type { SolverAPI } from 'javascript-lp-solver'
import { onFirstUse } from '#platform/on-first-use.ts'
import type { Policy } from './rules.ts'
import type { Cell } from './rules/linked.ts'

const linear = onFirstUse<SolverAPI>('javascript-lp-solver')

export interface Grid {
  /** Counts with the sums as last row and, but for a table of one way, as last column. */
  readonly counts: readonly (readonly number[])[]
  readonly oneWay: boolean
}
export interface Interval {
  readonly row: number
  readonly column: number
  readonly least: number
  /** Null: nothing bounds it. */
  readonly most: number | null
}
export interface Suppressed {
  /** The grid as it may be shown; null is hidden. */
  readonly shown: readonly (readonly (number | null)[])[]
  readonly primary: number
  readonly complementary: number
  /** What can be worked out about each small cell from what is shown; each is at least `threshold` wide. */
  readonly audit: readonly Interval[]
}

/** Interior counts with their sums; of one row of values a table of one way. */
export function gridOf(counts: readonly (readonly number[])[], oneWay: boolean): Grid {
  const rows = oneWay ? counts.map((row) => [...row]) : counts.map((row) => [...row, sum(row)])
  const width = oneWay ? 1 : (counts[0]?.length ?? 0) + 1
  return {
    counts: [...rows, Array.from({ length: width }, (_, j) => sum(rows.map((r) => r[j] ?? 0)))],
    oneWay,
  }
}
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

type Hidden = boolean[][]

/**
 * Hides what must be hidden, and `also` what another table would lay open; the answer has been audited by somebody who has the tables before it: what they
 * say (`known`) hides nothing, and shields nothing.
 */
export function suppress(
  grid: Grid,
  policy: Policy,
  also: readonly Cell[] = [],
  known: readonly Cell[] = [],
): Suppressed {
  const small = [...smallCells(grid, policy)]
  for (const cell of also) if (!small.some(([a, b]) => a === cell[0] && b === cell[1])) small.push(cell)
  const hidden: Hidden = grid.counts.map((row, i) =>
    row.map((_, j) => small.some(([a, b]) => a === i && b === j)),
  )
  const isKnown = (i: number, j: number): boolean =>
    known.some(([a, b]) => a === i && b === j) && !small.some(([a, b]) => a === i && b === j)
  for (const cell of small) protect(grid, hidden, cell, policy.threshold, isKnown)
  const unknown = (): Hidden => hidden.map((row, i) => row.map((is, j) => is && !isKnown(i, j)))
  let audit = auditOf(grid, unknown(), small)
  // A last resort that always ends: of the rows and columns of what is still told too closely everything goes, the sums last.
  for (let round = 0; round < 3 && audit.some((c) => tooClose(c, policy)); round++) {
    for (const c of audit.filter((told) => tooClose(told, policy)))
      widen(grid, hidden, [c.row, c.column], round)
    audit = auditOf(grid, unknown(), small)
  }
  return {
    shown: grid.counts.map((row, i) => row.map((n, j) => (hidden[i]?.[j] ? null : n))),
    primary: small.length,
    complementary: hidden.flat().filter(Boolean).length - small.length,
    audit,
  }
}

/** What anybody can work out about the hidden cells of a shown table, given only that counts are not negative. */
export function attack(grid: Grid, shown: readonly (readonly (number | null)[])[]): Interval[] {
  const hidden = shown.map((row) => row.map((n) => n === null))
  return auditOf(grid, hidden, cellsWhere(hidden))
}

export const tooClose = ({ least, most }: Interval, { threshold }: Policy): boolean =>
  most !== null && most - least < threshold

function smallCells({ counts, oneWay }: Grid, { threshold, sensitive }: Policy): Cell[] {
  const total = counts.at(-1)?.at(-1) ?? 0
  const last = (counts[0]?.length ?? 1) - 1
  return counts.flatMap((row, i) =>
    row.flatMap((n, j): Cell[] => {
      if (n > 0 && n < threshold) return [[i, j]]
      const ofRow = oneWay ? total : (row[last] ?? 0)
      const inside = i < counts.length - 1 && (oneWay || j < last)
      return sensitive && n === 0 && inside && ofRow > 0 && ofRow < 2 * threshold ? [[i, j]] : []
    }),
  )
}

/** Hides the cheapest rectangle (in one way: another cell) along which the count could move by the threshold and no sum would change. */
function protect(
  grid: Grid,
  hidden: Hidden,
  [i, j]: Cell,
  threshold: number,
  isKnown: (i: number, j: number) => boolean,
): void {
  const { counts, oneWay } = grid
  let best: { cost: number; cells: Cell[] } | undefined
  const consider = (cells: Cell[], signs: readonly number[]): void => {
    const room = (sign: number): number =>
      Math.min(...cells.flatMap(([a, b], n) => (signs[n] === sign ? [counts[a]?.[b] ?? 0] : [])))
    if (cells.some(([a, b]) => isKnown(a, b)) || room(-1) + room(1) < threshold) return
    const cost = sum(cells.map(([a, b]) => (hidden[a]?.[b] ? 0 : costOf(grid, a, b))))
    if (!best || cost < best.cost) best = { cost, cells }
  }
  const rowSign = (row: number): number => (row === counts.length - 1 ? -1 : 1)
  const columnSign = (column: number): number => (!oneWay && column === (counts[0]?.length ?? 0) - 1 ? -1 : 1)
  for (let k = 0; k < counts.length; k++) {
    if (k === i) continue
    const down = -rowSign(i) * rowSign(k)
    if (oneWay)
      consider(
        [
          [i, j],
          [k, j],
        ],
        [1, down],
      )
    else
      for (let l = 0; l < (counts[0]?.length ?? 0); l++) {
        if (l === j) continue
        const across = -columnSign(j) * columnSign(l)
        consider(
          [
            [i, j],
            [i, l],
            [k, j],
            [k, l],
          ],
          [1, across, down, across * down],
        )
      }
  }
  for (const [a, b] of best?.cells ?? []) hide(hidden, a, b)
}

/** Whoever reads wants the sums most, then the large cells. */
function costOf({ counts, oneWay }: Grid, i: number, j: number): number {
  const isSum = i === counts.length - 1 || (!oneWay && j === (counts[0]?.length ?? 0) - 1)
  return 1 + (counts[i]?.[j] ?? 0) + (isSum ? 100_000 : 0)
}

const hide = (hidden: Hidden, i: number, j: number): void => {
  const row = hidden[i]
  if (row) row[j] = true
}

function widen({ counts, oneWay }: Grid, hidden: Hidden, [i, j]: Cell, round: number): void {
  const [height, width] = [counts.length, counts[0]?.length ?? 0]
  const keep = (a: number, b: number): boolean =>
    round === 0 && (a === height - 1 || (!oneWay && b === width - 1))
  for (let b = 0; b < width; b++) if (!keep(i, b)) hide(hidden, i, b)
  for (let a = 0; a < height; a++) if (!keep(a, j)) hide(hidden, a, j)
  if (round === 2) for (const row of hidden) row.fill(true)
}

const cellsWhere = (hidden: Hidden): Cell[] =>
  hidden.flatMap((row, i) => row.flatMap((is, j): Cell[] => (is ? [[i, j]] : [])))

/** For each cell asked about, the least and the most that agree with everything shown. */
function auditOf(grid: Grid, hidden: Hidden, about: readonly Cell[]): Interval[] {
  const { constraints, variables } = equations(grid, hidden)
  const name = ([i, j]: Cell): string => `x${i}_${j}`
  const bound = (cell: Cell, opType: 'min' | 'max'): number | null => {
    const own = Object.fromEntries(
      Object.entries(variables).map(([key, terms]) => [key, { ...terms, aim: key === name(cell) ? 1 : 0 }]),
    )
    const found = linear.Solve({ optimize: 'aim', opType, constraints, variables: own }) as {
      result: number
      bounded?: boolean
      feasible?: boolean
    }
    if (found.bounded === false) return null
    return Math.round(found.result * 1e6) / 1e6
  }
  return about.map((cell) => ({
    row: cell[0],
    column: cell[1],
    least: Math.max(0, Math.ceil(bound(cell, 'min') ?? 0)),
    most: floor(bound(cell, 'max')),
  }))
}
const floor = (n: number | null): number | null => (n === null ? null : Math.floor(n))

/** Every row and every column adds up to its sum; what is shown is a number, what is hidden an unknown. */
function equations({ counts, oneWay }: Grid, hidden: Hidden) {
  const constraints: Record<string, { equal: number }> = {}
  const variables: Record<string, Record<string, number>> = {}
  for (const [i, j] of cellsWhere(hidden)) variables[`x${i}_${j}`] = {}
  const line = (name: string, cells: readonly Cell[]): void => {
    const sumCell = cells.at(-1)
    let right = 0
    let unknown = false
    for (const [i, j] of cells) {
      const sign = sumCell?.[0] === i && sumCell[1] === j ? -1 : 1
      const terms = variables[`x${i}_${j}`]
      if (terms) {
        terms[name] = sign
        unknown = true
      } else right -= sign * (counts[i]?.[j] ?? 0)
    }
    if (unknown) constraints[name] = { equal: right }
  }
  const [height, width] = [counts.length, counts[0]?.length ?? 0]
  if (!oneWay)
    for (let i = 0; i < height; i++)
      line(
        `r${i}`,
        Array.from({ length: width }, (_, j): Cell => [i, j]),
      )
  for (let j = 0; j < width; j++)
    line(
      `c${j}`,
      Array.from({ length: height }, (_, i): Cell => [i, j]),
    )
  return { constraints, variables }
}
