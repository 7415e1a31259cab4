/** Where each word of a PDF stands, read by PDFium: its middle in points from the top left of its page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'

export interface PlacedWord {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
}
export async function wordsIn(bytes: Uint8Array): Promise<PlacedWord[]> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const fium = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  fium.PDFiumExt_Init()
  const { malloc } = fium.pdfium.wasmExports
  const at = malloc(bytes.length)
  ;(fium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8.set(bytes, at)
  const paper = fium.FPDF_LoadMemDocument(at, bytes.length, '')
  const box = malloc(32)
  const words: PlacedWord[] = []
  for (let page = 0; page < fium.FPDF_GetPageCount(paper); page += 1) {
    const leaf = fium.FPDF_LoadPage(paper, page)
    const height = fium.FPDF_GetPageHeightF(leaf)
    const text = fium.FPDFText_LoadPage(leaf)
    let word: { text: string; sides: [number, number, number, number] } | undefined
    const done = (): void => {
      if (word) {
        const [left, right, bottom, top] = word.sides
        words.push({ page: page + 1, text: word.text, x: (left + right) / 2, y: height - (top + bottom) / 2 })
      }
      word = undefined
    }
    for (let i = 0; i < fium.FPDFText_CountChars(text); i += 1) {
      const sign = String.fromCodePoint(fium.FPDFText_GetUnicode(text, i))
      if (/\s/.test(sign) || !fium.FPDFText_GetCharBox(text, i, box, box + 8, box + 16, box + 24)) {
        done()
        continue
      }
      const [l = 0, r = 0, b = 0, t = 0] = [0, 8, 16, 24].map((o) => fium.pdfium.getValue(box + o, 'double'))
      // Numbers beside each other come without a blank between them.
      if (word && (Math.abs(l - word.sides[1]) > 3 || Math.abs(b - word.sides[2]) > 4)) done()
      word = word
        ? {
            text: word.text + sign,
            sides: [word.sides[0], r, Math.min(b, word.sides[2]), Math.max(t, word.sides[3])],
          }
        : { text: sign, sides: [l, r, b, t] }
    }
    done()
    fium.FPDFText_ClosePage(text)
    fium.FPDF_ClosePage(leaf)
  }
  return words
}
