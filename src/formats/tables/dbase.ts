/**
 * dBase III to V and FoxPro tables (.dbf): a header, a description of 32 bytes for each field, rows of fixed length. A row that its
 * program marked as deleted is left out and counted. Memos lie in a second file and are left empty, which is told.
 */
import { FormatFault } from '../reading.ts'
import { type CodePage, decodeOld } from './old-code-pages.ts'
import { MOST_CELLS, type TableRead } from './table.ts'

interface Field {
  readonly name: string
  readonly type: string
  readonly from: number
  readonly length: number
}

/** Byte 29, the language driver, as far as it says one of these; many programs leave it 0. */
const DRIVERS: ReadonlyMap<number, CodePage> = new Map([
  [0x01, 'cp437'],
  [0x02, 'cp850'],
  [0x03, 'windows-1252'],
  [0x57, 'windows-1252'],
])
const VERSIONS = new Set([
  0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8c, 0xcb, 0xf5, 0xfb,
])

/** By its first bytes: a known version, a day that can be, a header that ends within the file. */
export function isDbase(bytes: Uint8Array): boolean {
  if (bytes.length < 65 || !VERSIONS.has(bytes[0] ?? 0)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [month, day] = [bytes[2] ?? 0, bytes[3] ?? 0]
  const [header, row] = [view.getUint16(8, true), view.getUint16(10, true)]
  return month <= 12 && day <= 31 && header >= 65 && header <= bytes.length && row >= 2 && bytes[32] !== 0
}

/** `page` where the person says how it is written; else what the file says, else Windows-1252. */
export function readDbase(bytes: Uint8Array, page?: CodePage): TableRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [declared, header, length] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ]
  const written = page ?? DRIVERS.get(bytes[29] ?? 0) ?? 'windows-1252'
  const fields = fieldsOf(bytes, header, length)
  const there = Math.floor((bytes.length - header) / length)
  const count = Math.min(declared, there)
  if (count * fields.length > MOST_CELLS)
    throw new FormatFault('formats.tables.too-large', { limit: MOST_CELLS })
  const rows: { line: number; cells: string[] }[] = []
  let deleted = 0
  for (let at = 0; at < count; at += 1) {
    const from = header + at * length
    if (bytes[from] === 0x2a) deleted += 1
    else rows.push({ line: at + 1, cells: fields.map((field) => cellOf(view, from, field, written)) })
  }
  const memos = fields.filter(({ type }) => type === 'M' || type === 'G').map(({ name }) => name)
  return {
    kind: 'dbase',
    encoding: written,
    columns: fields.map(({ name }) => name),
    rows,
    notes: [
      ...(deleted > 0 ? [{ code: 'formats.tables.deleted-rows', values: { deleted } }] : []),
      ...(declared > there ? [{ code: 'formats.tables.cut-short', values: { declared, there } }] : []),
      ...(memos.length > 0
        ? [{ code: 'formats.tables.memos-not-read', values: { fields: memos.join(', ') } }]
        : []),
    ],
  }
}

function fieldsOf(bytes: Uint8Array, header: number, length: number): Field[] {
  const fields: Field[] = []
  let from = 1
  for (let at = 32; at + 32 <= header && bytes[at] !== 0x0d; at += 32) {
    const end = bytes.subarray(at, at + 11).indexOf(0)
    const name = decodeOld(bytes.subarray(at, at + (end < 0 ? 11 : end)), 'cp437').trim()
    const type = String.fromCodePoint(bytes[at + 11] ?? 0)
    // A long text field keeps the upper half of its length where numbers keep their decimals (Clipper).
    const size = (bytes[at + 16] ?? 0) + (type === 'C' ? (bytes[at + 17] ?? 0) * 256 : 0)
    fields.push({ name, type, from, length: size })
    from += size
  }
  if (fields.length === 0 || from > length) throw new FormatFault('formats.tables.damaged')
  return fields
}

const DAY_MS = 86_400_000
/** The Julian day of 1970-01-01. */
const JULIAN_1970 = 2_440_588

function cellOf(view: DataView, row: number, { type, from, length }: Field, page: CodePage): string {
  const at = row + from
  const text = (): string =>
    decodeOld(new Uint8Array(view.buffer, view.byteOffset + at, length), page)
      .replaceAll('\u0000', '')
      .trim()
  switch (type) {
    case 'D':
      return /^(\d{4})(\d\d)(\d\d)$/.test(text())
        ? text().replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
        : text()
    case 'L':
      return /^[ty]$/i.test(text()) ? 'true' : /^[fn]$/i.test(text()) ? 'false' : ''
    case 'Y':
      return currency(view.getBigInt64(at, true))
    case 'T': {
      const [day, ms] = [view.getInt32(at, true), view.getInt32(at + 4, true)]
      // To the nearest second: FoxPro writes them a millisecond short.
      return day === 0
        ? ''
        : new Date((day - JULIAN_1970) * DAY_MS + Math.round(ms / 1_000) * 1_000).toISOString().slice(0, 19)
    }
    case 'I':
      return length === 4 ? `${view.getInt32(at, true)}` : text()
    case 'B':
      return length === 8 ? `${view.getFloat64(at, true)}` : ''
    case 'M':
    case 'G':
      return ''
    default:
      return text()
  }
}
/** Ten-thousandths, as decimal text. */
function currency(value: bigint): string {
  const [sign, size] = value < 0n ? ['-', -value] : ['', value]
  return `${sign}${size / 10_000n}.${`${size % 10_000n}`.padStart(4, '0')}`
}
