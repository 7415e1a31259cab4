/**
 * One picture of an examination (radiograph, slice) as it travels from the server to the viewer: the stored values, not a drawing of them, so that brightness is chosen by
 * whoever looks. Packed: `CFR1`, the length of the head (32 bits, little-endian), the head as JSON, zeros up to a multiple of 8, the values in little-endian order.
 */
export const sampleKinds = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
} as const
export type SampleKind = keyof typeof sampleKinds
export type Samples = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array

export interface FrameWindow {
  readonly centre: number
  readonly width: number
}
export interface FrameHead {
  readonly kind: 'grey' | 'colour'
  readonly width: number
  readonly height: number
  readonly samples: SampleKind
  /** A real value is the stored one times slope, plus intercept (Hounsfield units, for example). */
  readonly slope: number
  readonly intercept: number
  /** Least and most real value in this frame. */
  readonly least: number
  readonly most: number
  /** What the file proposes, first; the last shows the whole range. */
  readonly windows: readonly FrameWindow[]
  /** Small values are white (MONOCHROME1). */
  readonly inverted: boolean
  /** Millimetres from one row and column to the next, where the file says so. */
  readonly spacing?: readonly [number, number]
}
export interface ViewFrame extends FrameHead {
  /** One value a pixel, or three (red, green, blue) in a colour frame. */
  readonly values: Samples
}

const MAGIC = [0x43, 0x46, 0x52, 0x31]
const ALIGN = 8

export function packFrame({ values, ...head }: ViewFrame): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head))
  const start = Math.ceil((8 + text.length) / ALIGN) * ALIGN
  const out = new Uint8Array(start + values.byteLength)
  out.set(MAGIC)
  new DataView(out.buffer).setUint32(4, text.length, true)
  out.set(text, 8)
  out.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start)
  return out
}

/** Undefined where the bytes are no such frame. */
export function unpackFrame(bytes: ArrayBuffer): ViewFrame | undefined {
  const all = new Uint8Array(bytes)
  if (all.length < 8 || !MAGIC.every((byte, i) => all[i] === byte)) return undefined
  const length = new DataView(bytes).getUint32(4, true)
  const start = Math.ceil((8 + length) / ALIGN) * ALIGN
  if (start > all.length) return undefined
  const head = JSON.parse(new TextDecoder().decode(all.subarray(8, 8 + length))) as FrameHead
  const count = head.width * head.height * (head.kind === 'colour' ? 3 : 1)
  const Kind = sampleKinds[head.samples]
  if (start + count * Kind.BYTES_PER_ELEMENT > all.length) return undefined
  return { ...head, values: new Kind(bytes, start, count) }
}

/**
 * The grey of each real value under a window, 0 to 255 (DICOM PS3.3 C.11.2.1.2, linear): below it black, above it white; turned round when inverted.
 */
export function greyOf(real: number, { centre, width }: FrameWindow, inverted: boolean): number {
  const span = Math.max(width, 1)
  let share = 0.5
  if (span > 1) share = (real - (centre - 0.5)) / (span - 1) + 0.5
  else if (real !== centre) share = real > centre ? 1 : 0
  const grey = Math.round(Math.min(1, Math.max(0, share)) * 255)
  return inverted ? 255 - grey : grey
}
