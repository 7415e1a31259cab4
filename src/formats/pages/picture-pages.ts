/** Pages out of TIFF (many pages, CCITT, LZW, JPEG), JPEG and PNG, by libvips, which reads one page at a time and keeps the limit of pixels. */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { FormatFault } from '../reading.ts'
import {
  MAX_PIXELS,
  MAX_SECONDS,
  type Page,
  type PagesKind,
  type PageSource,
  type Picture,
  type PictureOptions,
} from './page.ts'
import { greyOf, pictureFrom } from './pictures.ts'

const LARGEST_SIDE = 60_000

export async function openPicture(
  bytes: Uint8Array,
  kind: Exclude<PagesKind, 'pdf'>,
  seconds: number,
): Promise<PageSource> {
  const held = Buffer.from(bytes)
  const first = await factsOf(held, 0)
  return {
    kind,
    mime: `image/${kind}`,
    count: kind === 'tiff' ? (first.pages ?? 1) : 1,
    decode: (number) => decode(held, number, seconds),
    close: () => Promise.resolve(),
  }
}

const readerOf = (bytes: Buffer, page: number): Sharp =>
  sharp(bytes, { page, limitInputPixels: MAX_PIXELS, failOn: 'truncated', sequentialRead: true })

/** As the file itself says it stands, on white. */
const shownReader = (bytes: Buffer, page: number, seconds: number): Sharp =>
  readerOf(bytes, page)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds })

/** A page that is kept already, drawn and not looked over: what its words have their places on. */
export const drawnPage = (bytes: Uint8Array, options: PictureOptions): Promise<Picture> =>
  pictureFrom(() => shownReader(Buffer.from(bytes), 0, MAX_SECONDS), 'colour', options)

async function factsOf(bytes: Buffer, page: number): Promise<Metadata> {
  try {
    return await sharp(bytes, { page, limitInputPixels: false }).metadata()
  } catch {
    throw new FormatFault('formats.pages.damaged')
  }
}

async function decode(bytes: Buffer, number: number, seconds: number): Promise<Page> {
  const facts = await factsOf(bytes, number - 1)
  const sides = [facts.width, facts.height]
  if (sides.some((side) => side > LARGEST_SIDE) || facts.width * facts.height > MAX_PIXELS)
    throw new FormatFault('formats.pages.too-many-pixels', { pixels: facts.width * facts.height })
  const reader = () => shownReader(bytes, number - 1, seconds)
  try {
    const grey = await greyOf(reader())
    const tones = await tonesOf(facts, grey.data, reader)
    return {
      number,
      width: grey.width,
      height: grey.height,
      ...finenessOf(facts, Math.max(...sides)),
      colour: tones,
      grey: () => Promise.resolve(grey),
      picture: (options = {}) => pictureFrom(reader, tones, options),
    }
  } catch (fault) {
    if (fault instanceof Error && fault.message.includes('timeout'))
      throw new FormatFault('formats.pages.took-too-long', { seconds })
    throw new FormatFault('formats.pages.page-damaged')
  }
}

/** Two tones: every pixel nearly black or nearly white. Colour: the channels really differ somewhere. */
async function tonesOf(facts: Metadata, grey: Uint8Array, reader: () => Sharp): Promise<Page['colour']> {
  let between = 0
  for (let i = 0; i < grey.length; i += 7) {
    const value = grey[i] as number
    if (value > 16 && value < 240) between += 1
  }
  if (between === 0) return 'two'
  if ((facts.channels ?? 1) < 3) return 'grey'
  const { data } = await reader()
    .resize(400, 400, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  let coloured = 0
  for (let i = 0; i + 2 < data.length; i += 3) {
    const [r, g, b] = [data[i] as number, data[i + 1] as number, data[i + 2] as number]
    if (Math.max(r, g, b) - Math.min(r, g, b) > 24) coloured += 1
  }
  return coloured * 3 > data.length / 2_000 ? 'colour' : 'grey'
}

/** 72 and 96 are what programs write who do not know; no paper of a casefile is longer than a metre. */
function finenessOf(facts: Metadata, longest: number): Pick<Page, 'dpi' | 'dpiFrom'> {
  const said = Math.round(facts.density ?? 0)
  if (said >= 50 && said <= 1_200 && longest / said <= 40 && ![72, 96].includes(said))
    return { dpi: said, dpiFrom: 'file' }
  return { dpi: Math.min(Math.max(Math.round(longest / 11.7), 72), 600), dpiFrom: 'assumed' }
}
