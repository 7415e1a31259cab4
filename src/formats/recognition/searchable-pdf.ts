/**
 * A searchable PDF out of page pictures and the words read on them: the picture as it is, and the words over it in text that is not
 * painted (ISO 32000-1, 9.3.6, mode 3). Written to PDF/A-2b (ISO 19005-2): the one font is used in that mode alone, so none has to be
 * embedded (6.2.11.4.1); colours have their profile (6.2.4); the description is XMP (6.6.2). The same input gives the same bytes.
 * By our own hand because Typst, which sets our papers, has no text that is not painted.
 */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Word } from './words.ts'

export interface PdfSheet {
  /** JPEG or PNG, upright and straight: what `page.picture({turn, lean})` gives. */
  readonly picture: {
    readonly mime: string
    readonly bytes: Uint8Array
    readonly width: number
    readonly height: number
  }
  /** Of the page as it was read; the picture may be coarser than that. */
  readonly width: number
  readonly height: number
  readonly dpi: number
  readonly words: readonly Word[]
}
export interface PdfTold {
  readonly title: string
  /** `en`, `es`. */
  readonly language: string
  /** RFC 3339, UTC. */
  readonly at: string
  readonly producer: string
}

/** Every letter of Courier is six tenths of its size wide: a word is stretched to its box without any table of widths. */
const LETTER = 0.6

export async function searchablePdf(sheets: readonly PdfSheet[], told: PdfTold): Promise<Uint8Array> {
  const objects: Buffer[] = []
  const add = (body: Buffer | string): number =>
    objects.push(typeof body === 'string' ? Buffer.from(body, 'latin1') : body)
  const [catalog, tree] = [add(''), add('')]
  const profile = add(stream(`/N 3`, await profileOfColours()))
  const font = add(
    `<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[${'600 '.repeat(224).trim()}]>>`,
  )
  const kids: number[] = []
  for (const sheet of sheets) {
    const image = add(await imageOf(sheet))
    const text = add(stream('', Buffer.from(contentOf(sheet), 'latin1')))
    const [width, height] = [(sheet.width / sheet.dpi) * 72, (sheet.height / sheet.dpi) * 72].map(short)
    kids.push(
      add(
        `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${text} 0 R` +
          `/Resources<</Font<</F ${font} 0 R>>/XObject<</I ${image} 0 R>>>>>>`,
      ),
    )
  }
  const xmp = Buffer.from(described(told))
  const meta = add(wrapped(`/Type/Metadata/Subtype/XML`, xmp))
  objects[tree - 1] = Buffer.from(
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
  )
  objects[catalog - 1] = Buffer.from(
    `<</Type/Catalog/Pages ${tree} 0 R/Metadata ${meta} 0 R/Lang(${told.language.replaceAll(/[^A-Za-z-]/g, '')})` +
      `/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile ${profile} 0 R>>]>>`,
  )
  return assembled(objects, catalog)
}

const short = (value: number): string => `${Math.round(value * 1_000) / 1_000}`
const wrapped = (entries: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ])
const stream = (entries: string, bytes: Uint8Array): Buffer =>
  wrapped(`${entries}/Filter/FlateDecode`, deflateSync(bytes))

/** The profile of sRGB that libvips carries. */
async function profileOfColours(): Promise<Buffer> {
  const one = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
  const { icc } = await sharp(await one.withIccProfile('srgb').jpeg().toBuffer()).metadata()
  if (!icc) throw new Error('Defect: the picture library carries no profile of sRGB')
  return icc
}

/** A JPEG goes in byte for byte; anything else as bits or bytes without loss. */
async function imageOf({ picture }: PdfSheet): Promise<Buffer> {
  const size = `/Type/XObject/Subtype/Image/Width ${picture.width}/Height ${picture.height}`
  const bytes = Buffer.from(picture.bytes)
  if (picture.mime === 'image/jpeg') {
    const { channels } = await sharp(bytes).metadata()
    const space = channels === 1 ? '/DeviceGray' : '/DeviceRGB'
    return wrapped(`${size}/ColorSpace${space}/BitsPerComponent 8/Filter/DCTDecode`, bytes)
  }
  const { data, info } = await sharp(bytes)
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const row = Math.ceil(info.width / 8)
  const bits = Buffer.alloc(row * info.height)
  for (let y = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1)
      if ((data[y * info.width + x] as number) >= 128) {
        const at = y * row + (x >> 3)
        bits[at] = (bits[at] as number) | (0x80 >> (x & 7))
      }
  return stream(`${size}/ColorSpace/DeviceGray/BitsPerComponent 1`, bits)
}

function contentOf({ width, height, dpi, words }: PdfSheet): string {
  const scale = 72 / dpi
  const lines = [`q ${short(width * scale)} 0 0 ${short(height * scale)} 0 0 cm /I Do Q`, 'BT 3 Tr']
  words.forEach((word, at) => {
    const text = winAnsi(word.text)
    const size = Math.max(1, word.height * scale)
    const next = words[at + 1]
    // The blank after a word belongs to it, so that a search for two words finds them.
    const blank = next && next.line === word.line ? ' ' : ''
    const stretch = ((word.width * scale) / (text.length * LETTER * size)) * 100
    const [x, y] = [word.left * scale, (height - word.top - word.height) * scale + size * 0.2]
    lines.push(
      `/F ${short(size)} Tf ${short(stretch)} Tz 1 0 0 1 ${short(x)} ${short(y)} Tm (${escaped(text + blank)}) Tj`,
    )
  })
  lines.push('ET')
  return lines.join('\n')
}

/** Codes 128 to 159 of Windows-1252, which Unicode keeps elsewhere; a blank where there is none. */
const ODD = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
/** What the font has no place for becomes a question mark; the true words are kept beside the file. */
function winAnsi(text: string): string {
  return Array.from(text.normalize('NFC'), (sign) => {
    const code = sign.codePointAt(0) ?? 63
    if ((code >= 32 && code < 127) || (code >= 160 && code < 256)) return sign
    const odd = sign === ' ' ? -1 : ODD.indexOf(sign)
    return odd < 0 ? '?' : String.fromCodePoint(128 + odd)
  }).join('')
}
const escaped = (text: string): string => text.replaceAll(/[\\()]/g, String.raw`\$&`)
const xml = (text: string): string =>
  text.replaceAll(
    /[&<>"\p{Cc}]/gu,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? ' ',
  )

const described = ({
  title,
  at,
  producer,
}: PdfTold): string => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title><xmp:CreateDate>${xml(at)}</xmp:CreateDate><pdf:Producer>${xml(producer)}</pdf:Producer><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

function assembled(objects: readonly Buffer[], root: number): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1')]
  let at = parts[0]?.length ?? 0
  const places: number[] = []
  const put = (part: Buffer): void => {
    parts.push(part)
    at += part.length
  }
  objects.forEach((body, index) => {
    places.push(at)
    put(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]))
  })
  const id = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32)
  const table = places.map((place) => `${`${place}`.padStart(10, '0')} 00000 n \n`).join('')
  const start = at
  put(
    Buffer.from(
      `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${places.length + 1}/Root ${root} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Uint8Array.from(Buffer.concat(parts))
}
