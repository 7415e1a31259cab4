/** Bytes of a delimited file to rows of text, and rows back to a file that a spreadsheet opens without running it. */
import type * as Reading from 'csv-parse'
import type * as Writing from 'csv-stringify/sync'
import { readTableFile } from '#formats/tables/read-table-file.ts'
import { asWritten, harmless } from '#kernel/spreadsheet.ts'
import { Refusal } from '#kernel/verdict.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import type { ImportMap } from './contract.ts'

const reading = onFirstUse<typeof Reading>('csv-parse')
const writing = onFirstUse<typeof Writing>('csv-stringify/sync')

export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly separator: string
  readonly encoding: Encoding
}
export type Encoding = Exclude<ImportMap['file']['encoding'], 'auto'>

/** A byte order mark decides; without one UTF-8 if it is well-formed, else Windows-1252, as Excel writes here. */
export function decode(
  bytes: Uint8Array,
  encoding: ImportMap['file']['encoding'],
): { text: string; encoding: Encoding } {
  const [a, b, c] = bytes
  const found =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'utf-8'
      : a === 0xff && b === 0xfe
        ? 'utf-16le'
        : a === 0xfe && b === 0xff
          ? 'utf-16be'
          : null
  const named = found ?? (encoding === 'auto' ? null : encoding)
  const as = (name: Encoding, fatal = false) => ({
    text: new TextDecoder(name, { fatal }).decode(bytes),
    encoding: name,
  })
  if (named === null) {
    const wide = wideOf(bytes)
    if (wide) return as(wide)
    try {
      return as('utf-8', true)
    } catch {
      return as('windows-1252')
    }
  }
  try {
    return as(named, true)
  } catch {
    throw new Refusal('conflict', 'exchange.wrong-encoding', {
      values: { encoding: named },
      next: 'exchange.next-encoding',
    })
  }
}

/** Plain letters in UTF-16 have every other byte empty: the second of two in little-endian, the first in big-endian. */
function wideOf(bytes: Uint8Array): Encoding | null {
  const n = Math.min(bytes.length, 400) & ~1
  const empty = [0, 0]
  for (let i = 0; i < n; i += 1) if (bytes[i] === 0) empty[i % 2] = (empty[i % 2] ?? 0) + 1
  if (n < 4) return null
  return (empty[1] ?? 0) > n / 4 ? 'utf-16le' : (empty[0] ?? 0) > n / 4 ? 'utf-16be' : null
}

/** The separator that stands most often in the first line, outside quotes. */
export function separatorOf(text: string, quote: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
    ['|', 0],
  ])
  let quoted = false
  for (const char of text) {
    if (char === quote) quoted = !quoted
    else if (!quoted && (char === '\n' || char === '\r')) break
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  return [...counts].sort((x, y) => y[1] - x[1])[0]?.[0] ?? ','
}

/** What the file is not, if it is not text at all: a workbook or another program's file is told as such. */
function refuseOther(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const other = head.startsWith('PK\u0003\u0004')
    ? 'exchange.file-is-workbook'
    : head.startsWith('\u00d0\u00cf\u0011\u00e0')
      ? 'exchange.file-is-workbook'
      : head.startsWith('%PDF-')
        ? 'exchange.file-is-pdf'
        : null
  if (other) throw new Refusal('conflict', other, { next: 'exchange.next-save-as-csv' })
}

/** A dBase file or a workbook has its columns already; its cells are text from here on, as if it had been saved as CSV. */
function packedTable(bytes: Uint8Array, file: ImportMap['file']): Table | undefined {
  const answer = readTableFile(bytes)
  // What is packed and no workbook is told below as it always was.
  if (!answer || (!answer.ok && answer.code === 'formats.tables.not-a-workbook')) return undefined
  if (!answer.ok)
    throw new Refusal('conflict', answer.code, { values: answer.values, next: 'exchange.next-save-as-csv' })
  const { columns, rows, encoding } = answer.table
  if (rows.length > MOST_ROWS)
    throw new Refusal('conflict', 'exchange.file-too-long', { values: { most: MOST_ROWS } })
  const written: Encoding = encoding === 'windows-1252' ? 'windows-1252' : 'utf-8'
  return { columns: file.columns ?? columns, rows, separator: ',', encoding: written }
}

/** Rows between two breaths: other people's work goes on while a long file is read. */
const BREATH = 2_000
const MOST_ROWS = 1_000_000

/** RFC 4180: quotes keep separators and line breaks; every kind of line end. Short and long rows are told later, row by row. */
export async function tableOf(bytes: Uint8Array, file: ImportMap['file']): Promise<Table> {
  const packed = packedTable(bytes, file)
  if (packed) return packed
  refuseOther(bytes)
  const { text, encoding } = decode(bytes, file.encoding)
  const separator = file.separator === 'auto' ? separatorOf(text, file.quote) : file.separator
  const parser = reading.parse(text, {
    bom: true,
    delimiter: separator,
    quote: file.quote,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  })
  const rows: TableRow[] = []
  try {
    for await (const { info, record } of parser as AsyncIterable<{
      info: { lines: number }
      record: string[]
    }>) {
      rows.push({ line: info.lines, cells: record })
      if (rows.length % BREATH === 0) await new Promise((go) => setImmediate(go))
      if (rows.length > MOST_ROWS)
        throw new Refusal('conflict', 'exchange.file-too-long', { values: { most: MOST_ROWS } })
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('conflict', 'exchange.not-a-table', {
      values: { line: (error as { lines?: number }).lines ?? 1 },
      next: 'exchange.next-table',
    })
  }
  const columns = file.columns ?? rows.shift()?.cells
  if (!columns || columns.length === 0) throw new Refusal('conflict', 'exchange.file-empty')
  return { columns, rows, separator, encoding }
}

export function fileOf(rows: readonly (readonly string[])[], separator: string): string {
  return `\ufeff${writing.stringify(
    rows.map((r) => r.map(harmless)),
    { delimiter: separator, record_delimiter: '\r\n' },
  )}`
}

/** A file of rejects that comes back mended: without the two columns that it was given, and with its cells as they were. */
export function mended(table: Table, added: readonly (readonly string[])[]): Table {
  const n = table.columns.length
  if (!added.some((names) => names.every((name, i) => table.columns[n - names.length + i] === name)))
    return table
  const back = (cells: readonly string[]): string[] =>
    (cells.length === n ? cells.slice(0, n - 2) : cells).map(asWritten)
  return {
    ...table,
    columns: table.columns.slice(0, n - 2),
    rows: table.rows.map((r) => ({ ...r, cells: back(r.cells) })),
  }
}
