/**
 * Codes of boxes, files and sheets. Outlives the program, so stated in full: `AB/` a box, `AF/` a file, `AS/` a sheet that lies between
 * pages, then the thirteen characters that a thing's barcode has after its two letters (evidence/barcode.ts): twelve of Crockford's
 * base 32 from the id, and a check character. No personal value; Data Matrix on labels, QR on sheets.
 */
import { barcodeOf } from '#modules/evidence/public.ts'

export const archiveCode = (kind: 'AB' | 'AF' | 'AS', id: string): string =>
  `${kind}/${barcodeOf(id).slice(2)}`
