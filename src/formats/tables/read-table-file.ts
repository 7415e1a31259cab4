/** The one door for tables that are not text: dBase files and workbooks by their bytes, or a sentence; undefined for anything else, which is then read as text. */
import type { TextValues } from '#kernel/say.ts'
import { FormatFault } from '../reading.ts'
import { isDbase, readDbase } from './dbase.ts'
import type { CodePage } from './old-code-pages.ts'
import type { TableRead } from './table.ts'
import { isOldWorkbook, readOldWorkbook } from './old-workbook.ts'
import { isWorkbook, readWorkbook } from './workbook.ts'

export type TableAnswer =
  | { readonly ok: true; readonly table: TableRead }
  | { readonly ok: false; readonly code: string; readonly values: TextValues }

export function readTableFile(bytes: Uint8Array, page?: CodePage): TableAnswer | undefined {
  try {
    if (isWorkbook(bytes)) return { ok: true, table: readWorkbook(bytes) }
    if (isOldWorkbook(bytes)) return { ok: true, table: readOldWorkbook(bytes) }
    if (isDbase(bytes)) return { ok: true, table: readDbase(bytes, page) }
    return undefined
  } catch (fault) {
    const known = fault instanceof FormatFault
    return {
      ok: false,
      code: known ? fault.code : 'formats.tables.damaged',
      values: known ? fault.values : {},
    }
  }
}
