/**
 * The one door for photographs: what a camera wrote into a file, in typed values. The bytes are never changed and never decoded; a kind
 * that cannot be shown is kept all the same, and a sentence says so. Clocks of cameras are what somebody set them to: a reading of
 * 16:28 is given as 16:28 without a zone, and compared with the satellite's time where the camera had it.
 */
import exifr from 'exifr'
import { makeSay, type TextValues } from '#kernel/say.ts'
import { FormatFault, startReading, type Reading } from '../reading.ts'
import type { FileNote } from '../spectrum.ts'
import { en } from '../texts.en.ts'
import { boxesLead } from './boxes.ts'
import { type CameraNumber, cameraNumberOf } from './camera-numbers.ts'
import { type CameraFacts, cameraFactsOf, type ExifBlocks } from './exif.ts'
import { type Picture, type PictureKind, pictureOf } from './picture.ts'

/** A raw file of a studio camera is some 120 MB; a scene camera's JPEG 10 MB. */
export const MAX_PHOTO_BYTES = 256 * 1_048_576
/** Above this a browser would be asked for more memory than a telephone has. */
const MAX_SHOWN_PIXELS = 200_000_000
const SHOWN_BY_A_BROWSER: readonly PictureKind[] = ['jpeg', 'png', 'gif', 'webp', 'bmp', 'avif']

export interface Photo extends CameraFacts {
  readonly kind: PictureKind
  readonly mime: string
  readonly rawForm?: string
  /** As stored in the file, before it is turned. */
  readonly width?: number
  readonly height?: number
  /** As a person sees it, after the turn that `orientation` asks for. */
  readonly shownWidth?: number
  readonly shownHeight?: number
  /** True when a browser shows these bytes themselves; false: kept, and shown only with a program that reads the kind. */
  readonly showable: boolean
  readonly cameraNumber?: CameraNumber
  /** What is true of this file, to say beside it: shown, or kept and why not shown. */
  readonly told: FileNote
  readonly notes: readonly FileNote[]
}

export type PhotoAnswer =
  | { readonly ok: true; readonly photo: Photo }
  | { readonly ok: false; readonly code: string; readonly values: TextValues; readonly reason: string }

const sayEnglish = makeSay({ en }, 'en')

/** Never throws. A file that is no picture is answered with the sentence under which it is kept. */
export async function readPhoto(bytes: Uint8Array, fileName: string): Promise<PhotoAnswer> {
  const file = shownName(fileName)
  try {
    return { ok: true, photo: await photoOf(bytes, file) }
  } catch (fault) {
    const known = fault instanceof FormatFault
    const code = known ? fault.code : 'formats.reader-defect'
    const values = { ...(known ? fault.values : {}), file }
    return { ok: false, code, values, reason: sayEnglish(code, values) }
  }
}

async function photoOf(bytes: Uint8Array, file: string): Promise<Photo> {
  if (bytes.length === 0) throw new FormatFault('formats.empty')
  if (bytes.length > MAX_PHOTO_BYTES)
    throw new FormatFault('formats.photo.too-large', { limit: MAX_PHOTO_BYTES / 1_048_576 })
  const picture = pictureOf(bytes)
  if (!picture) throw new FormatFault('formats.photo.not-a-picture')
  const reading = startReading()
  const facts = cameraFactsOf(await blocksOf(bytes, picture, reading), reading)
  const pixels = (picture.width ?? 0) * (picture.height ?? 0)
  if (!picture.whole) reading.note('formats.photo.cut-off')
  if (pixels === 0) reading.note('formats.photo.no-size')
  const showable = SHOWN_BY_A_BROWSER.includes(picture.kind) && pixels > 0 && pixels <= MAX_SHOWN_PIXELS
  const cameraNumber = cameraNumberOf(file, facts.writtenName)
  return {
    ...picture,
    ...facts,
    ...turned(picture, facts.orientation),
    showable,
    ...(cameraNumber === undefined ? {} : { cameraNumber }),
    told: toldOf(picture, showable, pixels),
    notes: reading.notes(),
  }
}

function toldOf(picture: Picture, showable: boolean, pixels: number): FileNote {
  if (showable) return { code: picture.whole ? 'formats.photo.shown' : 'formats.photo.shown-in-part' }
  if (pixels > MAX_SHOWN_PIXELS) return { code: 'formats.photo.kept-too-many-pixels', values: { pixels } }
  const form = picture.rawForm ?? picture.kind.toUpperCase()
  return {
    code: picture.kind === 'raw' ? 'formats.photo.kept-raw' : 'formats.photo.kept-only',
    values: { form },
  }
}

/** Orientations 5 to 8 lie on their side (TIFF 6.0, tag 274). */
function turned(picture: Picture, orientation: number): { shownWidth?: number; shownHeight?: number } {
  const { width, height } = picture
  if (width === undefined || height === undefined) return {}
  return orientation >= 5
    ? { shownWidth: height, shownHeight: width }
    : { shownWidth: width, shownHeight: height }
}

const OPTIONS = {
  tiff: true,
  exif: true,
  gps: true,
  ifd1: false,
  xmp: false,
  icc: false,
  iptc: false,
  jfif: false,
  ihdr: false,
  interop: false,
  makerNote: false,
  userComment: false,
  mergeOutput: false,
  // As written: words for codes and dates in the zone of this machine are not what the camera wrote.
  translateValues: false,
  reviveValues: false,
  sanitize: true,
} as const

async function blocksOf(bytes: Uint8Array, picture: Picture, reading: Reading): Promise<ExifBlocks> {
  if (['gif', 'webp', 'bmp'].includes(picture.kind)) return {}
  // These keep theirs where the library does not look, or begin with a signature of their own.
  if (['CR3', 'RAF', 'ORF', 'RW2'].includes(picture.rawForm ?? '')) {
    reading.note('formats.photo.facts-not-read', { form: picture.rawForm ?? '' })
    return {}
  }
  if (!boxesLead(bytes)) {
    reading.note('formats.photo.facts-damaged')
    return {}
  }
  try {
    return ((await exifr.parse(bytes, OPTIONS)) as ExifBlocks | undefined) ?? {}
  } catch {
    reading.note('formats.photo.facts-damaged')
    return {}
  }
}

/** The last part of a name, without control characters: it comes from somebody else's machine. */
function shownName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? ''
  return last
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 120)
    .toWellFormed()
}
