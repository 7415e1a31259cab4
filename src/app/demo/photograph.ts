/** Photographs of the demonstration: drawn, not taken. A bag on a grey table with its band, its parcels and a scale, as a PNG (ISO/IEC 15948). */
import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 720
const HEIGHT = 400
type Colour = readonly [red: number, green: number, blue: number]
const table: Colour = [142, 150, 156]
const plastic: Colour = [222, 226, 230]
const edge: Colour = [168, 176, 183]
const band: Colour = [123, 52, 37]
const white: Colour = [246, 247, 248]
const ink: Colour = [22, 35, 44]

export interface Drawn {
  readonly parcels: number
  readonly colour: Colour
}
export const looks: Readonly<Record<string, Colour>> = {
  'plant-material': [92, 108, 52],
  powder: [240, 240, 236],
  'compressed-powder': [232, 224, 206],
  crystal: [214, 228, 236],
  tablet: [92, 138, 190],
  pistol: [52, 56, 60],
  clothing: [168, 60, 60],
}

export function drawBag(what: Drawn): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  const box = (x: number, y: number, w: number, h: number, [r, g, b]: Colour): void => {
    for (let row = Math.max(0, y); row < Math.min(HEIGHT, y + h); row += 1)
      for (let col = Math.max(0, x); col < Math.min(WIDTH, x + w); col += 1) {
        // The bag lies a little askew, as bags do.
        const at = (Math.min(HEIGHT - 1, row + Math.floor((WIDTH - col) / 40)) * WIDTH + col) * 3
        pixels.set([r, g, b], at)
      }
  }
  for (let i = 0; i < pixels.length; i += 3) pixels.set(table, i)
  box(110, 30, 500, 300, edge)
  box(113, 33, 494, 294, plastic)
  box(113, 33, 494, 46, band)
  for (let n = 0; n < 9; n += 1) box(140 + n * 15, 50, n % 3 === 2 ? 4 : 9, 13, white)
  const shown = Math.min(8, Math.max(1, what.parcels))
  const wide = Math.floor(460 / Math.min(4, shown))
  for (let n = 0; n < shown; n += 1) {
    const [x, y] = [130 + (n % 4) * wide, shown > 4 ? 95 + Math.floor(n / 4) * 112 : 130]
    box(x, y, wide - 16, shown > 4 ? 100 : 150, edge)
    box(x + 2, y + 2, wide - 20, (shown > 4 ? 100 : 150) - 4, white)
    box(x + 14, y + (shown > 4 ? 26 : 40), wide - 44, shown > 4 ? 62 : 96, what.colour)
  }
  for (let n = 0; n < 24; n += 1) {
    const [r, g, b] = n % 2 === 0 ? ink : white
    for (let row = 362; row < 376; row += 1)
      for (let col = 60 + n * 25; col < 85 + n * 25; col += 1) pixels.set([r, g, b], (row * WIDTH + col) * 3)
  }
  return png(pixels)
}

function png(pixels: Buffer): Buffer {
  const rows = Buffer.alloc(HEIGHT * (WIDTH * 3 + 1))
  for (let row = 0; row < HEIGHT; row += 1)
    pixels.copy(rows, row * (WIDTH * 3 + 1) + 1, row * WIDTH * 3, (row + 1) * WIDTH * 3)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const out = Buffer.alloc(body.length + 12)
  out.writeUInt32BE(body.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), body.length + 8)
  return out
}
