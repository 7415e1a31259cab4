/**
 * What workbooks of every age have alike: the first sheet that holds a table, and how its numbers are told. Dates are numbers with a date format there,
 * and become YYYY-MM-DD. People write over and under their tables: the header is the first row that is filled as widely as the table is.
 */
import { FormatFault } from '../reading.ts'
import type { TableRead } from './table.ts'

export interface Row {
  readonly line: number
  readonly cells: string[]
}
export interface Sheet {
  readonly name: string
  rows(): readonly Row[]
}

export function tableOfSheets(sheets: readonly Sheet[]): Pick<TableRead, 'columns' | 'rows' | 'notes'> {
  for (const sheet of sheets) {
    const table = tableIn(sheet.rows())
    if (!table) continue
    const others = sheets.filter((other) => other !== sheet).map(({ name }) => name)
    return {
      ...table,
      notes:
        others.length > 0
          ? [
              {
                code: 'formats.tables.other-sheets',
                values: { sheet: sheet.name, others: others.join(', ') },
              },
            ]
          : [],
    }
  }
  throw new FormatFault('formats.tables.no-table')
}

/** Built-in formats 14 to 22 and 45 to 47, or a format that names days, months or years. */
export function isDateFormat(id: number, format: string): boolean {
  const bare = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return (id >= 14 && id <= 22) || (id >= 45 && id <= 47) || /[dy]|m{3}|h{1,2}.*m/i.test(bare)
}

/** 15 figures are what the program itself keeps: 0.30000000000000004 was typed as 0.3. */
export function plainNumber(value: string): string {
  if (!/[.eE]/.test(value)) return value
  const number = Number(value)
  return Number.isFinite(number) ? `${Number(number.toPrecision(15))}` : value
}

/** Days since 1899-12-30 (it counts a 29th of February 1900 that never was), or since 1904-01-01. */
export function dayOf(value: string, since1904: boolean): string {
  const days = Number(value)
  if (!Number.isFinite(days) || days < 0 || days > 2_958_465) return value
  const seconds = Math.round(days * 86_400)
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const at = new Date(start + seconds * 1_000).toISOString()
  if (days < 1) return at.slice(11, 19)
  return seconds % 86_400 === 0 ? at.slice(0, 10) : at.slice(0, 19)
}

/** The table among what stands over and under it. */
function tableIn(rows: readonly Row[]): Pick<TableRead, 'columns' | 'rows'> | undefined {
  const filled = (row: Row): number => row.cells.filter((cell) => cell.trim() !== '').length
  const widths = rows.map(filled).toSorted((a, b) => a - b)
  const usual = widths[Math.floor(widths.length / 2)] ?? 0
  const head = rows.findIndex(
    (row) =>
      filled(row) >= Math.max(2, usual) && row.cells.every((cell, i) => cell.trim() !== '' || i >= usual),
  )
  const header = rows[head]
  if (!header) return undefined
  const columns = header.cells.map((cell) => cell.trim())
  while (columns.at(-1) === '') columns.pop()
  return {
    columns,
    // What people wrote below the table comes too: a trial run shows it, and a short row may be a row.
    rows: rows
      .slice(head + 1)
      .filter((row) => filled(row) > 0)
      .map(({ line, cells }) => ({ line, cells: columns.map((_, i) => cells[i] ?? '') })),
  }
}
