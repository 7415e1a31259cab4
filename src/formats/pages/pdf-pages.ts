/** Pages out of a PDF, by PDFium as WebAssembly in a thread of its own: what hangs is ended with its thread, and nothing of the server waits for it. */
import { Worker } from 'node:worker_threads'
import sharp, { type Sharp } from 'sharp'
import { FormatFault } from '../reading.ts'
import type { Page, PageSource, Raster } from './page.ts'
import type { PdfAsk, PdfPage, PdfTold } from './pdf-work.ts'
import { pictureFrom } from './pictures.ts'

export async function openPdf(bytes: Uint8Array, seconds: number, password?: string): Promise<PageSource> {
  const line = lineTo(seconds)
  try {
    const told = await line.ask({ is: 'open', bytes, ...(password === undefined ? {} : { password }) })
    if (told.is !== 'open') throw new Error('Defect: the thread answered something else')
    return {
      kind: 'pdf',
      mime: 'application/pdf',
      count: told.count,
      close: line.end,
      async decode(number) {
        const answer = await line.ask({ is: 'page', number })
        if (answer.is !== 'page') throw new Error('Defect: the thread answered something else')
        return pageOf(number, answer.page)
      },
    }
  } catch (fault) {
    await line.end()
    throw fault
  }
}

function pageOf(number: number, drawn: PdfPage): Page {
  const { width, height, channels, data } = drawn
  const reader = () => sharp(data, { raw: { width, height, channels } })
  let grey: Raster | undefined
  const colour = channels === 3 ? 'colour' : isTwoToned(data) ? 'two' : 'grey'
  return {
    number,
    width,
    height,
    dpi: drawn.dpi,
    dpiFrom: drawn.dpiFrom,
    colour,
    ...(drawn.text.trim() === '' ? {} : { ownText: drawn.text }),
    async grey() {
      grey ??= channels === 1 ? { width, height, data } : await greyOfColour(reader)
      return grey
    },
    picture: (options = {}) => pictureFrom(reader, colour, options),
  }
}
async function greyOfColour(reader: () => Sharp): Promise<Raster> {
  const { data, info } = await reader().greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: Uint8Array.from(data) }
}
const isTwoToned = (grey: Uint8Array): boolean =>
  !grey.some((value, i) => i % 7 === 0 && value > 16 && value < 240)

/** One question at a time, each with its time; a thread that is late or dies is gone, and every later question meets the same sentence. */
function lineTo(seconds: number) {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    stdout: true,
    stderr: true,
  })
  let gone: FormatFault | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const end = async (): Promise<void> => {
    gone ??= new FormatFault('formats.pages.closed')
    await worker.terminate()
  }
  let waiting: ((told: PdfTold | FormatFault) => void) | undefined
  const lost = (): void => {
    gone ??= new FormatFault('formats.pages.damaged')
    waiting?.(gone)
  }
  worker.on('message', (told: PdfTold) => waiting?.(told))
  worker.on('error', lost)
  worker.on('exit', lost)
  const once = async (question: PdfAsk): Promise<PdfTold> => {
    if (gone) throw gone
    const late = setTimeout(() => {
      gone = new FormatFault('formats.pages.took-too-long', { seconds })
      waiting?.(gone)
      void worker.terminate()
    }, seconds * 1_000)
    const told = await new Promise<PdfTold | FormatFault>((settle) => {
      waiting = settle
      worker.postMessage(question)
    })
    clearTimeout(late)
    waiting = undefined
    if (told instanceof FormatFault) throw told
    if (told.is === 'fault') throw new FormatFault(told.code, told.values)
    return told
  }
  const ask = (question: PdfAsk): Promise<PdfTold> => {
    const answer = turn.then(() => once(question))
    turn = answer.catch(() => undefined)
    return answer
  }
  return { ask, end }
}
