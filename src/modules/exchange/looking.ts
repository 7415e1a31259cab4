/** What the columns of an unknown table look like: how full, which words, whether dates and in which order their figures stand; pure. */
import type { z } from 'zod'
import type { TableSeen } from './contract.ts'
import type { Table } from './csv.ts'
import { type Order, readWritten } from './rules/written-dates.ts'

type Column = z.output<typeof TableSeen>['columns'][number]
/** More words than this are no list to choose from. */
const WORDS = 60
/** So many cells of a column are looked at for what they are. */
const LOOKED = 400

export const columnsSeen = (table: Table): Column[] =>
  table.columns.map((name, i) => {
    const counts = new Map<string, number>()
    const examples: string[] = []
    let filled = 0
    for (const { cells } of table.rows) {
      const cell = (cells[i] ?? '').trim()
      if (cell === '') continue
      filled += 1
      if (examples.length < 3 && !examples.includes(cell)) examples.push(cell.slice(0, 80))
      if (counts.size <= WORDS || counts.has(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1)
    }
    const words = [...counts].map(([word, rows]) => ({ word, rows })).sort((a, b) => b.rows - a.rows)
    const some = words.slice(0, LOOKED).map((w) => w.word)
    const order = orderOf(some)
    const looks =
      filled === 0
        ? 'empty'
        : order
          ? 'date'
          : some.every((w) => /^[+-]?\d+([.,]\d+)*$/.test(w))
            ? 'number'
            : 'text'
    return { name, filled, examples, words: counts.size > WORDS ? null : words, looks, order }
  })

/** The order in which nearly all of them are dates; day before month where both would do, as it is written here. */
function orderOf(words: readonly string[]): Order | null {
  const dated = words.filter((w) => /\d/.test(w) && /\p{L}|[-/.]/u.test(w))
  if (dated.length < words.length * 0.8 || dated.length === 0) return null
  const orders: Order[] = dated.every((w) => /^\d{4}\D/.test(w)) ? ['ymd'] : ['dmy', 'mdy']
  const fits = orders.map((order) => dated.filter((w) => readWritten(w, order)?.on).length)
  const best = Math.max(...fits)
  return best >= dated.length * 0.8 ? (orders[fits.indexOf(best)] ?? null) : null
}
