/** Looking over a page before anything is read of it: how it stands, whether it is blank, and which codes are printed on it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import sharp from 'sharp'
import { inkOf, inkShare } from './ink.ts'
import type { Page, Raster } from './page.ts'
import { type Stand, standOf } from './stand.ts'

export interface PageLook extends Stand {
  /** Share of the page that is ink, without its edges and without dust. */
  readonly ink: number
  /** Nothing is written here: the back of a sheet, as a rule. */
  readonly blank: boolean
  readonly codes: readonly PageCode[]
}
export interface PageCode {
  /** As printed: `QRCode`, `DataMatrix`, `Code128`, `Code39`. */
  readonly kind: string
  readonly text: string
}

/**
 * A full stop on a sheet is a third of this, a single typed word twice as much: dust that is taken for a word stops a batch, a word
 * taken for dust loses a page. The shine of the other side of thin paper is not ink.
 */
const BLANK_BELOW = 0.000_08

export async function lookAt(page: Page): Promise<PageLook> {
  const grey = await page.grey()
  const ink = inkOf(grey, page.dpi)
  const share = inkShare(ink)
  const blank = share < BLANK_BELOW
  if (blank) return { turn: 0, lean: 0, sureOfLines: false, sureOfUp: false, ink: share, blank, codes: [] }
  return { ...standOf(ink), ink: share, blank, codes: await codesOn(grey, page.dpi) }
}

let prepared: Promise<unknown> | undefined
/** The same reader that the scanning screens have, with its own copy of its program: nothing is fetched. */
async function codesOn(page: Raster, dpi: number): Promise<PageCode[]> {
  prepared ??= prepareZXingModule({
    overrides: {
      wasmBinary: new Uint8Array(
        readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')),
      ).buffer,
    },
    fireImmediately: true,
  })
  await prepared
  const { width, height, data } = await coarser(page, dpi)
  const found = await readBarcodes(
    { width, height, data: fourfold(data), colorSpace: 'srgb' },
    { formats: ['QRCode', 'DataMatrix', 'Code128', 'Code39'], tryHarder: true, maxNumberOfSymbols: 16 },
  )
  return found.filter(({ isValid }) => isValid).map(({ format, text }) => ({ kind: format, text }))
}
/** A symbol for a feeder has modules of half a millimetre: finer than this costs time and finds no more. */
const READ_AT = 150
async function coarser(page: Raster, dpi: number): Promise<Raster> {
  if (dpi <= READ_AT * 1.3) return page
  const { data, info } = await sharp(page.data, {
    raw: { width: page.width, height: page.height, channels: 1 },
  })
    .resize(Math.round((page.width * READ_AT) / dpi))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: Uint8Array.from(data) }
}

function fourfold(grey: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(grey.length * 4)
  const words = new Uint32Array(out.buffer)
  for (let i = 0; i < grey.length; i += 1) words[i] = (grey[i] as number) * 0x01_01_01 + 0xff_00_00_00
  return out
}
