/** The values of elements by their type (DICOM PS3.5, 6.2), in the character set that the file names and the byte order that it uses. */

/** Labels of character sets (PS3.3, C.12.1.1.2) as the decoder of the platform knows them. */
const CHARSETS: Readonly<Record<string, string>> = {
  'ISO_IR 100': 'windows-1252',
  'ISO 2022 IR 100': 'windows-1252',
  'ISO_IR 101': 'iso-8859-2',
  'ISO_IR 109': 'iso-8859-3',
  'ISO_IR 110': 'iso-8859-4',
  'ISO_IR 144': 'iso-8859-5',
  'ISO_IR 127': 'iso-8859-6',
  'ISO_IR 126': 'iso-8859-7',
  'ISO_IR 138': 'iso-8859-8',
  'ISO_IR 148': 'windows-1254',
  'ISO_IR 13': 'shift_jis',
  'ISO 2022 IR 13': 'iso-2022-jp',
  'ISO 2022 IR 87': 'iso-2022-jp',
  'ISO 2022 IR 159': 'iso-2022-jp',
  'ISO 2022 IR 149': 'euc-kr',
  'ISO_IR 192': 'utf-8',
  GB18030: 'gb18030',
  GBK: 'gbk',
}
export interface Reader {
  readonly bytes: Uint8Array
  readonly little: boolean
  readonly decoder: InstanceType<typeof TextDecoder>
}
/** The sets are separated by backslashes; an empty first one is ASCII. Undefined: a set that is not known. */
export function decoderOf(named: string | undefined): InstanceType<typeof TextDecoder> | undefined {
  const sets = (named ?? '')
    .split('\\')
    .map((s) => s.trim())
    .filter(Boolean)
  const last = sets.at(-1)
  if (last === undefined || last === 'ISO_IR 6' || last === 'ISO 2022 IR 6')
    return new TextDecoder('windows-1252')
  const label = CHARSETS[last]
  return label === undefined ? undefined : new TextDecoder(label)
}

/** Only these are written in the named character set; the others are ASCII. */
const IN_CHARSET = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT'])
const ASCII = new TextDecoder('windows-1252')
const TEXT = new Set([
  'AE',
  'AS',
  'CS',
  'DA',
  'DS',
  'DT',
  'IS',
  'LO',
  'LT',
  'PN',
  'SH',
  'ST',
  'TM',
  'UC',
  'UI',
  'UR',
  'UT',
])
const MAX_SHOWN = 2_000
const MAX_NUMBERS = 64

type At = (view: DataView, at: number, little: boolean) => number | bigint
const NUMBERS: Readonly<Record<string, readonly [size: number, at: At]>> = {
  US: [2, (v, at, l) => v.getUint16(at, l)],
  SS: [2, (v, at, l) => v.getInt16(at, l)],
  UL: [4, (v, at, l) => v.getUint32(at, l)],
  SL: [4, (v, at, l) => v.getInt32(at, l)],
  FL: [4, (v, at, l) => v.getFloat32(at, l)],
  FD: [8, (v, at, l) => v.getFloat64(at, l)],
  SV: [8, (v, at, l) => v.getBigInt64(at, l)],
  UV: [8, (v, at, l) => v.getBigUint64(at, l)],
}

/** The value as text: several are separated by a backslash, as in the file. Undefined: bytes that only a program can read. */
export function shownValue(reader: Reader, vr: string, offset: number, length: number): string | undefined {
  const end = Math.min(offset + length, reader.bytes.length)
  const raw = reader.bytes.subarray(offset, end)
  if (TEXT.has(vr)) {
    const decoder = IN_CHARSET.has(vr) ? reader.decoder : ASCII
    return decoder
      .decode(raw.subarray(0, MAX_SHOWN * 4))
      .replaceAll('\0', '')
      .trimEnd()
      .slice(0, MAX_SHOWN)
  }
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength)
  if (vr === 'AT' && raw.length >= 4) {
    const half = (at: number): string =>
      view.getUint16(at, reader.little).toString(16).toUpperCase().padStart(4, '0')
    return `${half(0)},${half(2)}`
  }
  const number = NUMBERS[vr]
  if (!number) return undefined
  const [size, at] = number
  const count = Math.min(Math.floor(raw.length / size), MAX_NUMBERS)
  return Array.from({ length: count }, (_, i) => String(at(view, i * size, reader.little))).join('\\')
}

/** “20040119”, and “1997.04.24” of the standard before (ACR-NEMA 300); only a day that there was. */
export function dayOf(text: string | undefined): string | undefined {
  const found = /^(\d{4})[.-]?(\d{2})[.-]?(\d{2})$/.exec(text?.trim() ?? '')
  if (!found) return undefined
  const day = `${found[1]}-${found[2]}-${found[3]}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined
}
/** “103045.5”, “10:30:45” or the beginning of one. */
export function timeOf(text: string | undefined): string | undefined {
  const found = /^([01]\d|2[0-3]):?(?:([0-5]\d)(?::?([0-5]\d)(?:\.\d{1,6})?)?)?$/.exec(text?.trim() ?? '')
  return found ? `${found[1]}:${found[2] ?? '00'}:${found[3] ?? '00'}` : undefined
}
/** A number written as text; “1A” is none. */
export function decimalOf(text: string | undefined, nth = 0): number | undefined {
  const part = text?.split('\\')[nth]?.trim()
  if (part === undefined || !/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?$/.test(part)) return undefined
  return Number(part)
}
/** Three ways of writing one name, with its parts apart by a caret (PS3.5, 6.2.1): “Yamada Tarou (山田 太郎, やまだ たろう)”. */
export function nameOf(text: string | undefined): string | undefined {
  const [first, ...others] = (text ?? '').split('=').map((way) =>
    way
      .split('^')
      .map((p) => p.trim())
      .filter(Boolean)
      .join(' '),
  )
  const more = others.filter(Boolean)
  if (!first) return more[0]
  return more.length > 0 ? `${first} (${more.join(', ')})` : first
}
