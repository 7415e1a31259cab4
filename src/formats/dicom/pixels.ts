/** How the pictures of a DICOM file are stored (PS3.3 C.7.6.3, PS3.5 section 8 and annex A), before any is decoded; and what keeps one from being shown. */
import type { DataSet, Element } from 'dicom-parser'
import type { Reading } from '../reading.ts'
import type { FileNote } from '../spectrum.ts'
import { decimalOf } from './values.ts'

export type Compression = 'none' | 'rle' | 'jpeg' | 'jpeg-lossless' | 'jpeg-2000'
const COMPRESSIONS: Readonly<Record<string, Compression>> = {
  '1.2.840.10008.1.2': 'none',
  '1.2.840.10008.1.2.1': 'none',
  '1.2.840.10008.1.2.1.99': 'none',
  '1.2.840.10008.1.2.2': 'none',
  '1.2.840.10008.1.2.5': 'rle',
  '1.2.840.10008.1.2.4.50': 'jpeg',
  '1.2.840.10008.1.2.4.57': 'jpeg-lossless',
  '1.2.840.10008.1.2.4.70': 'jpeg-lossless',
  '1.2.840.10008.1.2.4.90': 'jpeg-2000',
  '1.2.840.10008.1.2.4.91': 'jpeg-2000',
}
export const BIG_ENDIAN = '1.2.840.10008.1.2.2'
export const compressionOf = (syntax: string): Compression | undefined => COMPRESSIONS[syntax]

export interface Pixels {
  readonly rows: number
  readonly columns: number
  readonly samples: 1 | 3
  readonly photometric: string
  /** All of red, then all of green, then all of blue. */
  readonly planar: boolean
  readonly bits: 8 | 16 | 32
  readonly stored: number
  readonly high: number
  readonly signed: boolean
  readonly little: boolean
  readonly frames: number
  readonly slope: number
  readonly intercept: number
  readonly windows: readonly { readonly centre: number; readonly width: number }[]
  readonly spacing?: readonly [number, number]
  readonly compression: Compression
  /** Bytes that a whole picture would have and the file does not. */
  readonly missing: number
  /** Why no picture can be made of it. */
  readonly problem?: FileNote
  readonly data: DataSet
  readonly element: Element
}

const MAX_SIDE = 32_768
const MAX_PIXELS = 100_000_000
const MAX_FRAMES = 10_000
type Of = (tag: string) => string | undefined

export function pixelsOf(data: DataSet, of: Of, syntax: string, reading: Reading): Pixels | undefined {
  const element = data.elements.x7fe00010
  if (!element) return undefined
  const whole = (tag: string, otherwise: number): number => decimalOf(of(tag)) ?? otherwise
  const [rows, columns, bits] = [whole('0028,0010', 0), whole('0028,0011', 0), whole('0028,0100', 0)]
  const samples = whole('0028,0002', 1)
  const photometric = of('0028,0004') ?? ''
  const frames = framesOf(of('0028,0008'), reading)
  const stored = whole('0028,0101', bits)
  const compression = compressionOf(syntax)
  const frameBytes = rows * columns * samples * (bits / 8)
  const there = Math.min(element.length, data.byteArray.length - element.dataOffset)
  const missing = compression === 'none' ? Math.max(0, frameBytes * frames - there) : 0
  if (missing > 0) reading.note('formats.dicom.too-few-pixels', { missing, wanted: frameBytes * frames })
  const problem = problemOf({ rows, columns, bits, samples, photometric, stored })
  const spacing = spacingOf(of('0028,0030') ?? of('0018,1164'))
  return {
    rows,
    columns,
    samples: samples === 3 ? 3 : 1,
    photometric,
    planar: whole('0028,0006', 0) === 1,
    bits: bits === 8 || bits === 32 ? bits : 16,
    stored,
    high: whole('0028,0102', stored - 1),
    signed: whole('0028,0103', 0) === 1,
    little: syntax !== BIG_ENDIAN,
    frames,
    slope: decimalOf(of('0028,1053')) || 1,
    intercept: decimalOf(of('0028,1052')) ?? 0,
    windows: windowsOf(of('0028,1050'), of('0028,1051')),
    ...(spacing ? { spacing } : {}),
    compression: compression ?? 'none',
    missing,
    ...(problem ? { problem } : {}),
    data,
    element,
  }
}

function framesOf(written: string | undefined, reading: Reading): number {
  if (written === undefined) return 1
  const frames = decimalOf(written)
  if (frames !== undefined && Number.isInteger(frames) && frames >= 1 && frames <= MAX_FRAMES) return frames
  reading.note('formats.dicom.frames-odd', { written: written.slice(0, 40) })
  return 1
}

function problemOf(p: {
  rows: number
  columns: number
  bits: number
  samples: number
  photometric: string
  stored: number
}): FileNote | undefined {
  if (
    p.rows < 1 ||
    p.columns < 1 ||
    p.rows > MAX_SIDE ||
    p.columns > MAX_SIDE ||
    p.rows * p.columns > MAX_PIXELS
  )
    return { code: 'formats.dicom.size-odd', values: { rows: p.rows, columns: p.columns } }
  if (![8, 16, 32].includes(p.bits) || p.stored < 1 || p.stored > p.bits)
    return { code: 'formats.dicom.bits-not-shown', values: { bits: p.bits } }
  const grey = p.samples === 1 && /^MONOCHROME[12]$/.test(p.photometric)
  const colour = p.samples === 3 && /^(RGB|YBR_FULL|YBR_FULL_422|YBR_ICT|YBR_RCT)$/.test(p.photometric)
  return grey || colour
    ? undefined
    : { code: 'formats.dicom.colour-not-shown', values: { form: p.photometric.slice(0, 40) } }
}

/** Several windows are several proposals of the maker, first the usual one. */
function windowsOf(
  centres: string | undefined,
  widths: string | undefined,
): { centre: number; width: number }[] {
  const many = Math.min((centres ?? '').split('\\').length, 8)
  return Array.from(
    { length: many },
    (_, i) => [decimalOf(centres, i), decimalOf(widths, i)] as const,
  ).flatMap(([centre, width]) =>
    centre !== undefined && width !== undefined && width >= 1 ? [{ centre, width }] : [],
  )
}
function spacingOf(written: string | undefined): [number, number] | undefined {
  const [row, column] = [decimalOf(written, 0), decimalOf(written, 1)]
  return row !== undefined && column !== undefined && row > 0 && column > 0 ? [row, column] : undefined
}
