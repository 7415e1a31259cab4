/** What a picture file is, by its bytes alone: its kind, its size in pixels, and whether it is whole. Nothing is decoded, so nothing hostile can grow. */
export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'tiff' | 'heic' | 'avif' | 'raw'

export interface Picture {
  readonly kind: PictureKind
  readonly mime: string
  /** The maker's own form of a raw file, as people call it: “NEF”, “CR3”. */
  readonly rawForm?: string
  readonly width?: number
  readonly height?: number
  /** False when the bytes end before the picture does. */
  readonly whole: boolean
}

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCodePoint(...bytes.subarray(from, from + length))
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Undefined: none of the kinds known here. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpeg(bytes)
  if (ascii(bytes, 0, 8) === '\u0089PNG\r\n\u001A\n') return png(bytes)
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return gif(bytes)
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return webp(bytes)
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26) return bmp(bytes)
  if (ascii(bytes, 4, 4) === 'ftyp') return boxed(bytes)
  if (ascii(bytes, 0, 15) === 'FUJIFILMCCD-RAW') return raw('RAF', true)
  if (/^(II[*RU]|IIRO|IIRS|MMOR|MM\0\*)/.test(ascii(bytes, 0, 4))) return tiff(bytes)
  return undefined
}

function raw(rawForm: string, whole: boolean, size: { width?: number; height?: number } = {}): Picture {
  return { kind: 'raw', mime: 'application/octet-stream', rawForm, whole, ...size }
}

/** The walk over the segments (ITU-T T.81 B.1): the frame header has the size, and a picture ends with EOI. */
function jpeg(bytes: Uint8Array): Picture {
  const view = viewOf(bytes)
  let size: { width?: number; height?: number } = {}
  let at = 2
  let scans = false
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) break
    const marker = bytes[at + 1] as number
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = view.getUint16(at + 2)
    // SOF0 to SOF15, but for the tables DHT, JPG and DAC, which lie between them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && at + 9 <= bytes.length)
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xda) {
      scans = true
      break
    }
    at += 2 + Math.max(length, 2)
  }
  return { kind: 'jpeg', mime: 'image/jpeg', ...size, whole: scans && endsWithEoi(bytes, at) }
}
/** Some cameras and programs write more behind the picture, so the last EOI after the scan began is looked for. */
function endsWithEoi(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at > from; at -= 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}

function png(bytes: Uint8Array): Picture {
  const view = viewOf(bytes)
  const size =
    bytes.length >= 24 && ascii(bytes, 12, 4) === 'IHDR'
      ? { width: view.getUint32(16), height: view.getUint32(20) }
      : {}
  let at = 8
  let whole = false
  while (at + 12 <= bytes.length && !whole) {
    whole = ascii(bytes, at + 4, 4) === 'IEND'
    at += 12 + view.getUint32(at)
  }
  return { kind: 'png', mime: 'image/png', ...size, whole }
}

function gif(bytes: Uint8Array): Picture {
  const view = viewOf(bytes)
  const size = bytes.length >= 10 ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : {}
  return { kind: 'gif', mime: 'image/gif', ...size, whole: bytes.at(-1) === 0x3b }
}

function bmp(bytes: Uint8Array): Picture {
  const view = viewOf(bytes)
  return {
    kind: 'bmp',
    mime: 'image/bmp',
    width: Math.abs(view.getInt32(18, true)),
    height: Math.abs(view.getInt32(22, true)),
    whole: bytes.length >= view.getUint32(2, true),
  }
}

function webp(bytes: Uint8Array): Picture {
  const view = viewOf(bytes)
  const whole = bytes.length >= view.getUint32(4, true) + 8
  const form = ascii(bytes, 12, 4)
  const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000 + 1
  let size: { width?: number; height?: number } = {}
  if (bytes.length >= 30) {
    if (form === 'VP8X') size = { width: three(24), height: three(27) }
    if (form === 'VP8 ')
      size = { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    if (form === 'VP8L') {
      const bits = view.getUint32(21, true)
      size = { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
  }
  return { kind: 'webp', mime: 'image/webp', ...size, whole }
}

/** ISO base media: HEIC, AVIF and Canon's CR3 stand in boxes; the largest `ispe` is the picture, the others are tiles and small pictures. */
function boxed(bytes: Uint8Array): Picture | undefined {
  const view = viewOf(bytes)
  const brands = ascii(bytes, 8, Math.min(view.getUint32(0), 64) - 8)
  let at = 0
  let whole = true
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at)
    if (length === 0) break
    const far = length === 1 && at + 16 <= bytes.length ? Number(view.getBigUint64(at + 8)) : length
    if (far < 8 || at + far > bytes.length) {
      whole = false
      break
    }
    at += far
  }
  if (brands.includes('crx ')) return raw('CR3', whole)
  let size: { width?: number; height?: number } = {}
  for (const place of placesOf(bytes, 'ispe')) {
    if (place + 16 > bytes.length) break
    const [width, height] = [view.getUint32(place + 8), view.getUint32(place + 12)]
    if (width * height > (size.width ?? 0) * (size.height ?? 0)) size = { width, height }
  }
  if (/avi[fs]/.test(brands)) return { kind: 'avif', mime: 'image/avif', ...size, whole }
  if (/hei[cxms]|hev[cmsx]|mif1|msf1/.test(brands))
    return { kind: 'heic', mime: 'image/heic', ...size, whole }
  return undefined
}
/** Places where a box of this name begins its name; at most 200, in the first two megabytes, where a header is. */
function placesOf(bytes: Uint8Array, name: string): number[] {
  const [a, b, c, d] = Buffer.from(name, 'latin1')
  const places: number[] = []
  const end = Math.min(bytes.length - 4, 2_097_152)
  for (let at = 4; at < end && places.length < 200; at += 1)
    if (bytes[at] === a && bytes[at + 1] === b && bytes[at + 2] === c && bytes[at + 3] === d) places.push(at)
  return places
}

const WIDTH = 0x0100
const HEIGHT = 0x0101
const MAKE = 0x010f
const STRIP_OFFSETS = 0x0111
const STRIP_LENGTHS = 0x0117
const DNG_VERSION = 0xc612
const RAW_BY_MAKER: readonly (readonly [RegExp, string])[] = [
  [/^nikon/i, 'NEF'],
  [/^sony/i, 'ARW'],
  [/^pentax|^ricoh/i, 'PEF'],
  [/^samsung/i, 'SRW'],
  [/^olympus|^om digital/i, 'ORF'],
  [/^panasonic/i, 'RW2'],
]

/** TIFF 6.0, and the raw files that are TIFF in disguise: told apart by their signature, by DNGVersion, or by a camera's name over a picture of one small strip. */
function tiff(bytes: Uint8Array): Picture {
  const signature = ascii(bytes, 0, 4)
  const little = bytes[0] === 0x49
  const view = viewOf(bytes)
  const { entries, whole: headed } = firstEntries(view, little)
  const size = { ...sized('width', entries.get(WIDTH)), ...sized('height', entries.get(HEIGHT)) }
  if (/^(IIRO|IIRS|MMOR)/.test(signature)) return raw('ORF', headed, size)
  if (signature.startsWith('IIU')) return raw('RW2', headed, size)
  if (ascii(bytes, 8, 2) === 'CR') return raw('CR2', headed, size)
  if (entries.has(DNG_VERSION)) return raw('DNG', headed, size)
  const make = entries.get(MAKE)
  const maker = make && make.count > 4 ? ascii(bytes, make.value, Math.min(make.count - 1, 40)) : ''
  const form = RAW_BY_MAKER.find(([pattern]) => pattern.test(maker))?.[1]
  if (form !== undefined) return raw(form, headed, size)
  const strips = entries.get(STRIP_OFFSETS)
  const lengths = entries.get(STRIP_LENGTHS)
  const last =
    strips?.count === 1 && lengths?.count === 1 ? strips.value + lengths.value : (strips?.value ?? 0)
  return { kind: 'tiff', mime: 'image/tiff', ...size, whole: headed && last <= bytes.length }
}
const sized = (name: 'width' | 'height', entry?: { value: number }): { width?: number; height?: number } =>
  entry === undefined ? {} : { [name]: entry.value }

function firstEntries(
  view: DataView,
  little: boolean,
): { entries: Map<number, { count: number; value: number }>; whole: boolean } {
  const entries = new Map<number, { count: number; value: number }>()
  const start = view.byteLength >= 8 ? view.getUint32(4, little) : view.byteLength
  if (start + 2 > view.byteLength) return { entries, whole: false }
  const declared = view.getUint16(start, little)
  for (let i = 0; i < declared; i += 1) {
    const at = start + 2 + i * 12
    if (at + 12 > view.byteLength) return { entries, whole: false }
    const [type, count] = [view.getUint16(at + 2, little), view.getUint32(at + 4, little)]
    const short = type === 3 && count === 1
    const value = short ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little)
    entries.set(view.getUint16(at, little), { count, value })
  }
  return { entries, whole: true }
}
