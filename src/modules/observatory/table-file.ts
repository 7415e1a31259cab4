/** A table as CSV, with codes beside labels; a hidden cell is an asterisk. */
import { fileOf } from '#modules/exchange/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { Heading } from './contract.ts'

export function csvOf(
  cx: Pick<Cx, 'say'>,
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly (readonly (number | string | null)[])[],
): string {
  const all = cx.say('observatory.all')
  const counts = columns.length > 0 ? [...columns.map((c) => c.label), all] : [cx.say('observatory.count')]
  const lines = cells.map((line, i) => [
    rows[i]?.code ?? '',
    rows[i]?.label ?? all,
    ...line.map((n) => (n === null ? '*' : String(n))),
  ])
  return fileOf([[cx.say('observatory.code'), '', ...counts], ...lines], ',')
}
