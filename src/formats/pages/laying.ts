/** Pages of a scan in the order in which they are read, and which of them belongs to what, by the sheets between them. */

/** A feeder with one eye takes the pile twice: all fronts, then turned over all backs, the last sheet first. */
export type Feeding = 'as-scanned' | 'fronts-then-backs'

/**
 * Sides in the order in which they are read. All fronts and then, because the pile was turned over, the backs from the last sheet to the
 * first; undefined where a front has no back: then a sheet was lost, or two went through at once.
 */
export function asRead<P>(sides: readonly P[], feeding: Feeding): readonly P[] | undefined {
  if (feeding === 'as-scanned') return sides
  if (sides.length % 2 === 1) return undefined
  const half = sides.length / 2
  return sides.slice(0, half).flatMap((front, sheet) => [front, sides[sides.length - 1 - sheet] as P])
}

export interface SheetCode {
  readonly id: string
  readonly kind: 'cover' | 'separator' | 'removed'
  readonly file: string
  readonly document: string | null
}
export interface Laid {
  /** Place in the scan, from 1. */
  readonly place: number
  readonly sheet: string | null
  readonly file: string | null
  readonly document: string | null
}
/**
 * Which page belongs to what: a cover begins a file, a separator a kind of document within it; sheets themselves are no pages. Pages
 * before any cover belong to the one file of the batch where it has one, else to nobody, and the scan is set aside.
 */
export function layOut(
  pages: readonly { readonly place: number; readonly codes: readonly string[] }[],
  sheets: ReadonlyMap<string, SheetCode>,
  only: string | null,
): { pages: Laid[]; strays: number; foreign: string[] } {
  let file = only
  let document: string | null = null
  let sheet: string | null = null
  const laid: Laid[] = []
  const foreign: string[] = []
  for (const page of pages) {
    const known = page.codes.map((c) => sheets.get(c)).find((s) => s !== undefined)
    if (known) {
      if (known.file !== file) document = null
      file = known.file
      if (known.kind === 'cover') document = null
      if (known.kind === 'separator') document = known.document
      sheet = known.id
      continue
    }
    foreign.push(...page.codes.filter((c) => isSheetCode(c)))
    laid.push({ place: page.place, sheet, file, document })
  }
  return { pages: laid, strays: laid.filter((p) => p.file === null).length, foreign }
}
/** `AS/` and the thirteen characters of a barcode: sheets of this house and of no other use. */
export const isSheetCode = (text: string): boolean => /^AS\/[0-9A-Z]{13}$/.test(text)
