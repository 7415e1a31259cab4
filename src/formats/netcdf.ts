/**
 * Reads netCDF classic files (CDF-1, CDF-2, CDF-5; the “NetCDF Classic Format Specification” of Unidata), the container of ANDI. Our own because the
 * common library (netcdfjs 4.0.0, against which the tests compare) believes the counts of a header: 64 hostile bytes made it take 242 MB, and it reads
 * the padding of short variables as values. Here no count is believed that the bytes cannot hold.
 */
import { FormatFault, type Reading } from './reading.ts'

export interface NetcdfVariable {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string | readonly number[]>
  /** Names of the dimensions, outermost first. */
  readonly dimensions: readonly string[]
}
export interface Netcdf {
  readonly version: 1 | 2 | 5
  readonly dimensions: ReadonlyMap<string, number>
  readonly attributes: ReadonlyMap<string, string | readonly number[]>
  readonly variables: ReadonlyMap<string, NetcdfVariable>
  /** All values as numbers, in the order of the file, untouched by scale_factor; undefined when there is no such variable. */
  numbers(name: string): Float64Array | undefined
  /** Of a text variable: one string for each row of the last dimension. */
  texts(name: string): readonly string[] | undefined
}

type Kind = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11
const BYTES: Readonly<Record<Kind, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 4,
  6: 8,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 8,
}
const CHAR: Kind = 2
const MAX_NAMES = 4_096
/** A record count of all ones means “still being written”: the count follows from the length of the file. */
const STREAMING = 0xffffffff

interface Cursor {
  readonly view: DataView
  readonly version: 1 | 2 | 5
  at: number
}
interface Dimension {
  readonly name: string
  readonly length: number
}
interface Place extends NetcdfVariable {
  readonly kind: Kind
  readonly begin: number
  readonly isRecord: boolean
  /** Values in one record, or in all for a variable without records. */
  readonly width: number
}

export function looksLikeNetcdf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x43 && bytes[1] === 0x44 && bytes[2] === 0x46 && [1, 2, 5].includes(bytes[3] ?? 0)
}
/** NetCDF-4 is HDF5 in disguise: a different container, named in the refusal. */
export function looksLikeHdf5(bytes: Uint8Array): boolean {
  return [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a].every((b, i) => bytes[i] === b)
}

export function openNetcdf(bytes: Uint8Array, reading: Reading): Netcdf {
  const cursor: Cursor = {
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    version: bytes[3] as 1 | 2 | 5,
    at: 4,
  }
  const declaredRecords = count(cursor)
  const dimensions = listOf(cursor, 10, () => ({ name: nameAt(cursor), length: count(cursor) }))
  const attributes = attributesAt(cursor, reading)
  const places = listOf(cursor, 11, () => placeAt(cursor, dimensions, reading))
  // The sum is padded to 4 bytes for each variable, but for a file with one single record variable (the format's special case).
  const recordPlaces = places.filter((p) => p.isRecord)
  const size = (p: Place): number => p.width * BYTES[p.kind]
  const stride =
    recordPlaces.length === 1
      ? size(recordPlaces[0] as Place)
      : recordPlaces.reduce((sum, p) => sum + padded(size(p)), 0)
  const first = Math.min(...recordPlaces.map((p) => p.begin), bytes.length)
  const fit = stride > 0 ? Math.ceil((bytes.length - first) / stride) : 0
  const records = declaredRecords === STREAMING ? fit : declaredRecords
  const numbers = (name: string): Float64Array | undefined => {
    const place = places.find((p) => p.name === name)
    return place && place.kind !== CHAR ? valuesOf(place, records, stride, cursor.view, reading) : undefined
  }
  return {
    version: cursor.version,
    attributes,
    numbers,
    dimensions: new Map(dimensions.map((d) => [d.name, d.length === 0 ? records : d.length])),
    variables: new Map(places.map((p) => [p.name, p])),
    texts: (name) => {
      const place = places.find((p) => p.name === name)
      return place?.kind === CHAR ? textsOf(place, records, stride, dimensions, bytes, reading) : undefined
    },
  }
}

function cut(): never {
  throw new FormatFault('formats.netcdf.cut-short')
}
function uint(cursor: Cursor): number {
  if (cursor.at + 4 > cursor.view.byteLength) cut()
  cursor.at += 4
  return cursor.view.getUint32(cursor.at - 4)
}
/** Counts and sizes are 64 bits wide in CDF-5; larger than the file they are nonsense, so a double holds them. */
function count(cursor: Cursor): number {
  return cursor.version === 5 ? uint(cursor) * 4_294_967_296 + uint(cursor) : uint(cursor)
}
const padded = (n: number): number => Math.ceil(n / 4) * 4

function nameAt(cursor: Cursor): string {
  const length = count(cursor)
  if (length > MAX_NAMES) throw new FormatFault('formats.netcdf.header')
  return textAt(cursor, length)
}
function textAt(cursor: Cursor, length: number): string {
  if (cursor.at + length > cursor.view.byteLength) cut()
  const bytes = new Uint8Array(cursor.view.buffer, cursor.view.byteOffset + cursor.at, length)
  cursor.at += padded(length)
  return plainText(bytes)
}
function plainText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return new TextDecoder('windows-1252').decode(end < 0 ? bytes : bytes.subarray(0, end)).trim()
}

/** A list is a tag and a count, or eight zero bytes. The tags cost at least 8 bytes an entry, which bounds the count. */
function listOf<T>(cursor: Cursor, tag: number, item: () => T): T[] {
  const found = uint(cursor)
  const entries = count(cursor)
  if (found === 0 && entries === 0) return []
  if (found !== tag || entries > MAX_NAMES) throw new FormatFault('formats.netcdf.header')
  const list: T[] = []
  for (let i = 0; i < entries; i += 1) list.push(item())
  return list
}

function kindAt(cursor: Cursor): Kind {
  const kind = uint(cursor)
  if (!(kind in BYTES)) throw new FormatFault('formats.netcdf.header')
  return kind as Kind
}

function attributesAt(cursor: Cursor, reading: Reading): Map<string, string | readonly number[]> {
  const entries = listOf(cursor, 12, (): [string, string | readonly number[]] => {
    const name = nameAt(cursor)
    const kind = kindAt(cursor)
    const length = count(cursor)
    // Hundreds of thousands of attributes are an attack, not a run.
    reading.spend(25 + (kind === CHAR ? 0 : Math.min(length, MAX_NAMES)))
    if (kind === CHAR) return [name, textAt(cursor, length)]
    if (cursor.at + length * BYTES[kind] > cursor.view.byteLength) cut()
    const values: number[] = []
    for (let i = 0; i < Math.min(length, MAX_NAMES); i += 1)
      values.push(numberAt(cursor.view, cursor.at + i * BYTES[kind], kind))
    cursor.at += padded(length * BYTES[kind])
    return [name, values]
  })
  return new Map(entries)
}

function placeAt(cursor: Cursor, dimensions: readonly Dimension[], reading: Reading): Place {
  const name = nameAt(cursor)
  const rank = count(cursor)
  if (rank > 32) throw new FormatFault('formats.netcdf.header')
  const shape: Dimension[] = []
  for (let i = 0; i < rank; i += 1) {
    const dimension = dimensions[count(cursor)]
    if (!dimension) throw new FormatFault('formats.netcdf.header')
    shape.push(dimension)
  }
  const attributes = attributesAt(cursor, reading)
  const kind = kindAt(cursor)
  count(cursor) // vsize: redundant, and wrong for large variables by design; the shape is what counts
  const begin = cursor.version === 1 ? uint(cursor) : uint(cursor) * 4_294_967_296 + uint(cursor)
  const isRecord = shape[0]?.length === 0
  const width = (isRecord ? shape.slice(1) : shape).reduce((product, d) => product * d.length, 1)
  return { name, attributes, dimensions: shape.map((d) => d.name), kind, begin, isRecord, width }
}

function valuesOf(
  place: Place,
  records: number,
  stride: number,
  view: DataView,
  reading: Reading,
): Float64Array {
  const total = checkedTotal(place, records, stride, view.byteLength, reading)
  const values = new Float64Array(total)
  const size = BYTES[place.kind]
  for (let i = 0; i < total; i += 1) {
    const at = place.isRecord
      ? place.begin + Math.floor(i / place.width) * stride + (i % place.width) * size
      : place.begin + i * size
    values[i] = numberAt(view, at, place.kind)
  }
  return values
}

function checkedTotal(
  place: Place,
  records: number,
  stride: number,
  length: number,
  reading: Reading,
): number {
  const size = BYTES[place.kind]
  const total = place.isRecord ? records * place.width : place.width
  if (total === 0) return 0
  const end = place.isRecord
    ? place.begin + (records - 1) * stride + place.width * size
    : place.begin + total * size
  if (!Number.isSafeInteger(total) || !(end <= length)) throw new FormatFault('formats.netcdf.cut-short')
  // A packed number takes an eighth of the memory of a peak.
  reading.spend(Math.ceil(total / 8))
  return total
}

function textsOf(
  place: Place,
  records: number,
  stride: number,
  dimensions: readonly Dimension[],
  bytes: Uint8Array,
  reading: Reading,
): string[] {
  const total = checkedTotal(place, records, stride, bytes.length, reading)
  const lastName = place.dimensions.at(-1)
  const row =
    place.dimensions.length > 1 || !place.isRecord
      ? (dimensions.find((d) => d.name === lastName)?.length ?? 1)
      : 1
  const rows: string[] = []
  for (let i = 0; row > 0 && i < total && rows.length < 1_000; i += row) {
    const at = place.isRecord
      ? place.begin + Math.floor(i / place.width) * stride + (i % place.width)
      : place.begin + i
    rows.push(plainText(bytes.subarray(at, at + row)))
  }
  return rows
}

function numberAt(view: DataView, at: number, kind: Kind): number {
  switch (kind) {
    case 1:
      return view.getInt8(at)
    case 2:
    case 7:
      return view.getUint8(at)
    case 3:
      return view.getInt16(at)
    case 4:
      return view.getInt32(at)
    case 5:
      return view.getFloat32(at)
    case 6:
      return view.getFloat64(at)
    case 8:
      return view.getUint16(at)
    case 9:
      return view.getUint32(at)
    case 10:
      return Number(view.getBigInt64(at))
    case 11:
      return Number(view.getBigUint64(at))
  }
}
