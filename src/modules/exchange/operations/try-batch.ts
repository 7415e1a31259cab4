/** Says what would become of rows, and changes nothing. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { ImportBatch, RowVerdict } from '../contract.ts'
import { importers } from '../roles.ts'
import { take } from '../steps.ts'
import { getImport } from '../store.ts'

export const tryBatch = query({
  name: 'exchange.try-batch',
  summary: 'Says what would become of rows, and changes nothing.',
  who: importers,
  input: ImportBatch,
  output: z.object({ verdicts: z.array(RowVerdict) }),
  async run(cx, input) {
    cx.allow(null)
    return { verdicts: await take(cx, await getImport(cx, input.import), input.rows, true) }
  },
})
