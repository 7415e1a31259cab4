/**
 * Workbooks of Excel 97 to 2003 (BIFF8, [MS-XLS]): the same table as of a newer one. Only what cells say is read: of a formula the value that
 * was kept with it; macros, links and pictures are stepped over.
 */
import { FormatFault } from '../reading.ts'
import { isCompound, streamOf } from './compound.ts'
import { type Row, type Sheet, dayOf, isDateFormat, plainNumber, tableOfSheets } from './sheet.ts'
import { MOST_CELLS, type TableRead } from './table.ts'

export const isOldWorkbook = isCompound

const BIFF8 = 0x06_00
interface Told {
  readonly kind: number
  readonly at: number
  readonly data: Uint8Array
  /** What a long record goes on in: its parts, for strings that cross them. */
  readonly more: Uint8Array[]
}

export function readOldWorkbook(bytes: Uint8Array): TableRead {
  const found = streamOf(bytes, ['Workbook', 'Book'])
  if (!found) throw new FormatFault('formats.tables.not-a-workbook')
  const records = recordsIn(found.bytes)
  const [first] = records
  if (found.name !== 'Workbook' || first?.kind !== 0x08_09 || viewOf(first.data).getUint16(0, true) !== BIFF8)
    throw new FormatFault('formats.tables.too-old')
  if (records.some(({ kind }) => kind === 0x2f)) throw new FormatFault('formats.tables.locked')
  const globals = globalsOf(records)
  const starts = records.filter(({ kind }) => kind === 0x08_09).map(({ at }) => at)
  const sheets = globals.sheets.map(({ name, at }): Sheet => {
    const until = starts.find((start) => start > at) ?? Number.POSITIVE_INFINITY
    const own = records.filter((record) => record.at >= at && record.at < until)
    return { name, rows: () => rowsOf(own, globals) }
  })
  return { kind: 'xls', encoding: 'utf-16le', ...tableOfSheets(sheets) }
}

function recordsIn(stream: Uint8Array): Told[] {
  const view = viewOf(stream)
  const records: Told[] = []
  for (let at = 0; at + 4 <= stream.length; ) {
    const kind = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    const data = stream.subarray(at + 4, at + 4 + length)
    const before = records.at(-1)
    if (kind === 0x3c && before) before.more.push(data)
    else if (kind !== 0 || length !== 0) records.push({ kind, at, data, more: [] })
    at += 4 + length
  }
  return records
}

interface Globals {
  readonly sheets: readonly { readonly name: string; readonly at: number }[]
  readonly shared: readonly string[]
  /** For each style of a cell whether it shows a number as a date. */
  readonly dated: readonly boolean[]
  readonly since1904: boolean
}
function globalsOf(records: readonly Told[]): Globals {
  const sheets: { name: string; at: number }[] = []
  const formats = new Map<number, string>()
  const styles: number[] = []
  let shared: string[] = []
  let since1904 = false
  for (const record of records) {
    const view = viewOf(record.data)
    if (record.kind === 0x85 && record.data[5] === 0)
      sheets.push({
        at: view.getUint32(0, true),
        name: stringsOf([record.data.subarray(6)]).take(1),
      })
    else if (record.kind === 0x04_1e)
      formats.set(view.getUint16(0, true), stringsOf([record.data.subarray(2)]).take(2))
    else if (record.kind === 0xe0) styles.push(view.getUint16(2, true))
    else if (record.kind === 0x22) since1904 = view.getUint16(0, true) === 1
    else if (record.kind === 0xfc) {
      const count = Math.min(view.getUint32(4, true), MOST_CELLS)
      const strings = stringsOf([record.data.subarray(8), ...record.more])
      shared = []
      while (shared.length < count && !strings.ended()) shared.push(strings.take(2))
    }
  }
  return { sheets, shared, since1904, dated: styles.map((id) => isDateFormat(id, formats.get(id) ?? '')) }
}

function rowsOf(records: readonly Told[], globals: Globals): Row[] {
  const rows = new Map<number, string[]>()
  let waiting: { row: number; column: number } | undefined
  let spent = 0
  const put = (row: number, column: number, value: string): void => {
    spent += 1
    if (spent > MOST_CELLS) throw new FormatFault('formats.tables.too-large', { limit: MOST_CELLS })
    const cells = rows.get(row) ?? []
    while (cells.length < column) cells.push('')
    cells[column] = value
    rows.set(row, cells)
  }
  for (const { kind, data, more } of records) {
    const view = viewOf(data)
    if (kind === 0x02_07 && waiting) put(waiting.row, waiting.column, stringsOf([data, ...more]).take(2))
    if (data.length < 6) continue
    const [row, column, style] = [view.getUint16(0, true), view.getUint16(2, true), view.getUint16(4, true)]
    const number = (value: number, of = style): string =>
      globals.dated[of] === true ? dayOf(`${value}`, globals.since1904) : plainNumber(`${value}`)
    if (kind === 0xfd) put(row, column, globals.shared[view.getUint32(6, true)] ?? '')
    else if (kind === 0x02_03) put(row, column, number(view.getFloat64(6, true)))
    else if (kind === 0x02_7e) put(row, column, number(packed(view.getUint32(6, true))))
    else if (kind === 0xbd)
      for (let i = 0; 4 + 6 * (i + 1) + 2 <= data.length; i += 1)
        put(row, column + i, number(packed(view.getUint32(6 + 6 * i, true)), view.getUint16(4 + 6 * i, true)))
    else if (kind === 0x02_04) put(row, column, stringsOf([data.subarray(6), ...more]).take(2))
    else if (kind === 0x02_05) put(row, column, data[7] === 0 ? (data[6] === 1 ? 'true' : 'false') : '')
    else if (kind === 0x06) {
      const special = view.getUint16(12, true) === 0xff_ff ? data[6] : undefined
      waiting = special === 0 ? { row, column } : undefined
      if (special === undefined) put(row, column, number(view.getFloat64(6, true)))
      else if (special === 1) put(row, column, data[8] === 1 ? 'true' : 'false')
    }
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([row, cells]) => ({ line: row + 1, cells }))
}

/** A number in thirty bits: whole or the upper half of a double, and perhaps a hundredth of it. */
function packed(rk: number): number {
  const half = new DataView(new ArrayBuffer(8))
  half.setUint32(4, rk & 0xffff_fffc, true)
  const value = rk & 2 ? (rk | 0) >> 2 : half.getFloat64(0, true)
  return rk & 1 ? value / 100 : value
}

interface Strings {
  /** The next one; its length stands in one byte or in two. */
  take(lengthBytes: 1 | 2): string
  ended(): boolean
}
/** Strings one after another; where the signs of one cross into the next part of the record, that part says anew how wide they are. */
function stringsOf(parts: readonly Uint8Array[]): Strings {
  let [part, at] = [0, 0]
  const ended = (): boolean => {
    while (part < parts.length && at >= (parts[part]?.length ?? 0)) [part, at] = [part + 1, 0]
    return part >= parts.length
  }
  const byte = (): number => {
    if (ended()) return 0
    at += 1
    return parts[part]?.[at - 1] ?? 0
  }
  const number = (bytes: number): number =>
    Array.from({ length: bytes }, byte).reduce((sum, value, i) => sum + value * 256 ** i, 0)
  const skip = (bytes: number): void => {
    for (let left = bytes; left > 0 && !ended(); ) {
      const step = Math.min(left, (parts[part]?.length ?? 0) - at)
      at += step
      left -= step
    }
  }
  return {
    ended,
    take(lengthBytes) {
      const length = number(lengthBytes)
      const flags = byte()
      const runs = flags & 8 ? number(2) * 4 : 0
      const spoken = flags & 4 ? number(4) : 0
      let wide = (flags & 1) === 1
      let text = ''
      for (let n = 0; n < length; n += 1) {
        if (at >= (parts[part]?.length ?? 0)) {
          if (ended()) break
          wide = (byte() & 1) === 1
        }
        text += String.fromCharCode(number(wide ? 2 : 1))
      }
      skip(runs + spoken)
      return text.toWellFormed()
    },
  }
}
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
