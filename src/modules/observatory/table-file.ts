/** A table as CSV, with codes beside labels; a hidden cell is an asterisk. */
import { fileOf } from '#modules/exchange/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { Heading } from './contract.ts'

type Cell = number | string | null

/** The lines of the table, its headings first. */
export function linesOf(
  cx: Pick<Cx, 'say'>,
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly (readonly Cell[])[],
): string[][] {
  const all = cx.say('observatory.all')
  const counts = columns.length > 0 ? [...columns.map((c) => c.label), all] : [cx.say('observatory.count')]
  const lines = cells.map((line, i) => [
    rows[i]?.code ?? '',
    rows[i]?.label ?? all,
    ...line.map((n) => (n === null ? '*' : String(n))),
  ])
  return [[cx.say('observatory.code'), '', ...counts], ...lines]
}
export const csvOf = (
  cx: Pick<Cx, 'say'>,
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly (readonly Cell[])[],
): string => fileOf(linesOf(cx, rows, columns, cells), ',')
