/** The thread in which PDFium opens a PDF and draws its pages. A scan inside is drawn at its own fineness, so that its pixels stay its pixels. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { DRAWN_DPI, MAX_PIXELS } from './page.ts'
import type { PdfAsk, PdfPage, PdfPixels, PdfTold } from './pdf-work.ts'

/** A drawn page takes four bytes a pixel, and the program has two gigabytes at most. */
const MAX_DRAWN = 60_000_000
const MAX_TEXT = 100_000
const MAX_OBJECTS = 2_000
const NEEDS_PASSWORD = 4
const FORM = 5
const IMAGE = 3
const BGRX = 3
const WITH_ANNOTATIONS = 1

class Fault extends Error {
  readonly told: PdfTold
  constructor(code: string, values: Record<string, string | number> = {}) {
    super(code)
    this.told = { is: 'fault', code, values }
  }
}

let fium: WrappedPdfiumModule | undefined
let paper = 0
let filled = 0

async function open(bytes: Uint8Array, password = ''): Promise<number> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  fium = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  fium.PDFiumExt_Init()
  const at = fium.pdfium.wasmExports.malloc(bytes.length)
  if (at === 0) throw new Fault('formats.pages.damaged')
  heap(fium).set(bytes, at)
  paper = fium.FPDF_LoadMemDocument(at, bytes.length, password)
  if (paper === 0)
    throw new Fault(
      fium.FPDF_GetLastError() === NEEDS_PASSWORD ? 'formats.pages.needs-password' : 'formats.pages.damaged',
    )
  const info = fium.PDFiumExt_OpenFormFillInfo()
  filled = info === 0 ? 0 : fium.PDFiumExt_InitFormFillEnvironment(paper, info)
  return fium.FPDF_GetPageCount(paper)
}
const heap = (of: WrappedPdfiumModule): Uint8Array => (of.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8

function draw(of: WrappedPdfiumModule, number: number): PdfPage {
  const page = of.FPDF_LoadPage(paper, number - 1)
  if (page === 0) throw new Fault('formats.pages.page-damaged')
  try {
    const [across, down] = [of.FPDF_GetPageWidthF(page), of.FPDF_GetPageHeightF(page)]
    if (!(across > 0 && down > 0 && across < 50_000 && down < 50_000))
      throw new Fault('formats.pages.page-damaged')
    const scan = scanOf(of, page, across * down)
    const area = (across * down) / 5_184
    const wanted = scan ?? DRAWN_DPI
    const dpi = Math.min(wanted, Math.sqrt(MAX_DRAWN / area))
    const [width, height] = [across, down].map((side) => Math.max(1, Math.round((side / 72) * dpi)))
    const pixels = drawn(of, page, width as number, height as number)
    return { ...pixels, dpi: Math.round(dpi), dpiFrom: scan ? 'scan' : 'drawn', text: textOf(of, page) }
  } finally {
    of.FPDF_ClosePage(page)
  }
}

/** The fineness of the picture that covers at least half of the page, or undefined. A picture beyond the limit is refused before it is unpacked. */
function scanOf(of: WrappedPdfiumModule, page: number, pageArea: number): number | undefined {
  const room = of.pdfium.wasmExports.malloc(32)
  let best: { share: number; dpi: number } | undefined
  let left = MAX_OBJECTS
  const number = (at: number, type: 'i32' | 'float'): number => of.pdfium.getValue(at, type)
  const look = (object: number, depth: number): void => {
    left -= 1
    const type = of.FPDFPageObj_GetType(object)
    if (type === FORM && depth < 4) {
      const inside = of.FPDFFormObj_CountObjects(object)
      for (let i = 0; i < inside && left > 0; i += 1) look(of.FPDFFormObj_GetObject(object, i), depth + 1)
    }
    if (type !== IMAGE || !of.FPDFImageObj_GetImagePixelSize(object, room, room + 4)) return
    const [width, height] = [number(room, 'i32') >>> 0, number(room + 4, 'i32') >>> 0]
    if (width * height > MAX_PIXELS)
      throw new Fault('formats.pages.too-many-pixels', { pixels: width * height })
    if (!of.FPDFPageObj_GetBounds(object, room + 8, room + 12, room + 16, room + 20)) return
    const [l, b, r, t] = [8, 12, 16, 20].map((at) => number(room + at, 'float')) as [
      number,
      number,
      number,
      number,
    ]
    const share = ((r - l) * (t - b)) / pageArea
    const dpi = Math.sqrt((width * height) / (((r - l) * (t - b)) / 5_184))
    if (share >= 0.5 && (best === undefined || share > best.share)) best = { share, dpi }
  }
  try {
    const count = of.FPDFPage_CountObjects(page)
    for (let i = 0; i < count && left > 0; i += 1) look(of.FPDFPage_GetObject(page, i), 0)
  } finally {
    of.pdfium.wasmExports.free(room)
  }
  return best === undefined ? undefined : Math.min(Math.max(best.dpi, 72), 600)
}

function drawn(of: WrappedPdfiumModule, page: number, width: number, height: number): PdfPixels {
  const bitmap = of.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0)
  if (bitmap === 0) throw new Fault('formats.pages.too-many-pixels', { pixels: width * height })
  try {
    of.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    of.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS)
    if (filled !== 0) of.FPDF_FFLDraw(filled, bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS)
    const from = of.FPDFBitmap_GetBuffer(bitmap)
    const stride = of.FPDFBitmap_GetStride(bitmap)
    return packed(heap(of), from, stride, width, height)
  } finally {
    of.FPDFBitmap_Destroy(bitmap)
  }
}

/** Blue, green, red and a spare byte to grey where nothing is coloured, else to red, green, blue. */
function packed(all: Uint8Array, from: number, stride: number, width: number, height: number): PdfPixels {
  const grey = new Uint8Array(width * height)
  let coloured = 0
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0, at = from + y * stride; x < width; x += 1, at += 4, to += 1) {
      const [b, g, r] = [all[at] as number, all[at + 1] as number, all[at + 2] as number]
      if (Math.abs(r - g) + Math.abs(g - b) > 32) coloured += 1
      grey[to] = (r * 77 + g * 150 + b * 29) >> 8
    }
  if (coloured * 2_000 <= width * height) return { width, height, channels: 1, data: grey }
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0, at = from + y * stride; x < width; x += 1, at += 4, to += 3) {
      data[to] = all[at + 2] as number
      data[to + 1] = all[at + 1] as number
      data[to + 2] = all[at] as number
    }
  return { width, height, channels: 3, data }
}

function textOf(of: WrappedPdfiumModule, page: number): string {
  const text = of.FPDFText_LoadPage(page)
  if (text === 0) return ''
  const count = Math.min(of.FPDFText_CountChars(text), MAX_TEXT)
  const room = of.pdfium.wasmExports.malloc((count + 1) * 2)
  try {
    if (count <= 0 || room === 0) return ''
    of.FPDFText_GetText(text, 0, count, room)
    return of.pdfium.UTF16ToString(room).toWellFormed()
  } finally {
    of.pdfium.wasmExports.free(room)
    of.FPDFText_ClosePage(text)
  }
}

parentPort?.on('message', (question: PdfAsk) => {
  void answer(question).then((told) =>
    parentPort?.postMessage(told, told.is === 'page' ? [told.page.data.buffer] : []),
  )
})
async function answer(question: PdfAsk): Promise<PdfTold> {
  try {
    if (question.is === 'open') return { is: 'open', count: await open(question.bytes, question.password) }
    if (!fium) throw new Fault('formats.pages.closed')
    return { is: 'page', page: draw(fium, question.number) }
  } catch (fault) {
    if (fault instanceof Fault) return fault.told
    // The program itself gave up (out of memory, a broken structure): the file is to blame.
    return {
      is: 'fault',
      code: question.is === 'open' ? 'formats.pages.damaged' : 'formats.pages.page-damaged',
      values: {},
    }
  }
}
