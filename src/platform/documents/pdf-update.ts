/**
 * Appends an empty signature field to a PDF as an incremental update (ISO 32000-2, 7.5.6 and 12.8), so that every byte of
 * what was there stays as it was and an earlier signature stays whole. Own code, because the placeholder writers at hand
 * drop the file's /ID (PDF/A asks for it, ISO 19005-3, 6.1.3), spoil names with accents and let a text break out of its
 * string. Reads PDFs with a plain cross-reference table, which is what our typesetter writes and what this file appends.
 */
import { Refusal } from '#kernel/verdict.ts'

export interface SignatureField {
  readonly name: string
  readonly reason: string
  readonly location: string
  /** ISO 8601; becomes /M, the claimed time of signing (ETSI EN 319 142-1, 6.3: M, and no signing-time attribute). */
  readonly at: string
  /** Room for the signature in bytes. */
  readonly room: number
}

/** A PDF with an empty signature; the four numbers of its byte range are written, the signature is all zero. */
export interface Prepared {
  readonly pdf: Buffer
  /** [0, a, b, c]: signed are 0…a and b…b+c; `<` stands at a, `>` at b − 1. */
  readonly range: readonly [number, number, number, number]
}

interface Known {
  readonly offsets: Map<number, number>
  readonly root: string
  readonly info: string | undefined
  readonly id: string | undefined
  readonly size: number
  readonly startxref: number
}

const foreign = () => new Refusal('invalid', 'sign-not-a-pdf')

export function withSignatureField(original: Buffer, field: SignatureField): Prepared {
  if (original.subarray(0, 5).toString('latin1') !== '%PDF-') throw foreign()
  const known = knownOf(original)
  const object = (number: number) => objectAt(original, known, number)
  const rootNumber = Number.parseInt(known.root, 10)
  const root = object(rootNumber)
  const page = firstPage(root, object)
  const [signature, widget] = [known.size, known.size + 1]
  const form = formOf(root, object, widget, known.size + 2)
  const pieces = [original]
  let length = original.length
  const offsets = new Map<number, number>()
  const write = (text: string) => {
    pieces.push(Buffer.from(text, 'latin1'))
    length += text.length
  }
  const add = (number: number, body: string) => {
    offsets.set(number, length)
    write(`${number} 0 obj\n${body}\nendobj\n`)
  }
  if (original.at(-1) !== 0x0a) write('\n')
  const before = signatureBefore(field)
  const contentsAt = length + `${signature} 0 obj\n`.length + before.length
  add(signature, `${before}<${'0'.repeat(field.room * 2)}>\n>>`)
  add(
    widget,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${textString(`Signature${form.count + 1}`)} /TU ${textString(field.name)}\n` +
      `/V ${signature} 0 R /F 132 /Rect [0 0 0 0] /P ${page.number} 0 R >>`,
  )
  add(form.number, form.body)
  if (form.isNew) add(rootNumber, withEntry(root, `/AcroForm ${form.number} 0 R`))
  add(page.number, withAnnotation(page.body, widget, object))
  const xref = length
  write(crossReference(offsets))
  write(
    `trailer\n<<\n/Size ${Math.max(known.size + 2, form.number + 1)}\n/Root ${known.root}\n${known.info ? `/Info ${known.info}\n` : ''}` +
      `${known.id ? `/ID ${known.id}\n` : ''}/Prev ${known.startxref}\n>>\nstartxref\n${xref}\n%%EOF\n`,
  )
  return ranged(Buffer.concat(pieces), contentsAt, field.room * 2 + 2, contentsAt - before.length)
}

/** ByteRange is filled with ten digits each, so that writing the true numbers moves nothing. */
function ranged(pdf: Buffer, open: number, gap: number, from: number): Prepared {
  const after = open + gap
  const range = [0, open, after, pdf.length - after] as const
  const at = pdf.indexOf(rangeRoom, from)
  pdf.write(range.map((n) => String(n).padEnd(10)).join(' '), at, 'latin1')
  return { pdf, range }
}
const rangeRoom = Array.from({ length: 4 }, () => '##########').join(' ')

function signatureBefore(field: SignatureField): string {
  return (
    `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange [${rangeRoom}]\n` +
    `/M (${pdfDate(field.at)})\n/Name ${textString(field.name)}\n/Reason ${textString(field.reason)}\n` +
    `/Location ${textString(field.location)}\n/Contents `
  )
}

/** UTF-16 with a mark, in hexadecimal: no sign of any text can end the string. */
function textString(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function pdfDate(at: string): string {
  return `D:${at.replaceAll(/[-T:]/g, '').slice(0, 14)}Z`
}

function knownOf(pdf: Buffer): Known {
  const startxref = Number(
    /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.subarray(-1200).toString('latin1'))?.[1] ?? Number.NaN,
  )
  if (!Number.isSafeInteger(startxref)) throw foreign()
  const offsets = new Map<number, number>()
  let trailer: string | undefined
  let at: number | undefined = startxref
  for (let round = 0; at !== undefined; round++) {
    if (round > 200 || at >= pdf.length) throw foreign()
    const dictionary = readTable(pdf, at, offsets)
    trailer ??= dictionary
    const prev = /\/Prev\s+(\d+)/.exec(dictionary)?.[1]
    at = prev === undefined ? undefined : Number(prev)
  }
  const root = /\/Root\s+(\d+ \d+ R)/.exec(trailer ?? '')?.[1]
  const size = Number(/\/Size\s+(\d+)/.exec(trailer ?? '')?.[1] ?? Number.NaN)
  if (root === undefined || !Number.isSafeInteger(size) || /\/Encrypt\b/.test(trailer ?? '')) throw foreign()
  const info = /\/Info\s+(\d+ \d+ R)/.exec(trailer ?? '')?.[1]
  const id =
    /\/ID\s*(\[\s*(?:\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)\s*(?:\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)\s*\])/s.exec(
      trailer ?? '',
    )?.[1]
  return { offsets, root, info, id, size, startxref }
}

/** One cross-reference table (7.5.4); the newest entry of an object stands. Answers its trailer's dictionary. */
function readTable(pdf: Buffer, at: number, offsets: Map<number, number>): string {
  const end = pdf.indexOf('startxref', at)
  const text = pdf.subarray(at, end < 0 ? undefined : end).toString('latin1')
  const trailerAt = text.indexOf('trailer')
  if (!/^\s*xref\b/.test(text) || trailerAt < 0) throw foreign()
  const words = text
    .slice(text.indexOf('xref') + 4, trailerAt)
    .trim()
    .split(/\s+/)
  for (let word = 0; word + 1 < words.length; ) {
    const first = Number(words[word])
    const count = Number(words[word + 1])
    if (!Number.isSafeInteger(first) || !Number.isSafeInteger(count)) throw foreign()
    word += 2
    for (let entry = 0; entry < count; entry++, word += 3)
      if (words[word + 2] === 'n' && !offsets.has(first + entry))
        offsets.set(first + entry, Number(words[word]))
  }
  return text.slice(trailerAt)
}

/** The text of a dictionary or array object between `obj` and `endobj`. */
function objectAt(pdf: Buffer, known: Known, number: number): string {
  const at = known.offsets.get(number)
  if (at === undefined) throw foreign()
  const end = pdf.indexOf('endobj', at)
  const head = new RegExp(`^\\s*${number} 0 obj\\s*`)
  const text = pdf.subarray(at, end < 0 ? at : end).toString('latin1')
  if (!head.test(text)) throw foreign()
  return text.replace(head, '').trim()
}

function firstPage(root: string, object: (number: number) => string): { number: number; body: string } {
  let number = Number(/\/Pages\s+(\d+) 0 R/.exec(root)?.[1] ?? Number.NaN)
  for (let depth = 0; depth < 40; depth++) {
    const body = object(number)
    if (/\/Type\s*\/Page\b(?!s)/.test(body)) return { number, body }
    number = Number(/\/Kids\s*\[\s*(\d+) 0 R/.exec(body)?.[1] ?? Number.NaN)
  }
  throw foreign()
}

/** The form with one field more: ours, or a new one. SigFlags 3: signatures exist, only append. */
function formOf(root: string, object: (number: number) => string, widget: number, next: number) {
  const known = /\/AcroForm\s+(\d+) 0 R/.exec(root)?.[1]
  if (known === undefined && root.includes('/AcroForm')) throw foreign()
  const fields =
    known === undefined ? '' : (/\/Fields\s*\[([^\]]*)\]/.exec(object(Number(known)))?.[1]?.trim() ?? '')
  const count = (fields.match(/\d+ 0 R/g) ?? []).length
  return {
    number: known === undefined ? next : Number(known),
    isNew: known === undefined,
    count,
    body: `<< /Fields [${fields}${fields ? ' ' : ''}${widget} 0 R] /SigFlags 3 >>`,
  }
}

function withAnnotation(page: string, widget: number, object: (number: number) => string): string {
  const inline = /\/Annots\s*\[([^\]]*)\]/.exec(page)
  if (inline) return page.replace(inline[0], () => `/Annots [${inline[1]} ${widget} 0 R]`)
  const apart = /\/Annots\s+(\d+) 0 R/.exec(page)
  if (apart) {
    const list = object(Number(apart[1])).replace(/^\[/, '').replace(/\]$/, '')
    return page.replace(apart[0], () => `/Annots [${list} ${widget} 0 R]`)
  }
  return withEntry(page, `/Annots [${widget} 0 R]`)
}

function withEntry(dictionary: string, entry: string): string {
  const end = dictionary.lastIndexOf('>>')
  if (!dictionary.startsWith('<<') || end < 0) throw foreign()
  return `${dictionary.slice(0, end)}${entry}\n>>`
}

function crossReference(offsets: Map<number, number>): string {
  const lines = [...offsets]
    .toSorted(([a], [b]) => a - b)
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  return `xref\n${lines.join('')}`
}
