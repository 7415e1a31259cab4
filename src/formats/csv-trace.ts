/**
 * Reads what instruments export as plain text: two or more columns of numbers under some lines of chatter. Separator and decimal sign are found
 * from the content; where the text can honestly be read in two ways it is refused, because a factor of a thousand is worse than no import.
 */
import { FormatFault, Fields, type Reading, numberOf, present } from './reading.ts'
import type { MassSpectrum, ParsedFile, Trace } from './spectrum.ts'
import { linesOf } from './text-encoding.ts'

/** Wavelengths or channels of one export; a wider table is a plate or a report, not a curve. */
const MAX_COLUMNS = 17
/** Fewer rows of numbers than this are a remark, not a measurement. */
const MIN_ROWS = 3
/** At least this share of the lines must be rows of the table. */
const MIN_SHARE = 0.5
const SEPARATORS = ['\t', ';', ',', ' '] as const
type Separator = (typeof SEPARATORS)[number]
type DecimalSign = '.' | ','

interface Layout {
  readonly separator: Separator
  readonly decimal: DecimalSign
  readonly columns: number
}

/** All that can be read as one table with this separator; undefined when it is none. */
export function readCsvTrace(text: string, reading: Reading): ParsedFile {
  const sample = firstLines(text, 2_000)
  const layout = layoutOf(sample)
  if (!layout) throw new FormatFault('formats.not-recognised')
  const columns: number[][] = Array.from({ length: layout.columns }, () => [])
  const fields = new Fields()
  let heading: string[] | undefined
  let lines = 0
  let rows = 0
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue
    lines += 1
    const numbers = numbersOf(line, layout)
    if (numbers) {
      rows += 1
      reading.spend(layout.columns - 1)
      for (const [i, value] of numbers.entries()) columns[i]?.push(value)
    } else if (rows === 0) {
      const cells = cellsOf(line, layout.separator)
      if (cells.length >= layout.columns && cells.some((c) => /[A-Za-zµ]/.test(c))) heading = cells
      const field = /^\s*([^:=\t;,]{1,60}?)\s*[:=\t;,]\s*(.+)$/.exec(line.slice(0, 400))
      if (field) fields.add(field[1] as string, (field[2] as string).trim())
    } else reading.note('formats.line-not-understood', { line: line.trim().slice(0, 60) })
  }
  if (rows < MIN_ROWS || rows < lines * MIN_SHARE) throw new FormatFault('formats.not-recognised')
  if (layout.decimal === ',') reading.note('formats.csv.decimal-comma')
  return assemble(columns, heading, fields.record(), layout, reading)
}

function firstLines(text: string, most: number): string[] {
  const lines: string[] = []
  for (const line of linesOf(text)) {
    if (line.trim() !== '') lines.push(line)
    if (lines.length >= most) break
  }
  return lines
}

function cellsOf(line: string, separator: Separator): string[] {
  const cells = separator === ' ' ? line.trim().split(/ +/) : line.split(separator)
  while (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop()
  return cells.map((c) =>
    c
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

/** The separator whose cells are numbers on most lines, and the number of columns that is commonest there. */
function layoutOf(lines: readonly string[]): Layout | undefined {
  let best: (Layout & { readonly rows: number }) | undefined
  for (const separator of SEPARATORS) {
    const cells = lines
      .map((line) => cellsOf(line, separator))
      .filter((c) => c.length >= 2 && c.length <= MAX_COLUMNS && c.every((x) => looksNumeric(x)))
    if (cells.length < MIN_ROWS) continue
    const columns = commonest(cells.map((c) => c.length))
    const rows = cells.filter((c) => c.length === columns)
    if (best && rows.length <= best.rows) continue
    best = { separator, columns, rows: rows.length, decimal: decimalOf(rows, separator) }
  }
  return best
}

const looksNumeric = (cell: string): boolean =>
  cell.length <= 40 && /^[-+]?[\d.,]*\d[\d.,]*([eE][-+]?\d{1,3})?$/.test(cell)

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

/**
 * A comma inside a cell is the decimal sign when a cell has no full stop and not exactly three digits behind it, or when the first column (an
 * abscissa, never written with thousands) has it. “1,234” in the later columns alone, always with three digits, is either 1.234 or 1234.
 */
function decimalOf(rows: readonly (readonly string[])[], separator: Separator): DecimalSign {
  if (separator === ',') return '.'
  let threeDigitsOnly = false
  for (const row of rows) {
    for (const [i, cell] of row.entries()) {
      const comma = cell.lastIndexOf(',')
      if (comma < 0) continue
      const stop = cell.lastIndexOf('.')
      if (stop > comma) return '.'
      if (stop >= 0 || i === 0 || !/^[-+]?[1-9]\d{0,2}(,\d{3})+$/.test(cell)) return ','
      threeDigitsOnly = true
    }
  }
  if (threeDigitsOnly) throw new FormatFault('formats.csv.comma-ambiguous')
  return '.'
}

/** The numbers of a row of the table, or undefined when the line is none. */
function numbersOf(line: string, layout: Layout): number[] | undefined {
  const cells = cellsOf(line, layout.separator)
  if (cells.length !== layout.columns) return undefined
  const numbers: number[] = []
  for (const cell of cells) {
    const thousands = layout.decimal === ',' ? '.' : ','
    const grouped = cell.includes(thousands)
    // Thousands are accepted only where they stand as thousands stand.
    if (
      grouped &&
      !(layout.decimal === ',' ? /^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$/ : /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/).test(
        cell,
      )
    )
      return undefined
    const value = numberOf((grouped ? cell.replaceAll(thousands, '') : cell).replace(layout.decimal, '.'))
    if (value === undefined) return undefined
    numbers.push(value)
  }
  return numbers
}

function assemble(
  columns: readonly number[][],
  heading: readonly string[] | undefined,
  meta: Record<string, string>,
  layout: Layout,
  reading: Reading,
): ParsedFile {
  const [x = [], ...ys] = columns
  const label = (i: number): { name: string; unit: string } => {
    const cell = heading?.[i] ?? ''
    const match = /^(.*?)\s*[[(]([^\])]{1,20})[\])]\s*$/.exec(cell)
    return match ? { name: match[1] as string, unit: match[2] as string } : { name: cell, unit: '' }
  }
  const xLabel = label(0)
  const isMass = /^(m\s*\/\s*z|mz|mass|masse|masa|m\/e|ion)\b/i.test(heading?.[0] ?? '')
  const isSpectrum =
    isMass || (heading === undefined && ys.length === 1 && looksLikeCentroids(x, ys[0] as number[]))
  if (isSpectrum && !isMass) reading.note('formats.csv.taken-for-mass-spectrum')
  const traces: Trace[] = []
  const spectra: MassSpectrum[] = []
  for (const [k, y] of ys.entries()) {
    reading.spendSpectrum()
    const yLabel = label(k + 1)
    if (isSpectrum)
      spectra.push({
        ...present({ name: ys.length > 1 ? yLabel.name : undefined }),
        ids: {},
        peaks: x.map((mz, i) => ({ mz, intensity: y[i] as number })),
        meta,
      })
    else
      traces.push({
        title: yLabel.name,
        xLabel: xLabel.name,
        xUnit: xLabel.unit,
        yLabel: yLabel.name,
        yUnit: yLabel.unit,
        x,
        y,
      })
  }
  const separators: Record<Separator, string> = { '\t': 'tab', ';': 'semicolon', ',': 'comma', ' ': 'blank' }
  return {
    format: 'delimited-text',
    spectra,
    traces,
    warnings: reading.notes(),
    summary: {
      rows: x.length,
      columns: columns.length,
      separator: separators[layout.separator],
      decimalSign: layout.decimal,
      spectra: spectra.length,
      traces: traces.length,
    },
  }
}

/**
 * A list of centroids without heading (as DART-MS software writes it): m/z from 1 to 5,000 rising, nothing negative, and steps that are not even.
 * A detector trace has even steps, or starts at zero, or dips below it.
 */
function looksLikeCentroids(x: readonly number[], y: readonly number[]): boolean {
  if (
    !x.every((v, i) => v >= 1 && v <= 5_000 && (i === 0 || v > (x[i - 1] as number))) ||
    !y.every((v) => v >= 0)
  )
    return false
  const steps = x.slice(1).map((v, i) => v - (x[i] as number))
  const mean = steps.reduce((a, b) => a + b, 0) / steps.length
  return steps.filter((s) => Math.abs(s - mean) > 0.05 * mean).length > steps.length / 4
}
