/**
 * One label as ZPL II for thermal printers at 203 dots an inch (8 a millimetre): 50 × 25 mm, or the laboratory's own size. The matrix at the
 * left, words at the right, hazards white on black at the foot; a bar code runs along the foot. Plain text for the printer's own port; no driver.
 *
 * A person's text cannot command the printer: `^` and `~` begin commands, so every field is sent with `^FH` and those two,
 * the hexadecimal sign itself and all control characters go as hexadecimal or not at all.
 */
import { Refusal } from '#kernel/verdict.ts'
import { barcodeSvg } from './barcode.ts'
import type { Label, OwnLabel } from './labels.ts'

interface Size {
  readonly width: number
  readonly height: number
  /** The matrix's side; for a bar code the height of its lines. */
  readonly code: number
  readonly symbol: OwnLabel['symbol']
  /** Where words begin, and how wide they may be. */
  readonly left: number
  readonly room: number
}
const DOTS = 8
const edge = 14
const gap = 14

function sizeOf({ widthMm, heightMm, symbol }: OwnLabel): Size {
  const [width, height] = [Math.round(widthMm * DOTS), Math.round(heightMm * DOTS)]
  if (symbol === 'code-128')
    return {
      width,
      height,
      code: Math.min(80, Math.round(height * 0.35)),
      symbol,
      left: edge,
      room: width - 2 * edge,
    }
  const code = Math.max(64, Math.min(height - 2 * edge, Math.round(width * 0.38)))
  const left = edge + code + gap
  return { width, height, code, symbol, left, room: width - edge - left }
}
/** 50 × 25 mm, what the label printers of most stores are loaded with. */
const usual: Size = { width: 400, height: 200, code: 120, symbol: 'data-matrix', left: 148, room: 238 }

/** Font 0 is proportional; its widest common signs take some 0.62 of the height, so what is counted so never leaves. */
const widest = 0.62

/** Labels one after the other. Throws Refusal for a code that a label of this size or the printer cannot carry. */
export function labelsZpl(labels: readonly Label[], own?: OwnLabel): string {
  const size = own ? sizeOf(own) : usual
  return labels.map((label) => labelZpl(label, size)).join('')
}

export function labelZpl(label: Label, size: Size = usual): string {
  if (label.number === '') throw new Refusal('invalid', 'label-no-number')
  const lines = [`^XA`, `^CI28`, `^PW${size.width}`, `^LL${size.height}`, `^LH0,0`, codeOf(label.code, size)]
  const striped = size.symbol === 'code-128'
  if (label.demo && !striped)
    lines.push(textAt(edge, edge + size.code + 8, 20, cut(label.demo, size.code, 20)))
  let top: number = edge
  for (const part of numberParts(label.number, size.room)) {
    lines.push(textAt(size.left, top, part.height, part.text))
    top += part.height + 2
  }
  const end = size.height - edge - (striped ? size.code + 8 : 0)
  const foot = label.hazards ? end - 28 : end
  for (const line of label.lines) {
    if (top + 20 > foot) break
    lines.push(textAt(size.left, top + 2, 20, cut(line, size.room, 20)))
    top += 23
  }
  if (label.hazards) {
    const height = Math.min(22, Math.floor((size.room - 12) / (widest * Math.max(1, label.hazards.length))))
    lines.push(
      `^FO${size.left},${foot}^GB${size.room},28,28^FS`,
      `^FO${size.left + 6},${foot + Math.floor((28 - height) / 2)}^FR^A0N,${height},${height}^FH_^FD${escaped(label.hazards)}^FS`,
    )
  }
  return `${[...lines, '^PQ1', '^XZ'].join('\n')}\n`
}

/** The seventh parameter gives ^BX an escape sign of its own that no code may hold; its default is the underscore. */
function codeOf(code: string, size: Size): string {
  if (!/^[\u0020-\u007e]+$/.test(code) || code.includes('`')) throw tooLong(code)
  const [, drawn] = /viewBox="0 0 (\d+) /.exec(barcodeSvg(size.symbol, code)) ?? []
  if (size.symbol === 'code-128') {
    // One unit a line, ten of quiet on either side.
    const module = Math.floor(size.room / (Number(drawn) - 20))
    if (module < 1) throw tooLong(code)
    return `^FO${edge},${size.height - edge - size.code}^BY${Math.min(module, 4)}^BCN,${size.code},N,N,N^FH_^FD${escaped(code)}^FS`
  }
  // Two units a module in the drawing; two modules of quiet on either side, four for QR.
  const modules = Number(drawn) / 2 - (size.symbol === 'qr' ? 8 : 4)
  const module = Math.floor(size.code / modules)
  // Under three dots (0.375 mm) a module, thermal print bleeds and hand scanners give up.
  if (module < 3) throw tooLong(code)
  return size.symbol === 'qr'
    ? `^FO${edge},${edge}^BQN,2,${Math.min(module, 10)}^FH_^FDMA,${escaped(code)}^FS`
    : `^FO${edge},${edge}^BXN,${module},200,,,,\`^FH_^FD${escaped(code)}^FS`
}
const tooLong = (code: string): Refusal =>
  new Refusal('invalid', 'barcode-too-long', { values: { text: code.slice(0, 40) } })

/** The number is never cut: on one line, on two, and smaller until it fits. */
function numberParts(number: string, width: number): { text: string; height: number }[] {
  const room = (text: string, most: number) =>
    Math.min(most, Math.max(8, Math.floor(width / (widest * Array.from(text).length))))
  const height = room(number, 30)
  if (height >= 18) return [{ text: number, height }]
  const signs = Array.from(number)
  const half = Math.ceil(signs.length / 2)
  return [signs.slice(0, half).join(''), signs.slice(half).join('')].map((text) => ({
    text,
    height: room(text, 24),
  }))
}

function textAt(left: number, top: number, height: number, text: string): string {
  return `^FO${left},${top}^A0N,${height},${height}^FH_^FD${escaped(text)}^FS`
}

function cut(text: string, width: number, height: number): string {
  const most = Math.floor(width / (widest * height))
  const signs = Array.from(text)
  // Words run narrower than the widest signs: half as much again fits on the average label and is clipped at its edge.
  const fits = Math.floor(most * 1.25)
  return signs.length <= fits
    ? text
    : `${signs
        .slice(0, fits - 3)
        .join('')
        .trimEnd()}...`
}

/** UTF-8 in hexadecimal after `_` for what would be a command; controls become a blank. */
function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = text.normalize('NFC').replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
  return plain.replaceAll(/[\^~_\\]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
