/** The rows that an import did not take, as a file to mend and send again, each with its reason. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { OfImport } from '../contract.ts'
import { importers } from '../roles.ts'
import { listImports } from '../store.ts'

export const rejectsFile = stream({
  name: 'exchange.rejects-file',
  summary: 'The rows that an import did not take, each with its reason.',
  who: importers,
  input: OfImport,
  async run(cx, input) {
    cx.allow(null)
    const [row] = await listImports(cx, input.import, 1)
    if (!row?.rejectsFile) throw notFound()
    return { name: `${row.fileName}.rejects.csv`, mediaType: 'text/csv', file: row.rejectsFile }
  },
})
