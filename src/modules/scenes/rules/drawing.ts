/**
 * A sketch as SVG, for the screen and for the signed record: metres on paper, a scale bar, north, numbered symbols. Pure; black on
 * white, so that it prints; the same drawing gives the same bytes, which stand in the record beside the data.
 */
import type { Drawing, SketchElement } from '../contract/media.ts'

const n = (v: number): string => (Math.round(v * 1000) / 1000).toString()
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

interface Pen {
  /** Thickness of a line and height of letters, in metres of this paper. */
  readonly line: number
  readonly letter: number
}

/** Each in a box of about one metre around the middle, as seen from above. */
const shapes: Readonly<Record<string, string>> = {
  body: '<circle cx="0" cy="-0.75" r="0.14"/><path d="M0-0.6V0.1M-0.45-0.35L0-0.5L0.45-0.3M-0.25 0.85L0 0.1L0.28 0.8"/>',
  marker: '<path d="M-0.22 0.2L0-0.25L0.22 0.2Z"/>',
  door: '<path d="M-0.45 0H0.45M-0.45 0V-0.9A0.9 0.9 0 0 1 0.45 0"/>',
  window: '<path d="M-0.6-0.07H0.6M-0.6 0.07H0.6M-0.6-0.07V0.07M0.6-0.07V0.07"/>',
  bed: '<path d="M-0.7-1H0.7V1H-0.7ZM-0.6-0.9H0.6V-0.5H-0.6Z"/>',
  table: '<path d="M-0.6-0.4H0.6V0.4H-0.6Z"/>',
  chair: '<path d="M-0.25-0.25H0.25V0.25H-0.25ZM-0.25 0.32H0.25"/>',
  car: '<path d="M-0.85-2.1Q0-2.35 0.85-2.1V2.1Q0 2.3-0.85 2.1ZM-0.7-1H0.7L0.6-0.5H-0.6ZM-0.65 1.5H0.65"/>',
  motorcycle: '<path d="M0-1V1M-0.35-0.6H0.35M-0.12-1H0.12V-0.7H-0.12ZM-0.12 0.7H0.12V1H-0.12Z"/>',
  bicycle: '<path d="M0-0.8V0.8M-0.3-0.4H0.3M-0.06-0.8H0.06V-0.4H-0.06ZM-0.06 0.4H0.06V0.8H-0.06Z"/>',
  tree: '<circle cx="0" cy="0" r="0.9" stroke-dasharray="0.2 0.12"/><circle cx="0" cy="0" r="0.14"/>',
  streetlight: '<circle cx="0" cy="0" r="0.16"/><path d="M0-0.32V0.32M-0.32 0H0.32"/>',
  weapon: '<path d="M-0.3-0.08H0.3V0.08H-0.1V0.3H-0.26V0.08H-0.3Z"/>',
  'cartridge-case': '<path d="M-0.12-0.05H0.12V0.05H-0.12Z"/>',
  blood: '<path d="M0-0.35C0.3 0 0.35 0.15 0 0.35C-0.35 0.15-0.3 0 0-0.35Z" fill="black"/>',
  footprint:
    '<path d="M0-0.3C0.12-0.3 0.12 0 0.08 0.08H-0.08C-0.12 0-0.12-0.3 0-0.3ZM-0.07 0.14H0.07V0.28H-0.07Z"/>',
  'tyre-mark': '<path d="M-0.12-1V1M0.12-1V1" stroke-dasharray="0.15 0.1"/>',
  north: '<path d="M0 0.6V-0.6M-0.2-0.3L0-0.6L0.2-0.3"/>',
}

function drawn(e: SketchElement, pen: Pen): string {
  const write = (x: number, y: number, text: string, anchor = 'middle'): string =>
    `<text x="${n(x)}" y="${n(y)}" font-size="${n(pen.letter)}" text-anchor="${anchor}" fill="black" stroke="white" stroke-width="${n(pen.letter / 5)}" paint-order="stroke">${escaped(text)}</text>`
  switch (e.kind) {
    case 'wall':
      return `<path d="M${n(e.x1)} ${n(e.y1)}L${n(e.x2)} ${n(e.y2)}" stroke-width="${n(pen.line * 2.5)}"${e.dashed ? ` stroke-dasharray="${n(pen.line * 8)} ${n(pen.line * 6)}"` : ''}/>`
    case 'area':
      return `<rect x="${n(e.x)}" y="${n(e.y)}" width="${n(Math.abs(e.width))}" height="${n(Math.abs(e.height))}"/>${e.text ? write(e.x + e.width / 2, e.y + e.height / 2, e.text) : ''}`
    case 'text':
      return write(e.x, e.y, e.text, 'start')
    case 'dimension': {
      const mx = (e.x1 + e.x2) / 2
      const my = (e.y1 + e.y2) / 2
      return `<path d="M${n(e.x1)} ${n(e.y1)}L${n(e.x2)} ${n(e.y2)}" stroke-dasharray="${n(pen.line * 3)} ${n(pen.line * 3)}"/><circle cx="${n(e.x1)}" cy="${n(e.y1)}" r="${n(pen.line * 2)}" fill="black"/><circle cx="${n(e.x2)}" cy="${n(e.y2)}" r="${n(pen.line * 2)}" fill="black"/>${write(mx, my - pen.line * 3, e.text)}`
    }
    case 'symbol': {
      const body = shapes[e.symbol] ?? ''
      const label =
        e.text && e.text !== ''
          ? write(e.x, e.y + (e.symbol === 'marker' ? pen.letter * 1.9 : pen.letter * 2.2), e.text)
          : ''
      return `<g transform="translate(${n(e.x)} ${n(e.y)}) rotate(${n(e.turned)})">${body}</g>${label}`
    }
  }
}

/** A round length of about a quarter of the paper. */
export function barOf(width: number): number {
  const about = width / 4
  const power = 10 ** Math.floor(Math.log10(about))
  return [5, 2, 1].map((k) => k * power).find((v) => v <= about) ?? power
}

export function drawingSvg(d: Drawing, words: { scale: string; notToScale: string }): string {
  const small = Math.min(d.width, d.height)
  const pen: Pen = { line: small / 240, letter: small / 28 }
  const foot = pen.letter * 3
  const bar = barOf(d.width)
  const y = d.height + foot * 0.55
  const scale = d.toScale
    ? `<path d="M${n(pen.letter)} ${n(y)}H${n(pen.letter + bar)}M${n(pen.letter)} ${n(y - pen.letter / 3)}V${n(y + pen.letter / 3)}M${n(pen.letter + bar)} ${n(y - pen.letter / 3)}V${n(y + pen.letter / 3)}"/><text x="${n(pen.letter * 1.6 + bar)}" y="${n(y + pen.letter / 3)}" font-size="${n(pen.letter)}" fill="black" stroke="none">${escaped(words.scale.replace('{length}', n(bar)))}</text>`
    : `<text x="${n(pen.letter)}" y="${n(y + pen.letter / 3)}" font-size="${n(pen.letter)}" fill="black" stroke="none">${escaped(words.notToScale)}</text>`
  const north = `<g transform="translate(${n(d.width - pen.letter * 1.6)} ${n(pen.letter * 2)}) rotate(${n(d.north)}) scale(${n(pen.letter * 1.6)})"><path d="M0 0.6V-0.6M-0.2-0.3L0-0.6L0.2-0.3" stroke-width="0.06"/></g><text x="${n(d.width - pen.letter * 1.6)}" y="${n(pen.letter * 4.2)}" font-size="${n(pen.letter)}" text-anchor="middle" fill="black" stroke="none">N</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(d.width)} ${n(d.height + foot)}" font-family="IBM Plex Sans, sans-serif"><rect x="0" y="0" width="${n(d.width)}" height="${n(d.height + foot)}" fill="white"/><g fill="none" stroke="black" stroke-width="${n(pen.line)}"><rect x="0" y="0" width="${n(d.width)}" height="${n(d.height)}"/>${d.elements.map((e) => drawn(e, pen)).join('')}${north}${scale}</g></svg>`
}
