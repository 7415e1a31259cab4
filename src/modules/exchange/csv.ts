/** Bytes of a delimited file to rows of text, and rows back to a file that a spreadsheet opens without running it. */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { Refusal } from '#kernel/verdict.ts'
import type { ImportMap } from './contract.ts'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly separator: string
}

/** A byte order mark decides; without one UTF-8 if it is well-formed, else Windows-1252, as Excel writes here. */
export function decode(bytes: Uint8Array, encoding: ImportMap['file']['encoding']): string {
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
  if (named === null) {
    if (looksLikeUtf16(bytes)) return new TextDecoder('utf-16le').decode(bytes)
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return new TextDecoder('windows-1252').decode(bytes)
    }
  }
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('conflict', 'exchange.wrong-encoding', {
      values: { encoding: named },
      next: 'exchange.next-encoding',
    })
  }
}

/** Plain letters in UTF-16 have every other byte empty. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const n = Math.min(bytes.length, 400) & ~1
  let empty = 0
  for (let i = 1; i < n; i += 2) if (bytes[i] === 0) empty += 1
  return n >= 4 && empty > n / 4
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

/** RFC 4180: quotes keep separators and line breaks; every kind of line end. Short and long rows are told later, row by row. */
export function tableOf(bytes: Uint8Array, file: ImportMap['file']): Table {
  const text = decode(bytes, file.encoding)
  const separator = file.separator === 'auto' ? separatorOf(text, file.quote) : file.separator
  let parsed: { info: { lines: number }; record: string[] }[]
  try {
    parsed = parse(text, {
      bom: true,
      delimiter: separator,
      quote: file.quote,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as typeof parsed
  } catch (error) {
    const { lines } = error as { lines?: number }
    throw new Refusal('conflict', 'exchange.not-a-table', {
      values: { line: lines ?? 1 },
      next: 'exchange.next-table',
    })
  }
  const [head, ...rest] = parsed
  const columns = file.columns ?? head?.record
  if (!columns || columns.length === 0) throw new Refusal('conflict', 'exchange.file-empty')
  return {
    columns,
    rows: (file.columns ? parsed : rest).map((r) => ({ line: r.info.lines, cells: r.record })),
    separator,
  }
}

/** A cell that a spreadsheet would run as a formula is written with an apostrophe before it (OWASP, CSV injection). */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

export function fileOf(rows: readonly (readonly string[])[], separator: string): string {
  return `\ufeff${stringify(
    rows.map((r) => r.map(harmless)),
    { delimiter: separator, record_delimiter: '\r\n' },
  )}`
}
