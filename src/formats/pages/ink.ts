/** A page as ink or no ink, small enough to be looked over in milliseconds, large enough that an ascender is still one. */
import type { Raster, Turn } from './page.ts'

/** One byte a pixel: 1 where there is ink. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array<ArrayBuffer>
  /** Pixels of the page for one of these. */
  readonly scale: number
}

const WANTED_DPI = 120

export function inkOf(page: Raster, dpi: number): Ink {
  const scale = Math.max(1, Math.round(dpi / WANTED_DPI))
  const width = Math.max(1, Math.floor(page.width / scale))
  const height = Math.max(1, Math.floor(page.height / scale))
  const small = new Uint8Array(width * height)
  // Mean of each square; at 300 dots an inch that is nine pixels looked at for one kept.
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let dy = 0; dy < scale; dy += 1) {
        const row = (y * scale + dy) * page.width + x * scale
        for (let dx = 0; dx < scale; dx += 1) sum += page.data[row + dx] as number
      }
      small[y * width + x] = sum / (scale * scale)
    }
  const level = levelOf(small)
  const data = new Uint8Array(small.length)
  for (let i = 0; i < small.length; i += 1) data[i] = (small[i] as number) < level ? 1 : 0
  return { width, height, data, scale }
}

/** Otsu's threshold (IEEE Trans. SMC 9, 1979, 62): the value that parts dark from light best; where all is of one shade, well below the paper. */
function levelOf(grey: Uint8Array): number {
  const counts = new Float64Array(256)
  for (const value of grey) counts[value] = (counts[value] as number) + 1
  let sum = 0
  for (let v = 0; v < 256; v += 1) sum += v * (counts[v] as number)
  let [best, level, dark, darkSum] = [0, 128, 0, 0]
  for (let v = 0; v < 256; v += 1) {
    dark += counts[v] as number
    darkSum += v * (counts[v] as number)
    const light = grey.length - dark
    if (dark === 0 || light === 0) continue
    const apart = darkSum / dark - (sum - darkSum) / light
    const between = dark * light * apart * apart
    if (between > best) [best, level] = [between, v + 1]
  }
  const paper = medianOf(counts, grey.length)
  return Math.min(level, paper - 40)
}
function medianOf(counts: Float64Array, total: number): number {
  let seen = 0
  for (let v = 0; v < 256; v += 1) {
    seen += counts[v] as number
    if (seen * 2 >= total) return v
  }
  return 255
}

/** The same page a quarter turn clockwise, or two, or three. */
export function turned(ink: Ink, turn: Turn): Ink {
  if (turn === 0) return ink
  const { width: w, height: h, data, scale } = ink
  const [width, height] = turn === 180 ? [w, h] : [h, w]
  const out = new Uint8Array(data.length)
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      if (data[y * w + x] === 0) continue
      const [tx, ty] = turn === 90 ? [h - 1 - y, x] : turn === 180 ? [w - 1 - x, h - 1 - y] : [y, w - 1 - x]
      out[ty * width + tx] = 1
    }
  return { width, height, data: out, scale }
}

/** Shares of ink: of the whole, and of the part that a feeder's edge and a punch do not reach; specks of one pixel are dust. */
export function inkShare(ink: Ink): number {
  const { width, height, data } = ink
  const [mx, my] = [Math.ceil(width * 0.06), Math.ceil(height * 0.05)]
  let count = 0
  for (let y = my; y < height - my; y += 1)
    for (let x = mx; x < width - mx; x += 1) {
      const at = y * width + x
      if (data[at] === 0) continue
      const near =
        (data[at - 1] as number) +
        (data[at + 1] as number) +
        (data[at - width] as number) +
        (data[at + width] as number)
      if (near >= 1) count += 1
    }
  return count / Math.max(1, (width - 2 * mx) * (height - 2 * my))
}
