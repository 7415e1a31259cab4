/**
 * Labels for printers that speak ZPL II (50 × 25 mm at 203 dpi, 8 dots a millimetre): a Data Matrix ECC 200 of the barcode,
 * the number, the first line, the dangers. Text as UTF-8 (^CI28), with the characters that ZPL itself uses escaped (^FH).
 */
export interface LabelText {
  readonly code: string
  readonly number: string
  readonly lines: readonly string[]
  readonly hazards?: string
}

const field = (text: string): string =>
  `^FH_^FD${text.replace(/[\^~_]/g, (c) => `_${c.charCodeAt(0).toString(16).toUpperCase()}`).replace(/[\u0000-\u001f]/g, ' ')}^FS`

export function zplOf(label: LabelText): string {
  return [
    '^XA',
    '^CI28',
    '^PW400',
    '^LL200',
    '^LH0,0',
    // Modules of 5 dots: 18 × 18 modules are 11.3 mm, read by hand scanners at arm's length.
    `^FO16,24^BXN,5,200${field(label.code)}`,
    `^FO140,24^A0N,34,30${field(label.number)}`,
    `^FO140,70^A0N,20,18^FB250,2,2${field(label.lines[0] ?? '')}`,
    `^FO140,116^A0N,18,16${field(label.code)}`,
    ...(label.hazards ? [`^FO16,150^GB372,38,38^FS`, `^FO24,158^A0N,26,22^FR${field(label.hazards)}`] : []),
    '^XZ',
  ].join('\n')
}
