/** What an old database or a workbook becomes: columns and rows of text, as the import's map expects them, and what a person should know of it. */
import type { FileNote } from '../spectrum.ts'

export const MOST_CELLS = 20_000_000

export interface TableRead {
  readonly kind: 'dbase' | 'xlsx' | 'xls'
  readonly encoding: string
  readonly columns: readonly string[]
  /** `line` is the number of the row in its file, which is what the person sees there. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly notes: readonly FileNote[]
}
