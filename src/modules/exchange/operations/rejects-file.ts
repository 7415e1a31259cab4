/** The rows that an import did not take, as a file to mend and send again, each with its reason. */
import { notFound } from '#kernel/verdict.ts'
import { oversight } from '#identity/sight.ts'
import { stream } from '#platform/define.ts'
import { OfImport } from '../contract.ts'
import { importers } from '../roles.ts'
import { listImports } from '../store.ts'

export const rejectsFile = stream({
  name: 'exchange.rejects-file',
  summary: 'The rows that an import did not take, each with its reason.',
  who: importers,
  reads: 'sensitive',
  input: OfImport,
  async run(cx, input) {
    const [row] = await listImports(cx, input.import, 1)
    if (!row?.rejectsFile) throw notFound()
    // Rows that became no case hang on none, so no sight was given: who sent them may see them, and who oversees all.
    const may_see =
      cx.actor.kind !== 'person' || row.byId === cx.actor.id || cx.actor.principals.includes(oversight)
    cx.allow({ may_see, root: null })
    return { name: `${row.fileName}.rejects.csv`, mediaType: 'text/csv', file: row.rejectsFile }
  },
})
