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
const wanted = ['data_matrix', 'code_128', 'qr_code'] as const

/** Rejects where the reader could not be fetched. */
export async function openCodeReader(): Promise<CodeReader> {
  return (await ofBrowser()) ?? (await ofHouse())
}

async function ofBrowser(): Promise<CodeReader | null> {
  const Own = (globalThis as { BarcodeDetector?: OwnReaders }).BarcodeDetector
  if (!Own) return null
  try {
    const known = await Own.getSupportedFormats()
    if (!wanted.every((format) => known.includes(format))) return null
    const reader = new Own({ formats: wanted })
    return async (picture) => (await reader.detect(picture))[0]?.rawValue ?? null
  } catch {
    return null
  }
}

/** Longest side of the picture that is read: more costs time and finds no more. */
const LONGEST = 960

async function ofHouse(): Promise<CodeReader> {
  const [{ prepareZXingModule, readBarcodes }, { default: address }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => address }, fireImmediately: true })
  const canvas = document.createElement('canvas')
  const ground = canvas.getContext('2d', { willReadFrequently: true })
  return async (picture) => {
    const scale = Math.min(1, LONGEST / Math.max(picture.videoWidth, picture.videoHeight, 1))
    canvas.width = Math.round(picture.videoWidth * scale)
    canvas.height = Math.round(picture.videoHeight * scale)
    if (!ground || canvas.width === 0) return null
    ground.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const [found] = await readBarcodes(ground.getImageData(0, 0, canvas.width, canvas.height), {
      formats: ['DataMatrix', 'Code128', 'QRCode'],
      maxNumberOfSymbols: 1,
    })
    return found?.text ?? null
  }
}
