/** Labels for paper: a sheet of the common formats, a roll, or the laboratory's own size; the same drawing for a printer and for a screen. */
import { type Symbology, barcodeSvg } from './barcode.ts'
import { type Rendering, renderPdf, renderSvg } from './typst.ts'

export interface Label {
  /** What the Data Matrix says: the number or the subject reference, nothing personal. */
  readonly code: string
  /** The alternative text of the symbol. */
  readonly alt: string
  readonly number: string
  /** At most four lines are seen on the small label. */
  readonly lines: readonly string[]
  readonly hazards?: string
  readonly demo?: string
}

/** Millimetres and points. The two sheets are the common 24-label formats of A4; the roll is one label a page. */
const sheets = {
  'a4-70x37': {
    pageWidth: 210,
    pageHeight: 297,
    columns: 3,
    rows: 8,
    width: 70,
    height: 37,
    left: 0,
    top: 0.5,
    gapX: 0,
    gapY: 0,
    padX: 5,
    padY: 4.5,
    code: 18,
    number: 11,
    text: 7.5,
    small: 6,
  },
  'a4-63x34': {
    pageWidth: 210,
    pageHeight: 297,
    columns: 3,
    rows: 8,
    width: 63.5,
    height: 33.9,
    left: 7.2,
    top: 12.9,
    gapX: 2.5,
    gapY: 0,
    padX: 2.5,
    padY: 2.5,
    code: 18,
    number: 11,
    text: 7.5,
    small: 6,
  },
  'roll-50x25': {
    pageWidth: 50,
    pageHeight: 25,
    columns: 1,
    rows: 1,
    width: 50,
    height: 25,
    left: 0,
    top: 0,
    gapX: 0,
    gapY: 0,
    padX: 1.5,
    padY: 1.5,
    code: 15,
    number: 9,
    text: 6,
    small: 5,
  },
} as const
type Geometry = { readonly [key in keyof (typeof sheets)['roll-50x25']]: number }
/** A label of the laboratory's own size and symbol, one a page. */
export interface OwnLabel {
  readonly widthMm: number
  readonly heightMm: number
  readonly symbol: Symbology
}
export type LabelSheet = keyof typeof sheets | OwnLabel

const within = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))
/** Type grows with the label and stays readable at arm's length; a matrix takes the height, lines the width at the foot. */
function geometryOf({ widthMm, heightMm, symbol }: OwnLabel): Geometry {
  const pad = 1.5
  return {
    ...sheets['roll-50x25'],
    pageWidth: widthMm,
    pageHeight: heightMm,
    width: widthMm,
    height: heightMm,
    padX: pad,
    padY: pad,
    code:
      symbol === 'code-128' ? widthMm - 2 * pad : within(8, Math.min(heightMm - 2 * pad, widthMm * 0.38), 40),
    number: within(7, heightMm * 0.36, 16),
    text: within(5, heightMm * 0.24, 9),
    small: within(4, heightMm * 0.2, 7),
  }
}

export interface Labels {
  readonly lang: 'en' | 'es'
  readonly title: string
  readonly service: string
  readonly sheet: LabelSheet
  /** Labels already used on the first sheet. */
  readonly skip?: number
  /** A wristband bears a QR code, which every telephone reads. */
  readonly symbol?: 'data-matrix' | 'qr'
  readonly labels: readonly Label[]
}

function renderingOf(labels: Labels, at: string): Rendering {
  const own = typeof labels.sheet === 'string' ? undefined : labels.sheet
  const symbol = own?.symbol ?? labels.symbol ?? 'data-matrix'
  const drawn = labels.labels.map(({ code, ...label }) => ({ ...label, svg: barcodeSvg(symbol, code) }))
  const sheet = typeof labels.sheet === 'string' ? sheets[labels.sheet] : geometryOf(labels.sheet)
  const data = { ...labels, sheet: { ...sheet, line: symbol === 'code-128' }, labels: drawn }
  return {
    template: 'labels',
    data: JSON.parse(JSON.stringify(data)) as Rendering['data'],
    at,
    standard: '1.7',
  }
}
export const labelsPdf = (labels: Labels, making: { readonly at: string }): Buffer =>
  renderPdf(renderingOf(labels, making.at))
/** As it would be printed, for a screen. */
export const labelsSvg = (labels: Labels, making: { readonly at: string }): string =>
  renderSvg(renderingOf(labels, making.at)).svg
