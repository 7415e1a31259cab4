/**
 * The one door for radiographs: what a DICOM file says (PS3.10), element by element, and how its pictures are stored. Read with a kept library, within bounds, and never
 * thrown at the caller; what a maker keeps to itself (odd groups) is listed with its place in the file, so that nothing is lost. The original is not touched.
 */
import dicomParser, { type DataSet, type Element } from 'dicom-parser'
import { makeSay, type TextValues } from '#kernel/say.ts'
import { FormatFault, startReading, type Reading } from '../reading.ts'
import type { FileNote } from '../spectrum.ts'
import { en } from '../texts.en.ts'
import { elementName, isPrivate, vrOf } from './dictionary.ts'
import { BIG_ENDIAN, compressionOf, type Pixels, pixelsOf } from './pixels.ts'
import { dayOf, decoderOf, nameOf, type Reader, shownValue, timeOf } from './values.ts'

export const MAX_DICOM_BYTES = 512 * 1_048_576
const MAX_TAGS = 20_000
const MAX_ITEMS = 8

export interface DicomTag {
  /** `0010,0010` */
  readonly tag: string
  readonly vr: string
  readonly name?: string
  readonly private: boolean
  /** Undefined: bytes that only a program can read; where they stand, `offset` and `length` say. */
  readonly value?: string
  readonly offset: number
  readonly length: number
  readonly items?: readonly (readonly DicomTag[])[]
}
export interface DicomFile {
  readonly transferSyntax: string
  readonly tags: readonly DicomTag[]
  readonly privateTags: number
  readonly facts: {
    readonly patientName?: string
    readonly patientId?: string
    readonly patientSex?: string
    readonly birthDate?: string
    readonly modality?: string
    readonly bodyPart?: string
    readonly laterality?: string
    readonly studyDate?: string
    readonly studyTime?: string
    readonly description?: string
    readonly institution?: string
    readonly equipment?: string
    readonly serial?: string
  }
  /** Undefined: no picture in the file. */
  readonly pixels?: Pixels
  readonly told: FileNote
  readonly notes: readonly FileNote[]
}
export type DicomAnswer =
  | { readonly ok: true; readonly file: DicomFile }
  | { readonly ok: false; readonly code: string; readonly values: TextValues; readonly reason: string }

const sayEnglish = makeSay({ en }, 'en')

export function readDicom(bytes: Uint8Array, fileName: string): DicomAnswer {
  try {
    return { ok: true, file: fileOf(bytes) }
  } catch (fault) {
    const known = fault instanceof FormatFault
    const code = known ? fault.code : 'formats.reader-defect'
    const values = {
      ...(known ? fault.values : {}),
      file: fileName
        .slice(-120)
        .replaceAll(/\p{Cc}/gu, '')
        .toWellFormed(),
    }
    return { ok: false, code, values, reason: sayEnglish(code, values) }
  }
}

function fileOf(bytes: Uint8Array): DicomFile {
  if (bytes.length === 0) throw new FormatFault('formats.empty')
  if (bytes.length > MAX_DICOM_BYTES)
    throw new FormatFault('formats.dicom.too-large', { limit: MAX_DICOM_BYTES / 1_048_576 })
  if (new TextDecoder('latin1').decode(bytes.subarray(128, 132)) !== 'DICM')
    throw new FormatFault('formats.dicom.not-dicom')
  const reading = startReading()
  const data = parsed(bytes, reading)
  // The head of the file is always little-endian and ASCII.
  const plain: Reader = { bytes, little: true, decoder: new TextDecoder('windows-1252') }
  const syntax = data.elements.x00020010
  const transferSyntax = (syntax && shownValue(plain, 'UI', syntax.dataOffset, syntax.length)?.trim()) ?? ''
  const named = data.elements.x00080005
  const charset = named && shownValue(plain, 'CS', named.dataOffset, named.length)
  const decoder = decoderOf(charset)
  if (!decoder) reading.note('formats.dicom.charset-unknown', { charset: charset ?? '' })
  const reader: Reader = {
    bytes: data.byteArray,
    little: transferSyntax !== BIG_ENDIAN,
    decoder: decoder ?? new TextDecoder('windows-1252'),
  }
  const left = { tags: MAX_TAGS }
  const tags = tagsOf(data, reader, left)
  if (left.tags <= 0) reading.note('formats.dicom.too-many-tags', { limit: MAX_TAGS })
  const of = (tag: string): string | undefined => tags.find((t) => t.tag === tag)?.value || undefined
  const pixels = pixelsOf(data, of, transferSyntax, reading)
  return {
    transferSyntax,
    tags,
    privateTags: counted(tags),
    facts: factsOf(of, reading),
    ...(pixels ? { pixels } : {}),
    told: toldOf(pixels, transferSyntax),
    notes: reading.notes(),
  }
}
const counted = (tags: readonly DicomTag[]): number =>
  tags.reduce(
    (sum, t) => sum + (t.private ? 1 : 0) + (t.items ?? []).reduce((inner, item) => inner + counted(item), 0),
    0,
  )

/** A file that was cut off is read as far as it goes: the library hands over what it has with its complaint. */
function parsed(bytes: Uint8Array, reading: Reading): DataSet {
  try {
    return dicomParser.parseDicom(bytes)
  } catch (fault) {
    const { dataSet } = (fault ?? {}) as { dataSet?: DataSet }
    const head = headOf(bytes)
    if (!dataSet || !head) throw new FormatFault('formats.dicom.damaged')
    for (const [tag, element] of Object.entries(head.elements)) dataSet.elements[tag] ??= element
    reading.note('formats.dicom.cut-off')
    rescuePixels(dataSet, bytes)
    return dataSet
  }
}
function headOf(bytes: Uint8Array): DataSet | undefined {
  try {
    const head = dicomParser.readPart10Header(bytes)
    return head.elements.x00020010 ? head : undefined
  } catch {
    return undefined
  }
}
/** The picture is the last element of most files, and the one that is cut: its head is found behind the last whole element. */
function rescuePixels(data: DataSet, bytes: Uint8Array): void {
  const end = Math.max(...Object.values(data.elements).map((e) => e.dataOffset + e.length))
  const head = bytes.subarray(end, end + 12)
  if (head[0] !== 0xe0 || head[1] !== 0x7f || head[2] !== 0x10 || head[3] !== 0 || head[4] !== 0x4f) return
  data.elements.x7fe00010 = {
    tag: 'x7fe00010',
    vr: head[5] === 0x57 ? 'OW' : 'OB',
    dataOffset: end + 12,
    length: bytes.length - end - 12,
  }
}

function tagsOf(data: DataSet, reader: Reader, left: { tags: number }): DicomTag[] {
  return Object.values(data.elements)
    .toSorted((a, b) => (a.tag < b.tag ? -1 : 1))
    .flatMap((element) => {
      left.tags -= 1
      return left.tags < 0 ? [] : [tagOf(element, reader, left)]
    })
}
function tagOf(element: Element, reader: Reader, left: { tags: number }): DicomTag {
  const tag = `${element.tag.slice(1, 5)},${element.tag.slice(5)}`.toUpperCase()
  const vr = element.vr ?? vrOf(tag) ?? 'UN'
  const name = elementName(tag)
  const items = element.items
    ?.slice(0, MAX_ITEMS)
    .map((item) => (item.dataSet ? tagsOf(item.dataSet, reader, left) : []))
  const value =
    items || tag === '7FE0,0010' ? undefined : shownValue(reader, vr, element.dataOffset, element.length)
  return {
    tag,
    vr,
    ...(name === undefined ? {} : { name }),
    private: isPrivate(tag),
    ...(value === undefined ? {} : { value }),
    offset: element.dataOffset,
    length: element.length,
    ...(items ? { items } : {}),
  }
}

type Of = (tag: string) => string | undefined
function factsOf(of: Of, reading: Reading): DicomFile['facts'] {
  const date = (tag: string): string | undefined => {
    const written = of(tag)
    const day = dayOf(written)
    if (written !== undefined && day === undefined)
      reading.note('formats.dicom.date-odd', { written: written.slice(0, 40) })
    return day
  }
  const equipment = [of('0008,0070'), of('0008,1090')].filter(Boolean).join(' ')
  return Object.fromEntries(
    Object.entries({
      patientName: nameOf(of('0010,0010')),
      patientId: of('0010,0020'),
      patientSex: of('0010,0040'),
      birthDate: date('0010,0030'),
      modality: of('0008,0060'),
      bodyPart: of('0018,0015'),
      laterality: of('0020,0062') ?? of('0020,0060'),
      studyDate: date('0008,0020'),
      studyTime: timeOf(of('0008,0030')),
      description: of('0008,103E') ?? of('0008,1030'),
      institution: of('0008,0080'),
      equipment: equipment || undefined,
      serial: of('0018,1000'),
    }).filter(([, v]) => v !== undefined),
  )
}

function toldOf(pixels: Pixels | undefined, syntax: string): FileNote {
  if (!pixels) return { code: 'formats.dicom.no-picture' }
  if (pixels.problem) return pixels.problem
  if (compressionOf(syntax) === undefined)
    return { code: 'formats.dicom.compression-unknown', values: { syntax: syntax.slice(0, 64) } }
  return { code: pixels.missing > 0 ? 'formats.dicom.shown-in-part' : 'formats.dicom.shown' }
}
