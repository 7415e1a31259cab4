/** Takes up to 500 understood rows of an import in one act, with a verdict for each. */
import { z } from 'zod'
import { command } from '#platform/define.ts'
import { ImportBatch, RowVerdict } from '../contract.ts'
import { importers } from '../roles.ts'
import { importRef, take } from '../steps.ts'
import { getImport } from '../store.ts'

export const importBatch = command({
  name: 'exchange.import-batch',
  summary: 'Takes up to 500 understood rows of an import in one act, with a verdict for each.',
  who: importers,
  input: ImportBatch,
  output: z.object({ verdicts: z.array(RowVerdict) }),
  async run(cx, input) {
    cx.allow(null)
    const header = await getImport(cx, input.import)
    const verdicts = await take(cx, header, input.rows)
    const of = (v: string): number => verdicts.filter((x) => x.verdict === v).length
    await cx.record({
      subject: importRef(header.id),
      facts: { created: of('created'), matched: of('matched'), rejected: of('rejected') },
    })
    return { verdicts }
  },
})
