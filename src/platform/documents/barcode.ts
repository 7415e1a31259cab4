/**
 * Barcodes as SVG, black on a white ground with their quiet zone, so that a screen in dark mode and a sheet of labels are
 * read alike. Data Matrix (ISO/IEC 16022) for exhibits, QR (ISO/IEC 18004) for the public check page, Code 128
 * (ISO/IEC 15417) for readers that know lines only. Made on the server: the writer is too large for a browser.
 */
import type * as Bwip from 'bwip-js/node'
import { Refusal } from '#kernel/verdict.ts'
import { onFirstUse } from '../on-first-use.ts'

const bwip = onFirstUse<typeof Bwip>('bwip-js/node')

export type Symbology = 'data-matrix' | 'qr' | 'code-128'

/**
 * Quiet zone as the standard of each asks: Data Matrix 1 module (2 here, for rough printing), QR 4, Code 128 ten. The
 * writer draws a module of a matrix two units wide, a line of Code 128 one.
 */
const symbologies = {
  'data-matrix': { bcid: 'datamatrix', quiet: 4, longest: 200 },
  qr: { bcid: 'qrcode', quiet: 8, longest: 600 },
  'code-128': { bcid: 'code128', quiet: 10, longest: 60 },
} as const

/** Throws Refusal (400) for nothing, for too much, and for what Code 128 cannot carry. */
export function barcodeSvg(symbology: Symbology, text: string): string {
  const { bcid, quiet, longest } = symbologies[symbology]
  if (text === '') throw new Refusal('invalid', 'barcode-empty')
  if (text.length > longest) throw tooLong(text)
  if (symbology === 'code-128' && !/^[\u0020-\u007e]+$/.test(text)) throw tooLong(text)
  try {
    return bwip.toSVG({
      bcid,
      text,
      scale: 1,
      backgroundcolor: 'FFFFFF',
      barcolor: '000000',
      ...(symbology === 'code-128' ? { height: 12 } : {}),
      ...(symbology === 'qr' ? { eclevel: 'M' } : {}),
      paddingwidth: quiet,
      paddingheight: symbology === 'code-128' ? 2 : quiet,
    })
  } catch {
    throw tooLong(text)
  }
}

function tooLong(text: string): Refusal {
  return new Refusal('invalid', 'barcode-too-long', {
    values: { text: `${text.slice(0, 40)}${text.length > 40 ? '…' : ''}` },
  })
}
