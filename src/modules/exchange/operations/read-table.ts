/** Reads a file that was sent, before it has a map: its columns, its first rows, the words of each column. */
import { query } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { ImportMap, ReadTable, TableSeen } from '../contract.ts'
import { tableOf } from '../csv.ts'
import { columnsSeen } from '../looking.ts'
import { importers } from '../roles.ts'

export const readTable = query({
  name: 'exchange.read-table',
  summary:
    'Reads a file that was sent, before it has a map: its columns, its first rows, the words of each column.',
  who: importers,
  input: ReadTable,
  output: TableSeen,
  async run(cx, input) {
    cx.allow(null)
    const sent = await uploadedFile(cx, input.file)
    const file = ImportMap.shape.file.parse({ encoding: input.encoding, separator: input.separator })
    const table = await tableOf(await cx.ground.files.read(sent.sha256), file)
    return {
      encoding: table.encoding,
      separator: table.separator,
      rows: table.rows.length,
      columns: columnsSeen(table),
      first: table.rows.slice(0, 12).map((r) => [...r.cells]),
    }
  },
})
