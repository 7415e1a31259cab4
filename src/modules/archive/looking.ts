/** What a page says of itself before anybody reads it: the codes of sheets on it, and whether anything is written there at all. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Page, Raster } from '#formats/pages/page.ts'
import { isSheetCode } from './rules.ts'

export interface Looked {
  readonly codes: readonly string[]
  readonly blank: boolean
}
let prepared: Promise<unknown> | undefined
/** The reader of the scanning screens, with its own copy of its program: nothing is fetched. */
async function prepare(): Promise<unknown> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const wasmBinary = new Uint8Array(await readFile(path)).buffer as ArrayBuffer
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}
export async function lookAt(page: Page): Promise<Looked> {
  prepared ??= prepare()
  await prepared
  const { bytes } = await page.picture({ longest: 1_600 })
  const found = await readBarcodes(new Blob([bytes]), { formats: ['QRCode'], tryHarder: true })
  const codes = found.map((c) => c.text).filter(isSheetCode)
  return { codes, blank: codes.length === 0 && isBlank(await page.grey()) }
}
/** Ink covers less of a blank side than one typed word does; dust that is taken for a word stops a batch, a word taken for dust loses a page; the edges, where feeders leave shadows, are not looked at. */
const INK = 0.000_1
const EDGE = 0.03
function isBlank({ width, height, data }: Raster): boolean {
  const [x0, y0] = [Math.round(width * EDGE), Math.round(height * EDGE)]
  const inside = function* (): Generator<number> {
    for (let y = y0; y < height - y0; y += 2)
      for (let x = x0; x < width - x0; x += 2) yield data[y * width + x] ?? 0
  }
  let [sum, seen, ink] = [0, 0, 0]
  for (const grey of inside()) {
    sum += grey
    seen += 1
  }
  // Yellowed paper is dark all over; ink is what is much darker than its page.
  const limit = (sum / Math.max(1, seen)) * 0.62
  for (const grey of inside()) if (grey < limit) ink += 1
  return ink / Math.max(1, seen) < INK
}
