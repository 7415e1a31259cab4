/** One picture of a DICOM file as values that a viewer can draw: decoded where it is compressed, turned to the reader's byte order, colours as red, green and blue. */
import { type SampleKind, type Samples, sampleKinds, type ViewFrame } from '#kernel/frame.ts'
import type { FileNote } from '../spectrum.ts'
import { decompressed } from './compressed.ts'
import type { DicomFile } from './dicom.ts'
import type { Pixels } from './pixels.ts'

export type FrameAnswer =
  | { readonly ok: true; readonly frame: ViewFrame }
  | { readonly ok: false; readonly told: FileNote }

/** `index` from 0. Never throws: a picture that cannot be made says why. */
export async function frameOf(file: DicomFile, index: number): Promise<FrameAnswer> {
  const { pixels, told } = file
  if (!pixels || pixels.problem || !/shown/.test(told.code) || told.code.endsWith('not-shown'))
    return { ok: false, told }
  if (!Number.isInteger(index) || index < 0 || index >= pixels.frames)
    return { ok: false, told: { code: 'formats.dicom.no-such-picture', values: { frames: pixels.frames } } }
  try {
    const plain =
      pixels.compression === 'none' ? nativeBytes(pixels, index) : await decompressed(pixels, index)
    return { ok: true, frame: pixels.samples === 3 ? colour(pixels, plain) : grey(pixels, plain) }
  } catch {
    return { ok: false, told: { code: 'formats.dicom.not-decoded', values: { form: pixels.compression } } }
  }
}

/** Plain bytes of one picture, and in which order and form they are. */
export interface PlainPicture {
  readonly bytes: Uint8Array
  readonly little: boolean
  readonly planar: boolean
  readonly photometric: string
  /** As the decoder says; the file may say otherwise. */
  readonly signed: boolean
}

function nativeBytes(p: Pixels, index: number): PlainPicture {
  const length = p.rows * p.columns * p.samples * (p.bits / 8)
  const start = p.element.dataOffset + index * length
  const end = Math.min(start + length, p.element.dataOffset + p.element.length, p.data.byteArray.length)
  const bytes = new Uint8Array(length)
  if (end > start) bytes.set(p.data.byteArray.subarray(start, end))
  // In big-endian files words of 16 bits are swapped, single bytes in OB are not (PS3.5, A.3).
  return { bytes, little: p.little, planar: p.planar, photometric: p.photometric, signed: p.signed }
}

function kindOf(bits: 8 | 16 | 32, signed: boolean): SampleKind {
  return signed ? (`i${bits}` as const) : (`u${bits}` as const)
}

function grey(p: Pixels, plain: PlainPicture): ViewFrame {
  const samples = kindOf(p.bits, plain.signed)
  const values = new sampleKinds[samples](p.rows * p.columns)
  fill(values, plain, p)
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  const real = (stored: number): number => stored * p.slope + p.intercept
  const [low, high] = [Math.min(real(least), real(most)), Math.max(real(least), real(most))]
  return {
    kind: 'grey',
    width: p.columns,
    height: p.rows,
    samples,
    slope: p.slope,
    intercept: p.intercept,
    least: low,
    most: high,
    windows: [...p.windows, { centre: (low + high + 1) / 2, width: Math.max(high - low + 1, 1) }],
    inverted: p.photometric === 'MONOCHROME1',
    ...(p.spacing ? { spacing: p.spacing } : {}),
    values,
  }
}

/** Each stored value without the bits that do not belong to it, with its sign (PS3.5, 8.1.1). */
function fill(values: Samples, { bytes, little, signed }: PlainPicture, p: Pixels): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = Math.max(p.high - p.stored + 1, 0)
  const span = 2 ** p.stored
  const size = p.bits / 8
  for (let i = 0; i < values.length; i += 1) {
    const at = i * size
    if (at + size > bytes.length) break
    const raw =
      size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at, little) : view.getUint32(at, little)
    const own = Math.floor(raw / 2 ** shift) % span
    values[i] = signed && own >= span / 2 ? own - span : own
  }
}

const clamp = (n: number): number => Math.max(0, Math.min(255, Math.round(n)))

function colour(p: Pixels, plain: PlainPicture): ViewFrame {
  const count = p.rows * p.columns
  const values = new Uint8Array(count * 3)
  const { bytes, planar } = plain
  const ybr = plain.photometric.startsWith('YBR')
  for (let i = 0; i < count; i += 1) {
    const at = (channel: number): number => bytes[planar ? channel * count + i : i * 3 + channel] ?? 0
    const [a, b, c] = [at(0), at(1), at(2)]
    if (ybr) {
      values[i * 3] = clamp(a + 1.402 * (c - 128))
      values[i * 3 + 1] = clamp(a - 0.344136 * (b - 128) - 0.714136 * (c - 128))
      values[i * 3 + 2] = clamp(a + 1.772 * (b - 128))
    } else values.set([a, b, c], i * 3)
  }
  return {
    kind: 'colour',
    width: p.columns,
    height: p.rows,
    samples: 'u8',
    slope: 1,
    intercept: 0,
    least: 0,
    most: 255,
    windows: [{ centre: 128, width: 256 }],
    inverted: false,
    ...(p.spacing ? { spacing: p.spacing } : {}),
    values,
  }
}
