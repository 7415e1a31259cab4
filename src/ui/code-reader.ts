/**
 * Reads the codes on labels out of a camera's picture: by the browser's own reader where it has one that knows Data Matrix,
 * else by a WebAssembly one that is kept with the product and fetched only where a camera is used.
 */
export type CodeReader = (picture: HTMLVideoElement) => Promise<string | null>

interface OwnReader {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
interface OwnReaders {
  new (options: { formats: readonly string[] }): OwnReader
  getSupportedFormats(): Promise<readonly string[]>
}
/** What is before the camera: labels of the house, or the dense code of a licence. */
export type Codes = 'labels' | 'cards'
const wanted = {
  labels: ['data_matrix', 'code_128', 'qr_code'],
  cards: ['pdf417', 'data_matrix', 'code_128', 'qr_code'],
} as const
const formats = {
  labels: ['DataMatrix', 'Code128', 'QRCode'],
  cards: ['PDF417', 'DataMatrix', 'Code128', 'QRCode'],
} as const

/** Rejects where the reader could not be fetched. */
export async function openCodeReader(codes: Codes): Promise<CodeReader> {
  return (await ofBrowser(codes)) ?? (await ofHouse(codes))
}

async function ofBrowser(codes: Codes): Promise<CodeReader | null> {
  const Own = (globalThis as { BarcodeDetector?: OwnReaders }).BarcodeDetector
  if (!Own) return null
  try {
    const known = await Own.getSupportedFormats()
    if (!wanted[codes].every((format) => known.includes(format))) return null
    const reader = new Own({ formats: wanted[codes] })
    return async (picture) => (await reader.detect(picture))[0]?.rawValue ?? null
  } catch {
    return null
  }
}

/** Longest side of the picture that is read: more costs time and finds no more. */
const LONGEST = { labels: 960, cards: 1920 } as const

async function ofHouse(codes: Codes): Promise<CodeReader> {
  const [{ prepareZXingModule, readBarcodes }, { default: address }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => address }, fireImmediately: true })
  const canvas = document.createElement('canvas')
  const ground = canvas.getContext('2d', { willReadFrequently: true })
  return async (picture) => {
    const scale = Math.min(1, LONGEST[codes] / Math.max(picture.videoWidth, picture.videoHeight, 1))
    canvas.width = Math.round(picture.videoWidth * scale)
    canvas.height = Math.round(picture.videoHeight * scale)
    if (!ground || canvas.width === 0) return null
    ground.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const [found] = await readBarcodes(ground.getImageData(0, 0, canvas.width, canvas.height), {
      formats: [...formats[codes]],
      maxNumberOfSymbols: 1,
      // As it was written: signs that part the lines of a licence stay signs.
      textMode: 'Plain',
    })
    return found?.text ?? null
  }
}
