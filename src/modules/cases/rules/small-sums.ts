/** Small sums point at people: below five they are shown only within a larger one, and not at all where that is small itself. */
import type { z } from 'zod'
import type { Counts } from '../contract/finding.ts'

type Sums = z.output<typeof Counts>
const LEAST = 5

export const sumOf = (cells: Sums['cells']): number => cells.reduce((sum, cell) => sum + cell.n, 0)

export function foldSmall(cells: Sums['cells']): Sums {
  const large = cells.filter((cell) => cell.n >= LEAST)
  const rest = sumOf(cells) - sumOf(large)
  const shown =
    rest < LEAST ? large : [...large, { month: null, district: null, type: null, n: rest, other: true }]
  return { cells: shown, total: sumOf(shown), fewWithheld: rest > 0 && rest < LEAST }
}
