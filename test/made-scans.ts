/** What a feeder makes of paper, made here: piles with their sheets, slips of one line, and an engine that reads what it is told. */
import { barcodeSvg } from '#platform/documents/barcode.ts'
import { labelsPdf } from '#platform/documents/labels.ts'
import { paperPdf } from '#platform/documents/papers.ts'
import type { Reader } from '../src/formats/recognition/kept.ts'

/** What a feeder would make of a pile: each entry is one side, a sheet by its code or lines of typing. */
export function pile(sides: readonly (string | readonly string[])[]): Buffer {
  const codes = sides.filter((s): s is string => typeof s === 'string')
  return paperPdf(
    {
      lang: 'en',
      title: ' ',
      number: ' ',
      letterhead: { service: ' ', address: [] },
      pageOf: ' ',
      sections: sides.map((side, i) => ({
        ...(i > 0 ? { newPage: true as const } : {}),
        blocks:
          typeof side === 'string'
            ? [{ kind: 'picture' as const, name: side.replace('/', '-'), alt: side, widthMm: 60 }]
            : [{ kind: 'paragraphs' as const, lines: side }],
      })),
    },
    {
      at: '2026-11-02T12:00:00Z',
      pictures: Object.fromEntries(
        codes.map((c) => [c.replace('/', '-'), Buffer.from(barcodeSvg('qr', c), 'utf8')]),
      ),
    },
  )
}
/** An engine that reads what it is told stands there, in one line across the page. */
export const engineFor =
  (line: string): Reader =>
  async (page) => ({
    engine: 'told',
    languages: ['en'],
    confidence: 90,
    turn: 0,
    lean: 0,
    width: page.width,
    height: page.height,
    words: line.split(' ').map((text, i) => ({
      text,
      left: 40 + i * 90,
      top: 40,
      width: 80,
      height: 30,
      confidence: 90,
      line: 0,
    })),
  })
/** Small pages, one a label: quickly opened and quickly read. */
export const slips = (lines: readonly string[]): Buffer =>
  labelsPdf(
    {
      lang: 'en',
      title: 'Slips',
      service: 'Registry',
      sheet: { widthMm: 150, heightMm: 36, symbol: 'data-matrix' },
      labels: lines.map((number) => ({ code: 'SLIP', alt: 'Slip', number, lines: [] })),
    },
    { at: '2026-11-02T12:00:00Z' },
  )
