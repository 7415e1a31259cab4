/** The thread in which the packaged Tesseract reads a page. Program and data come from the installed packages; nothing is fetched. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { createOCREngine, layoutFlags, type OCREngine } from 'tesseract-wasm'
import type { WasmAsk, WasmTold } from './engines.ts'
import type { Word } from './words.ts'

const require = createRequire(import.meta.url)
let engine: OCREngine | undefined
let loaded = ''

async function engineFor(language: string): Promise<OCREngine> {
  if (engine && loaded === language) return engine
  engine?.destroy()
  const program = readFileSync(join(dirname(require.resolve('tesseract-wasm')), 'tesseract-core.wasm'))
  engine = await createOCREngine({ wasmBinary: new Uint8Array(program) })
  const folder = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`))
  const data = readFileSync(join(folder, '4.0.0_best_int', `${language}.traineddata.gz`))
  engine.loadModel(new Uint8Array(gunzipSync(data)))
  loaded = language
  return engine
}

async function read({ page, dpi, language }: WasmAsk): Promise<Word[]> {
  const reader = await engineFor(language)
  const data = new Uint8ClampedArray(page.data.length * 4)
  const words = new Uint32Array(data.buffer)
  for (let i = 0; i < page.data.length; i += 1)
    words[i] = (page.data[i] as number) * 0x01_01_01 + 0xff_00_00_00
  reader.loadImage({ data, width: page.width, height: page.height })
  reader.setVariable('user_defined_dpi', `${dpi}`)
  const found: Word[] = []
  let [line, block] = [-1, 0]
  let lowest = 0
  for (const { text, rect, flags, confidence } of reader.getTextBoxes('word')) {
    if ((flags & layoutFlags.StartOfLine) !== 0 || line < 0) {
      line += 1
      // It tells no blocks: a line that begins above the last one, or far below it, begins another.
      const height = rect.bottom - rect.top
      if (line > 0 && (rect.top < lowest - 2 * height || rect.top > lowest + 1.5 * height)) block += 1
    }
    lowest = rect.bottom
    if (text.trim() === '') continue
    found.push({
      text: text.trim(),
      left: rect.left,
      top: rect.top,
      width: rect.right - rect.left,
      height: rect.bottom - rect.top,
      confidence: Math.round(confidence * 1_000) / 10,
      line,
      block,
    })
  }
  reader.clearImage()
  return found
}

parentPort?.on('message', (ask: WasmAsk) => {
  void read(ask)
    .then((words): WasmTold => ({ words }))
    .catch((fault: unknown): WasmTold => ({ fault: String(fault) }))
    .then((told) => parentPort?.postMessage(told))
})
