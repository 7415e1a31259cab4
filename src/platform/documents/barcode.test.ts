/** Barcodes are read back by another program's reader: a symbol nobody can scan is worse than none. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { performance } from 'node:perf_hooks'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '#kernel/verdict.ts'
import { barcodeSvg, type Symbology } from './barcode.ts'

const require = createRequire(import.meta.url)

beforeAll(async () => {
  const wasmBinary = new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')))
    .buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
})

/** Our own small painter: SVG paths of straight lines onto a grey picture, even-odd, `scale` dots a module. */
function painted(
  svg: string,
  scale: number,
): { data: Uint8ClampedArray; width: number; height: number; colorSpace: 'srgb' } {
  const [, w, h] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  const width = Number(w) * scale
  const height = Number(h) * scale
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const filled = [...svg.matchAll(/<path d="([^"]+)"/g)].flatMap(([, d]) => linesOf(d ?? ''))
  const strokes = [...svg.matchAll(/<path stroke="#000000" stroke-width="([\d.]+)" d="([^"]+)"/g)].flatMap(
    ([, lw, d]) =>
      linesOf(d ?? '').map(([x, y0, , y1]) => ({
        x,
        from: Math.min(y0, y1),
        to: Math.max(y0, y1),
        half: Number(lw) / 2,
      })),
  )
  const dark = (x: number, y: number) =>
    strokes.some((line) => Math.abs(x - line.x) < line.half && y >= line.from && y < line.to) ||
    filled.filter(([x0, y0, x1, y1]) => y0 <= y !== y1 <= y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0))
      .length %
      2 ===
      1
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      if (dark((column + 0.5) / scale, (row + 0.5) / scale))
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
  return { data, width, height, colorSpace: 'srgb' }
}

function linesOf(d: string): [number, number, number, number][] {
  return d
    .split('M')
    .filter(Boolean)
    .flatMap((part) => {
      const points = (part.match(/-?[\d.]+[ ,]-?[\d.]+/g) ?? []).map((pair) => pair.split(/[ ,]/).map(Number))
      return points.map((point, at): [number, number, number, number] => {
        const to = points[(at + 1) % points.length] ?? point
        return [point[0] ?? 0, point[1] ?? 0, to[0] ?? 0, to[1] ?? 0]
      })
    })
}

describe('a barcode', () => {
  it.each([
    ['data-matrix', 'BZ-2026-00417-003', 'DataMatrix'],
    ['data-matrix', 'custodia:item/01932d0e-7a3c-7f10-9a66-0a1c2b3d4e5f', 'DataMatrix'],
    ['data-matrix', 'Ñandú/3', 'DataMatrix'],
    ['qr', 'https://lab.example/verify/7F3K-9QXM-2VHB', 'QRCode'],
    ['code-128', 'SEAL-0091827', 'Code128'],
  ] as const)('%s says %s and nothing else', async (symbology: Symbology, text, format) => {
    const started = performance.now()
    const svg = barcodeSvg(symbology, text)
    const writing = performance.now() - started
    const found = await readBarcodes(painted(svg, 4), { tryHarder: true, formats: [] })
    expect(found.map((code) => [code.format, code.text])).toEqual([[format, text]])
    expect(writing).toBeLessThan(500)
  })

  it('stands on white, also in dark mode', () => {
    expect(barcodeSvg('qr', 'x')).toMatch(/fill="#FFFFFF"/i)
  })

  it('refuses nothing and too much with a sentence', () => {
    expect(() => barcodeSvg('qr', '')).toThrow(Refusal)
    expect(() => barcodeSvg('data-matrix', 'x'.repeat(5000))).toThrow(Refusal)
    expect(() => barcodeSvg('code-128', 'Ñ')).toThrow(Refusal)
  })
})
