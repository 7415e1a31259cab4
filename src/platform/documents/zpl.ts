/**
 * One label as ZPL II for thermal printers: 50 × 25 mm at 203 dots an inch (8 a millimetre), Data Matrix at the left,
 * words at the right, hazards white on black at the foot. Plain text for the printer's own port; no driver.
 *
 * A person's text cannot command the printer: `^` and `~` begin commands, so every field is sent with `^FH` and those two,
 * the hexadecimal sign itself and all control characters go as hexadecimal or not at all.
 */
import { Refusal } from '#kernel/verdict.ts'
import { barcodeSvg } from './barcode.ts'
import type { Label } from './papers.ts'

const dots = { width: 400, height: 200, edge: 14, code: 120, gap: 14 } as const
const words = {
  left: dots.edge + dots.code + dots.gap,
  width: dots.width - dots.edge * 2 - dots.code - dots.gap,
} as const

/** Font 0 is proportional; its widest common signs take some 0.62 of the height, so what is counted so never leaves. */
const widest = 0.62

/** Labels one after the other. Throws Refusal for a code that a label of this size or the printer cannot carry. */
export function labelsZpl(labels: readonly Label[]): string {
  return labels.map(labelZpl).join('')
}

export function labelZpl(label: Label): string {
  if (label.number === '') throw new Refusal('invalid', 'label-no-number')
  const lines = [`^XA`, `^CI28`, `^PW${dots.width}`, `^LL${dots.height}`, `^LH0,0`, codeOf(label.code)]
  if (label.demo) lines.push(textAt(dots.edge, dots.edge + dots.code + 8, 20, cut(label.demo, dots.code, 20)))
  let top: number = dots.edge
  for (const part of numberParts(label.number)) {
    lines.push(textAt(words.left, top, part.height, part.text))
    top += part.height + 2
  }
  const foot = label.hazards ? dots.height - dots.edge - 28 : dots.height - dots.edge
  for (const line of label.lines) {
    if (top + 20 > foot) break
    lines.push(textAt(words.left, top + 2, 20, cut(line, words.width, 20)))
    top += 23
  }
  if (label.hazards) {
    const height = Math.min(22, Math.floor((words.width - 12) / (widest * Math.max(1, label.hazards.length))))
    lines.push(
      `^FO${words.left},${foot}^GB${words.width},28,28^FS`,
      `^FO${words.left + 6},${foot + Math.floor((28 - height) / 2)}^FR^A0N,${height},${height}^FH_^FD${escaped(label.hazards)}^FS`,
    )
  }
  return `${[...lines, '^PQ1', '^XZ'].join('\n')}\n`
}

/** The seventh parameter gives ^BX an escape sign of its own that no code may hold; its default is the underscore. */
function codeOf(code: string): string {
  if (!/^[\u0020-\u007e]+$/.test(code) || code.includes('`'))
    throw new Refusal('invalid', 'barcode-too-long', { values: { text: code.slice(0, 40) } })
  const [, side] = /viewBox="0 0 (\d+) /.exec(barcodeSvg('data-matrix', code)) ?? []
  // Two units a module in the drawing, and two modules of quiet on either side.
  const modules = Number(side) / 2 - 4
  const module = Math.floor(dots.code / modules)
  // Under three dots (0.375 mm) a module, thermal print bleeds and hand scanners give up.
  if (module < 3) throw new Refusal('invalid', 'barcode-too-long', { values: { text: code.slice(0, 40) } })
  return `^FO${dots.edge},${dots.edge}^BXN,${module},200,,,,\`^FH_^FD${escaped(code)}^FS`
}

/** The number is never cut: on one line, on two, and smaller until it fits. */
function numberParts(number: string): { text: string; height: number }[] {
  const room = (text: string, most: number) =>
    Math.min(most, Math.max(8, Math.floor(words.width / (widest * Array.from(text).length))))
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
